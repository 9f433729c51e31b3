import { Button } from '../../kit/controls/button';
import { FailureNote, failureText } from '../../kit/page/failure';
import { momentText } from '../../kit/texts/moments';
import { useViewer } from '../../kit/texts/texts';
import { type FigureStore, useFigureStore } from './use-figure-store';

/** Up to when the pictures are complete, and having their figures compared with Jira from the start. */
export function FiguresPart() {
  const viewer = useViewer();
  const { t } = viewer;
  const store = useFigureStore();
  const { view, failure } = store;
  const asOf = view?.asOf ?? null;
  return (
    <section className="stack" aria-labelledby="figures-title">
      <h3 id="figures-title">{t('history.figures.title')}</h3>
      <p>{t('history.figures.text')}</p>
      {view && (
        <p role="status">
          {asOf === null
            ? t('history.figures.never')
            : t('history.figures.asOf', { time: momentText(asOf, viewer, Date.parse(view.now)) })}
        </p>
      )}
      {view && <Work store={store} view={view} />}
      {failure && <FailureNote failure={failure} onRetry={store.reload} />}
    </section>
  );
}

type Props = {
  readonly store: FigureStore;
  readonly view: NonNullable<FigureStore['view']>;
};

function Work({ store, view: { state, looked, total, failure } }: Props) {
  const { t, locale } = useViewer();
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  if (state === 'idle' || state === 'failed') {
    return (
      <>
        {state === 'failed' && (
          <div className="note note-error">
            <p>
              {t('history.figures.failed')} {failure && failureText(failure, t)}
            </p>
          </div>
        )}
        <div className="buttons">
          <Button onClick={store.rebuild} isBusy={store.isPressed}>
            {t('history.figures.rebuild')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <div className="progress">
      <progress
        max={Math.max(total ?? 1, 1)}
        value={Math.min(looked, total ?? 1)}
        aria-label={t('history.figures.progress')}
      />
      <span>
        {state === 'waiting' && `${t('history.figures.waiting')} `}
        {t('history.progress', { looked: number(looked), total: number(total ?? looked) })}
      </span>
    </div>
  );
}
