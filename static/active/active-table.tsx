import { spanText } from '../kit/texts/durations';
import { IssueKey } from '../kit/jira/issue-key';
import { lasted, type Listed } from '../kit/lists/listed';
import { useServerNow } from '../kit/texts/server-clock';
import { PhaseSign, SeveritySign } from '../kit/incident/signs';
import { useViewer } from '../kit/texts/texts';
import { type Column } from './config';

type Props = {
  readonly columns: readonly Column[];
  readonly incidents: readonly Listed[];
  /** Epoch milliseconds when they were read. */
  readonly at: number;
};

/** One incident a row; in a narrow column its cells are two lines. The roles say it is a table all the same. */
export function ActiveTable({ columns, incidents, at }: Props) {
  const { t } = useViewer();
  const now = useServerNow(at, 1000);
  return (
    <div className="active-table" role="table" aria-label={t('active.label')}>
      <div className="active-row active-heads" role="row">
        <span role="columnheader">{t('active.column.incident')}</span>
        {columns.map((column) => (
          <span key={column} role="columnheader" className={`active-${column}`}>
            {t(`active.column.${column}`)}
          </span>
        ))}
      </div>
      {incidents.map((incident) => (
        <div key={incident.key} className="active-row" role="row">
          <span role="cell" className="active-incident">
            <SeveritySign severity={incident.severity} />
            <span className="active-what">
              <IssueKey issue={incident.key} /> {incident.summary}
              {incident.isDrill && <span className="active-drill">{t('active.drill')}</span>}
            </span>
          </span>
          {columns.map((column) => (
            <span key={column} role="cell" className={`active-${column}`}>
              <Cell column={column} incident={incident} now={now} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

type CellProps = {
  readonly column: Column;
  readonly incident: Listed;
  readonly now: number;
};

function Cell({ column, incident, now }: CellProps) {
  const { t } = useViewer();
  const { service, products, manager, phase } = incident;
  switch (column) {
    case 'service':
      return <>{service?.name ?? <em>{t('active.unknown')}</em>}</>;
    case 'products':
      return <>{products.join(', ')}</>;
    case 'manager':
      return <>{manager ?? <em className="active-nobody">{t('active.nobody')}</em>}</>;
    case 'running':
      return <>{spanText(lasted(incident, now), t)}</>;
    case 'due':
      return <Due incident={incident} now={now} />;
    case 'phase':
      return phase && <PhaseSign phase={phase} />;
  }
}

const SOON_MS = 10 * 60_000;

/** The promised update, counted down. */
function Due({
  incident: { due, phase },
  now,
}: {
  readonly incident: Listed;
  readonly now: number;
}) {
  const { t } = useViewer();
  if (phase === 'resolved') return null;
  if (due === null) return <em>{t('active.noDue')}</em>;
  const left = due - now;
  const duration = spanText(Math.abs(left), t, { seconds: left >= 0 && left < SOON_MS });
  const urgency = left < 0 ? 'overdue' : left < SOON_MS ? 'soon' : 'later';
  return (
    <span className={`update-due update-${urgency}`}>
      <Label /> {left < 0 ? t('active.overdue', { duration }) : t('active.dueIn', { duration })}
    </span>
  );
}

/** Where the columns have no heads to be seen. */
function Label() {
  const { t } = useViewer();
  return (
    <span className="active-narrow" aria-hidden="true">
      {t('active.update')}
    </span>
  );
}
