import { useViewer } from '../texts/texts';

/** The shape of what is coming, shown at once. */
export function Skeleton({ lines, label }: { lines: number; label?: string }) {
  const { t } = useViewer();
  return (
    <div className="skeleton" role="status" aria-label={label ?? t('state.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}
