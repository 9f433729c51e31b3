import { router } from '@forge/bridge';
import { type FiguresDot, type FiguresEstimate, type HowLongView } from '../../../src/contract';
import { spanText } from '../durations';
import { type Texts, useViewer } from '../texts';
import { type Axis, axisOf, stacked } from './axis';
import { markText } from './spans';

const DOT = 7;
const LABELS = 18;
const MOST_LEVELS = 24;

type Props = Pick<HowLongView, 'dots' | 'bins'> & {
  readonly median: FiguresEstimate;
  readonly width: number;
};

/** Every incident a dot on a log axis, open ones arrows; where there are too many, one bar for those alike. */
export function Strip({ dots, bins, median, width }: Props) {
  const { t } = useViewer();
  const spans = [...dots.map(({ ms }) => ms), ...bins.flatMap(({ from, to }) => [from, to])];
  const axis = axisOf(spans, width);
  const levels = stacked(
    dots.map(({ ms }) => axis.at(ms)),
    DOT + 1,
  );
  const rows = Math.min(MOST_LEVELS, levels.reduce((a, b) => Math.max(a, b), 0) + 1);
  const floor = bins.length > 0 ? 120 : Math.max(40, rows * (DOT + 1) + 12);
  return (
    <svg
      className="strip"
      width={width}
      height={floor + LABELS}
      role="group"
      aria-label={t('pictures.howLong.label')}
    >
      <Median {...{ median, axis, floor }} />
      <AxisLine {...{ axis, width, floor }} />
      {bins.length > 0 && <Bins {...{ bins, axis, floor }} />}
      {dots.map((dot, index) => (
        <Dot
          key={dot.id}
          dot={dot}
          x={axis.at(dot.ms)}
          y={floor - 6 - ((levels[index] ?? 0) % MOST_LEVELS) * (DOT + 1)}
        />
      ))}
    </svg>
  );
}

type LineProps = { readonly axis: Axis; readonly width: number; readonly floor: number };

/** Labelled in minutes, hours, days. */
export function AxisLine({ axis, width, floor }: LineProps) {
  const { t } = useViewer();
  return (
    <g aria-hidden="true">
      <line className="axis-line" x1={0} x2={width} y1={floor} y2={floor} />
      {axis.marks.map((mark) => (
        <g key={mark} transform={`translate(${axis.at(mark)} ${floor})`}>
          <line className="axis-line" y2={4} />
          <text className="axis-text" y={16} textAnchor="middle">
            {markText(mark, t)}
          </text>
        </g>
      ))}
    </g>
  );
}

type MedianProps = {
  readonly median: FiguresEstimate;
  readonly axis: Axis;
  readonly floor: number;
};

function Median({ median: { value, low, high }, axis, floor }: MedianProps) {
  if (value === null) return null;
  const from = low === null ? 0 : axis.at(low);
  const to = high === null ? axis.at(value) * 4 : axis.at(high);
  return (
    <g aria-hidden="true">
      {low !== null && (
        <rect className="median-band" x={from} width={Math.max(1, to - from)} height={floor} />
      )}
      <line className="median-line" x1={axis.at(value)} x2={axis.at(value)} y2={floor} />
    </g>
  );
}

type DotProps = { readonly dot: FiguresDot; readonly x: number; readonly y: number };

/** Says which incident it is, and opens it. */
function Dot({ dot, x, y }: DotProps) {
  const { t } = useViewer();
  const r = DOT / 2;
  return (
    <a
      href={`/browse/${dot.key}`}
      aria-label={dotText(dot, t)}
      className={`dot dot-${dot.severity ?? 'none'}`}
      onClick={(event) => {
        event.preventDefault();
        void router.open(`/browse/${dot.key}`);
      }}
    >
      <title>{dotText(dot, t)}</title>
      {dot.open ? (
        <path d={`M${x - r} ${y - r}L${x + r + 2} ${y}L${x - r} ${y + r}Z`} />
      ) : (
        <circle cx={x} cy={y} r={r} />
      )}
    </a>
  );
}

function dotText({ key, severity, ms, open }: FiguresDot, t: Texts): string {
  const level = severity === null ? t('severity.none') : t('severity.short', { level: severity });
  const duration = spanText(ms, t);
  return `${key} · ${level} · ${open ? t('pictures.openFor', { duration }) : duration}`;
}

type BinsProps = Pick<Props, 'bins'> & { readonly axis: Axis; readonly floor: number };

/** Severities upon each other, the worst at the bottom. */
function Bins({ bins, axis, floor }: BinsProps) {
  const heights = new Map<number, number>();
  for (const { from, n } of bins) heights.set(from, (heights.get(from) ?? 0) + n);
  const most = [...heights.values()].reduce((a, b) => Math.max(a, b), 1);
  const used = new Map<number, number>();
  return (
    <g aria-hidden="true">
      {bins.map(({ from, to, severity, n }) => {
        const below = used.get(from) ?? 0;
        used.set(from, below + n);
        const height = (n / most) * (floor - 8);
        return (
          <rect
            key={`${from} ${severity ?? ''}`}
            className={`dot dot-${severity ?? 'none'}`}
            x={axis.at(from)}
            y={floor - (below / most) * (floor - 8) - height}
            width={Math.max(1, axis.at(to) - axis.at(from) - 1)}
            height={height}
          />
        );
      })}
    </g>
  );
}
