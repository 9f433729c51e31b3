import { useState } from 'react';
import { type BackfillView, type FindingFilter } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote } from '../../kit/page/failure';
import { Skeleton } from '../../kit/page/skeleton';
import { useViewer } from '../../kit/texts/texts';
import { FindingList } from './finding-list';
import { type Counts, countText } from './use-counts';
import { useFindings } from './use-findings';

const KINDS = [
  'all',
  'missing',
  'impossible',
  'suspicious',
  'toConfirm',
  'held',
] as const satisfies readonly FindingFilter[];

/** The incidents whose times are wrong, by kind. */
export function FindingsPart({ view, counts }: { view: BackfillView; counts: Counts }) {
  const { t } = useViewer();
  const [kind, setKind] = useState<FindingFilter>('all');
  // Read anew when a run ends or stops, not while somebody reads it.
  const list = useFindings(kind, view.state);
  const { rows, hidden, next, busy, failure } = list;
  const isEmpty = rows.length === 0 && hidden === 0;
  const refresh = () => {
    counts.reload();
    list.reload();
  };
  return (
    <section className="stack" aria-labelledby="findings-title">
      <h3 id="findings-title">{t('history.findings.title')}</h3>
      <p>{t('history.findings.text')}</p>
      <Kinds kind={kind} counts={counts} onChoose={setKind} />
      {failure && <FailureNote failure={failure} onRetry={refresh} />}
      {isEmpty && busy && <Skeleton lines={4} label={t('history.findings.loading')} />}
      {isEmpty && !busy && !failure && (
        <p role="status">
          {view.state === 'done' ? t('history.findings.empty') : t('history.findings.later')}
        </p>
      )}
      {rows.length > 0 && <FindingList rows={rows} />}
      {hidden > 0 && <p className="hint">{t('history.findings.hidden', { count: hidden })}</p>}
      <div className="buttons">
        {next !== null && (
          <Button onClick={list.more} isBusy={busy && !isEmpty}>
            {t('history.action.more')}
          </Button>
        )}
        <Button appearance="subtle" onClick={refresh}>
          {t('history.action.refresh')}
        </Button>
      </div>
    </section>
  );
}

type KindsProps = {
  readonly kind: FindingFilter;
  readonly counts: Counts;
  readonly onChoose: (kind: FindingFilter) => void;
};

function Kinds({ kind, counts, onChoose }: KindsProps) {
  const { t, locale } = useViewer();
  return (
    <div className="kinds" role="group" aria-label={t('history.findings.filter')}>
      {KINDS.map((one) => (
        <button
          key={one}
          type="button"
          className="kind"
          aria-pressed={one === kind}
          onClick={() => {
            onChoose(one);
          }}
        >
          {t(`history.kind.${one}`)}
          {counts.value && <span> {countText(counts.value[one], locale, t)}</span>}
        </button>
      ))}
    </div>
  );
}
