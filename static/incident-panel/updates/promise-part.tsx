import { type IncidentView } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { momentText } from '../../kit/texts/moments';
import { OtherTime } from '../../kit/incident/other-time';
import { useServerNow } from '../../kit/texts/server-clock';
import { useViewer } from '../../kit/texts/texts';
import { UpdateDue } from '../../kit/incident/update-due';
import { type TabProps } from '../tab-props';

const MINUTE_MS = 60_000;

/** The promised next update: counted down, promised anew in one press; and how the earlier ones were kept. */
export function PromisePart({ incident, busy, actions }: TabProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const { promises, told } = incident.response;
  const now = Date.parse(incident.now);
  const isEnded = told.internal.final !== undefined;
  return (
    <section className="promise" aria-labelledby="promise-title">
      <h2 id="promise-title">{t('updates.promise.title')}</h2>
      {promises.open ? (
        <div className="promise-open">
          <UpdateDue incident={incident} />
          <p className="hint">
            {t('updates.promise.for', { time: momentText(promises.open.due, viewer, now) })}
          </p>
        </div>
      ) : (
        <p>{t(isEnded ? 'updates.promise.ended' : 'updates.promise.none')}</p>
      )}
      {incident.mayEdit && incident.phase !== 'cancelled' && !isEnded && (
        <Promising
          incident={incident}
          busy={busy}
          onPromise={(due) => actions.say({ kind: 'promise', due })}
        />
      )}
      {promises.kept + promises.missed > 0 && (
        <p className="hint">
          {t('updates.promise.past', { kept: promises.kept, missed: promises.missed })}
        </p>
      )}
    </section>
  );
}

type PromisingProps = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly onPromise: (due: number) => Promise<boolean>;
};

/** Spans that need no typing; the agreed one first. */
function Promising({ incident, busy, onPromise }: PromisingProps) {
  const { t } = useViewer();
  const now = useServerNow(Date.parse(incident.now), 15_000);
  const agreed = incident.response.cadenceMinutes;
  const spans = [...new Set([...(agreed === null ? [] : [agreed]), 15, 30, 60])];
  return (
    <div className="choices" role="group" aria-label={t('updates.promise.anew')}>
      {spans.map((minutes) => (
        <Button
          key={minutes}
          disabled={busy}
          onClick={() => void onPromise(now + minutes * MINUTE_MS)}
        >
          {t('updates.promise.in', { minutes })}
          {minutes === agreed && <span className="hint"> {t('updates.promise.agreed')}</span>}
        </Button>
      ))}
      <OtherTime
        choice={t('choices.other')}
        label={t('updates.promise.otherLabel')}
        say={t('updates.promise.do')}
        start={now + 60 * MINUTE_MS}
        busy={busy}
        onSay={onPromise}
      />
    </div>
  );
}
