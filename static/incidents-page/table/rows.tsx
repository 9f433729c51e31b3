import { memo } from 'react';
import { type FigureRow } from '../../../src/contract';
import { spanText } from '../../kit/texts/durations';
import { IssueKey } from '../../kit/jira/issue-key';
import { momentText } from '../../kit/texts/moments';
import { PhaseSign } from '../../kit/incident/signs';
import { useViewer, type Viewer } from '../../kit/texts/texts';
import { severityText, whyText } from './said';

const COLUMNS = ['key', 'severity', 'phase', 'service', 'start', 'ttd', 'ttr'] as const;

type HeadsProps = { readonly withExcluded: boolean };

export function Heads({ withExcluded }: HeadsProps) {
  const { t } = useViewer();
  return (
    <thead>
      <tr>
        {[...COLUMNS, ...(withExcluded ? (['excluded'] as const) : [])].map((column) => (
          <th key={column} scope="col">
            {t(`incidentsPage.column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type Props = HeadsProps & { readonly rows: readonly FigureRow[]; readonly now: number };

/** Some incidents, a row each. */
export const Rows = memo(function Rows({ rows, now, withExcluded }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  return (
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <IssueKey issue={row.key} />
          </th>
          <td>{severityText(row, viewer)}</td>
          <td>
            <PhaseSign phase={row.phase} />
          </td>
          <td className="incidents-service">{serviceText(row, viewer)}</td>
          <td>{row.start === null ? '–' : momentText(row.start, viewer, now)}</td>
          <td>{row.ttdMs === null ? '–' : spanText(row.ttdMs, t)}</td>
          <td>{recoveryText(row, now, viewer)}</td>
          {withExcluded && <td>{row.excluded && whyText(row.excluded, viewer)}</td>}
        </tr>
      ))}
    </tbody>
  );
});

/** "Checkout"; where nobody said: a dash. */
function serviceText({ service }: FigureRow, { t }: Viewer): string {
  if (service.id === null) return '–';
  return service.name ?? t('pictures.where.gone');
}

/** One that is not over yet lasts until now. */
function recoveryText({ ttrMs, start, excluded }: FigureRow, now: number, { t }: Viewer): string {
  if (ttrMs !== null) return spanText(ttrMs, t);
  if (excluded !== null || start === null) return '–';
  return t('pictures.openFor', { duration: spanText(now - start, t) });
}
