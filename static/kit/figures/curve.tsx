import { type FiguresCurvePoint } from '../../../src/contract';
import { useViewer, type Viewer } from '../texts/texts';
import { axisOf } from './axis';
import { intervalText, markText, percentText } from './spans';
import { AxisLine } from './axis-line';
import { InWords } from './in-words';

const HEIGHT = 120;
const LEFT = 40;
const TOP = 6;

type Props = { readonly points: readonly FiguresCurvePoint[]; readonly width: number };

/** The share of incidents that were not recovered yet after so long, with its band. */
export function Curve({ points, width }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const room = Math.max(80, width - LEFT - 4);
  const axis = axisOf(
    points.map(({ ms }) => ms),
    room,
  );
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP);
  return (
    <>
      <svg width={width} height={HEIGHT + 20} role="img" aria-label={t('pictures.howLong.curve')}>
        {[0, 0.5, 1].map((share) => (
          <g key={share} aria-hidden="true">
            <line className="grid-line" x1={LEFT} x2={width} y1={y(share)} y2={y(share)} />
            <text className="axis-text" x={LEFT - 6} y={y(share) + 4} textAnchor="end">
              {percentText(share, viewer)}
            </text>
          </g>
        ))}
        <g transform={`translate(${LEFT} 0)`}>
          <path className="curve-band" d={bandOf(points, axis.at, y)} />
          <path className="curve-line" d={stepsOf(points, axis.at, (point) => y(point.share))} />
          <AxisLine axis={axis} width={room} floor={HEIGHT} />
        </g>
      </svg>
      <InWords
        heads={(['after', 'left'] as const).map((head) => t(`pictures.head.${head}`))}
        rows={axis.marks.map((mark) => [markText(mark, t), leftText(points, mark, viewer)])}
      />
    </>
  );
}

/** "54% (48% to 60%)": the share that is left after so long. */
function leftText(points: Props['points'], ms: number, viewer: Viewer): string {
  const point = points.findLast((one) => one.ms <= ms);
  if (!point) return percentText(1, viewer);
  const interval = intervalText(point, viewer.t, (share) => percentText(share, viewer));
  return `${percentText(point.share, viewer)} (${interval})`;
}

type Place = (value: number) => number;

/** A share stays what it is until the next one is recovered. */
function stepsOf(
  points: readonly FiguresCurvePoint[],
  x: Place,
  y: (point: FiguresCurvePoint) => number,
): string {
  return points
    .map((point, n) => `${n ? `H${x(point.ms)}V` : `M${x(point.ms)} `}${y(point)}`)
    .join('');
}

function bandOf(points: readonly FiguresCurvePoint[], x: Place, y: Place): string {
  const above = stepsOf(points, x, ({ high }) => y(high));
  const back = points.toReversed();
  const below = back.map(({ ms, low }, n) => `V${y(low)}H${x(back[n + 1]?.ms ?? ms)}`).join('');
  return points.length === 0 ? '' : `${above}${below}Z`;
}
