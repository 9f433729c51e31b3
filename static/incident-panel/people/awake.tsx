import { Button } from '../../kit/controls/button';
import { OtherTime } from '../../kit/incident/other-time';
import { useViewer } from '../../kit/texts/texts';
import { type PartProps } from './part-props';

const HOUR_MS = 3_600_000;
const CHOICES = [2, 6, 10, 14];

/** Since when the viewer has been awake, mostly without typing. Their zone goes with it. */
export function Awake({
  busy,
  actions,
  now,
  onClose,
}: PartProps & { readonly onClose: () => void }) {
  const { t, timeZone: zone } = useViewer();
  const say = async (since: number) => {
    const done = await actions.say({ kind: 'awake', since: Math.round(since), zone });
    if (done) onClose();
    return done;
  };
  return (
    <div className="choices" role="group" aria-label={t('peopleTab.awakeLabel')}>
      <span className="offer-question">{t('peopleTab.awakeAsk')}</span>
      {CHOICES.map((hours) => (
        <Button key={hours} isSmall disabled={busy} onClick={() => void say(now - hours * HOUR_MS)}>
          {t('peopleTab.hoursAgo', { hours })}
        </Button>
      ))}
      <OtherTime
        choice={t('peopleTab.other')}
        label={t('peopleTab.awakeLabel')}
        say={t('peopleTab.say')}
        start={now - 8 * HOUR_MS}
        busy={busy}
        onSay={say}
      />
      <Button appearance="link" onClick={onClose}>
        {t('peopleTab.cancel')}
      </Button>
    </div>
  );
}
