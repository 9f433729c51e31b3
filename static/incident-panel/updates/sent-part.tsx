import { Button } from '../../kit/controls/button';
import { momentText } from '../../kit/texts/moments';
import { useViewer } from '../../kit/texts/texts';
import { type TabProps } from '../tab-props';

/** The last words that went out to each side. All of them stand in the timeline. */
export function SentPart({ incident, names, onOpen }: TabProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const { told } = incident.response;
  const now = Date.parse(incident.now);
  return (
    <section aria-labelledby="sent-title">
      <div className="section-head">
        <h2 id="sent-title">{t('updates.sent')}</h2>
        <Button
          appearance="link"
          onClick={() => {
            onOpen('timeline');
          }}
        >
          {t('updates.allInTimeline')}
        </Button>
      </div>
      <div className="sides">
        {(['internal', 'external'] as const).map((side) => {
          const { last, count } = told[side];
          return (
            <div key={side} className="sent">
              <h3>{t(`updates.side.${side}`)}</h3>
              {last ? (
                <>
                  <p className="hint">
                    {t('updates.sentBy', {
                      count,
                      time: momentText(last.at, viewer, now),
                      name: names[last.by ?? ''] ?? t('source.somebody'),
                    })}
                  </p>
                  <p className="sent-text">{last.text}</p>
                </>
              ) : (
                <p className="hint">{t('updates.nothingSent')}</p>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
