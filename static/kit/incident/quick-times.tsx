import { type ReactNode, useState } from 'react';
import { type IncidentView, type TimesInput } from '../../../src/contract';
import { Button } from '../controls/button';
import { useServerNow } from '../texts/server-clock';
import { useViewer } from '../texts/texts';

type QuickTimesProps = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly choices: readonly number[];
  readonly withCreation?: boolean;
  readonly onChoose: (moment: NonNullable<TimesInput['impactStart']>) => unknown;
  readonly onEditTimes: () => void;
};

/** The page's clock runs on between two looks at the server's. */
const SKEW_MS = 120_000;

/** Answers that need no typing: now, so many minutes ago, when it was raised; or another time. */
export function QuickTimes({
  incident,
  busy,
  choices,
  withCreation,
  onChoose,
  onEditTimes,
}: QuickTimesProps) {
  const { t } = useViewer();
  const now = useServerNow(Date.parse(incident.now), 15_000);
  const ago = (minutes: number) => onChoose(new Date(now - minutes * 60_000).toISOString());
  // A start after the end would only be refused.
  const end = Date.parse(incident.times.impactRecovered ?? incident.now);
  const possible = [0, ...choices].filter((minutes) => now - minutes * 60_000 <= end + SKEW_MS);
  return (
    <div className="choices">
      {possible.map((minutes) => (
        <Button key={minutes} disabled={busy} onClick={() => ago(minutes)}>
          {minutes === 0 ? t('choices.now') : t('choices.minutesAgo', { minutes })}
        </Button>
      ))}
      {withCreation && (
        <Button disabled={busy} onClick={() => onChoose(incident.created)}>
          {t('choices.whenRaised')}
        </Button>
      )}
      <Button appearance="link" onClick={onEditTimes}>
        {t('choices.other')}
      </Button>
    </div>
  );
}

type PrimaryProps = { busy?: boolean; onClick: () => unknown; children: ReactNode };

/** The one button that stands out; it cannot be pressed twice while it works. */
export function Primary({ busy = false, onClick, children }: PrimaryProps) {
  const [pressed, setPressed] = useState(false);
  return (
    <Button
      appearance="primary"
      isBusy={busy && pressed}
      onClick={() => {
        setPressed(true);
        onClick();
      }}
    >
      {children}
    </Button>
  );
}
