import { type ReactNode } from 'react';
import { type FiguresEstimate } from '../../../src/contract';
import { spanText } from '../texts/durations';
import { useViewer } from '../texts/texts';
import { useWidth } from '../page/width';
import { type Axis, axisOf } from './axis';
import { intervalText, isTold } from './spans';
import { AxisLine } from './axis-line';

/** Something with a median: a period, a service, a step. */
type EstimateRow = {
  readonly key: string;
  readonly name: string;
  readonly estimate: FiguresEstimate;
  /** How many it is of, and what else there is to say. */
  readonly note: ReactNode;
};

type Props = { readonly label: string; readonly rows: readonly EstimateRow[] };

/** Medians with their intervals on one log axis, a row each; the same in words beside. */
export function EstimateRows({ label, rows }: Props) {
  const { t } = useViewer();
  const [frame, width] = useWidth();
  const ends = rows.flatMap(({ estimate: { value, low, high } }) =>
    [value, low, high].filter((end) => end !== null),
  );
  const axis = axisOf(ends, width);
  if (rows.length === 0) return null;
  return (
    <>
      <div className="estimates" role="table" aria-label={label}>
        {rows.map(({ key, name, estimate, note }) => (
          <div key={key} className="estimate" role="row">
            <span role="rowheader" className="estimate-name">
              {name}
            </span>
            <span role="cell" className="estimate-said">
              <Said estimate={estimate} /> <span className="estimate-note">{note}</span>
            </span>
            <Bar axis={axis} width={width} estimate={estimate} />
          </div>
        ))}
      </div>
      <div ref={frame} aria-hidden="true">
        {ends.length > 0 && (
          <svg width={width} height={20} className="estimate-axis">
            <AxisLine axis={axis} width={width} floor={0} />
          </svg>
        )}
      </div>
      {ends.length > 0 && (
        <p className="picture-note">
          {label}. {t('pictures.rowsLegend')}
        </p>
      )}
    </>
  );
}

function Said({ estimate }: { readonly estimate: FiguresEstimate }) {
  const { t } = useViewer();
  const { n, value, low } = estimate;
  if (n === 0) return <>{t('pictures.noIncident')}</>;
  if (value !== null) {
    const interval = intervalText(estimate, t);
    return (
      <>
        <strong>{spanText(value, t)}</strong> {interval && `(${interval})`}
      </>
    );
  }
  return <>{low === null ? t('pictures.tooFew') : intervalText(estimate, t)}</>;
}

type BarProps = {
  readonly axis: Axis;
  readonly width: number;
  readonly estimate: FiguresEstimate;
};

function Bar({ axis, width, estimate }: BarProps) {
  const { value, low, high } = estimate;
  if (value === null && !isTold(estimate)) return null;
  if (!isTold(estimate)) {
    // One of a few: where it lies, and no word on where others may.
    return (
      <svg width={width} height={12} aria-hidden="true" className="estimate-bar">
        <circle className="interval-middle" cx={axis.at(value ?? 0)} cy={6} r={5} />
      </svg>
    );
  }
  const from = low === null ? 0 : axis.at(low);
  const to = high === null ? width : axis.at(high);
  return (
    <svg width={width} height={12} aria-hidden="true" className="estimate-bar">
      <line className="interval" x1={from} x2={to} y1={6} y2={6} />
      {high === null && (
        <path className="interval-open" d={`M${width - 6} 2L${width} 6L${width - 6} 10`} />
      )}
      {value !== null && <circle className="interval-middle" cx={axis.at(value)} cy={6} r={5} />}
    </svg>
  );
}
