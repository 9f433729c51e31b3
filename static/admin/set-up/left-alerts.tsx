import { useState } from 'react';
import { type LeftAlertsView } from '../../../src/contract/admin';
import { FailureNote, type Told } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { momentText } from '../../kit/texts/moments';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';

type Answer = {
  readonly value?: LeftAlertsView & { readonly now: number };
  readonly failure?: Told;
};

/** What the rule of a door left out: asked for each time that somebody opens it. */
export function LeftAlerts({ door }: { readonly door: string }) {
  const { t } = useViewer();
  const [{ value, failure }, setAnswer] = useState<Answer>({});
  const look = async () => {
    const reply = await ask('getLeftAlerts', { door });
    setAnswer(reply.ok ? { value: { ...reply.value, now: Date.now() } } : { failure: reply });
  };
  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void look();
      }}
    >
      <summary>{t('admin.alerts.left.title')}</summary>
      <div className="stack recipe">
        {!value && !failure && <Skeleton lines={3} label={t('admin.alerts.left.loading')} />}
        {failure && <FailureNote failure={failure} onRetry={() => void look()} />}
        {value && <Left value={value} />}
      </div>
    </details>
  );
}

function Left({ value }: { readonly value: NonNullable<Answer['value']> }) {
  const viewer = useViewer();
  const { t } = viewer;
  const { count, isMore, last, now } = value;
  if (count === 0) return <p>{t('admin.alerts.left.none')}</p>;
  return (
    <>
      <p>
        {isMore
          ? t('admin.alerts.left.more', { n: count })
          : t('admin.alerts.left.count', { count })}
      </p>
      <ul className="left-alerts">
        {last.map(({ name, severity, below, at }) => (
          <li key={`${at} ${name}`}>
            {name}
            <span className="hint">
              {t('admin.alerts.left.why', {
                severity,
                below,
                time: momentText(at, viewer, now),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
