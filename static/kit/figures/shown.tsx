import { type ReactNode } from 'react';
import { type FiguresAnswer } from '../../../src/contract';
import { Button } from '../controls/button';
import { FailureNote } from '../page/failure';
import { momentText } from '../texts/moments';
import { Skeleton } from '../page/skeleton';
import { useViewer } from '../texts/texts';
import { type Asked, type Ready } from './ask';
import { Definition } from './definition';
import { countText } from './spans';

type Props<View> = {
  readonly asked: Asked<FiguresAnswer<View>>;
  /** Draws and says it, where there is anything to say. */
  readonly children: (ready: Ready<View>) => ReactNode;
};

/** A picture in any of its states, and below it what it counts. */
export function Shown<View>({ asked: { answer, failure, reload }, children }: Props<View>) {
  const viewer = useViewer();
  const { t } = viewer;
  if (answer === undefined) {
    if (failure) return <FailureNote failure={failure} onRetry={reload} />;
    return <Skeleton lines={5} label={t('pictures.loading')} />;
  }
  if (answer.state === 'noAccess') return <p className="picture-note">{t('pictures.noAccess')}</p>;
  if (answer.state !== 'ready') return <Working {...answer} />;
  const { n, excluded, now } = answer;
  const left = Object.values(excluded).reduce((sum, one) => sum + one, 0);
  return (
    <div className="picture">
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {n > 0 || left > 0 ? children(answer) : <p className="picture-said">{t('pictures.none')}</p>}
      <Definition stated={answer} />
      <p className="picture-note">
        {t('pictures.readAt', { time: momentText(now, viewer, now) })}{' '}
        <Button appearance="link" className="picture-again" onClick={reload}>
          {t('pictures.refresh')}
        </Button>
      </p>
    </div>
  );
}

type WorkingProps = {
  readonly state: 'checking' | 'building';
  readonly looked: number;
  readonly of: number | null;
};

function Working({ state, looked, of }: WorkingProps) {
  const viewer = useViewer();
  const { t } = viewer;
  return (
    <div className="picture" role="status">
      <p>{t(`pictures.${state}`)}</p>
      <progress
        aria-label={t(`pictures.${state}`)}
        {...(of !== null && { max: Math.max(1, of), value: looked })}
      />
      <p className="picture-note">
        {of === null
          ? t('pictures.looked', { n: countText(looked, viewer) })
          : t('pictures.lookedOf', { n: countText(looked, viewer), of: countText(of, viewer) })}
      </p>
    </div>
  );
}
