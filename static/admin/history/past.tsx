import { FailureNote } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { BackfillPart } from './backfill-part';
import { FiguresPart } from './figures-part';
import { FindingsPart } from './findings-part';
import { UnreadPart } from './unread-part';
import './history.css';
import { useBackfill } from './use-backfill';
import { useCounts } from './use-counts';

/** The backfill and, below it, the list of what is wrong. */
export default function Past() {
  const { t } = useViewer();
  const backfill = useBackfill();
  const { view, failure } = backfill;
  // What was looked at since may have been found wrong.
  const counts = useCounts(`${view?.state ?? ''} ${view?.looked ?? 0}`);
  if (!view) {
    return failure ? (
      <FailureNote failure={failure} onRetry={backfill.reload} />
    ) : (
      <Skeleton lines={5} label={t('admin.history.loading')} />
    );
  }
  return (
    <div className="stack history">
      <BackfillPart backfill={backfill} view={view} counts={counts.value} />
      {failure && <FailureNote failure={failure} onRetry={backfill.reload} />}
      <UnreadPart />
      <FindingsPart view={view} counts={counts} />
      <FiguresPart />
    </div>
  );
}
