import { FailureNote } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { Begin } from './begin';
import { Ready } from './ready';
import { Steps } from './steps';
import { useSetUp } from './use-set-up';

/** The project and all it needs, made or adopted step by step. */
export function SetUpSection() {
  const { t } = useViewer();
  const setUp = useSetUp();
  const { view, failure, running, changing } = setUp;
  if (!view) {
    return failure ? (
      <FailureNote failure={failure} onRetry={setUp.reload} />
    ) : (
      <Skeleton lines={6} />
    );
  }
  const begun = view.choices !== null;
  return (
    <div className="stack">
      <h2>{t('admin.setUp.title')}</h2>
      {begun && !changing && view.ready && running === undefined && (
        <Ready view={view} onAgain={setUp.run} onChange={setUp.change} />
      )}
      {begun && !changing && !(view.ready && running === undefined) && (
        <Steps view={view} running={running} onRun={setUp.run} onChange={setUp.change} />
      )}
      {(!begun || changing) && (
        <Begin
          before={view.choices}
          onBegin={setUp.begin}
          onBack={begun ? setUp.keep : undefined}
        />
      )}
      {failure && <FailureNote failure={failure} />}
    </div>
  );
}
