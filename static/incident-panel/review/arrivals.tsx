import { type IncidentView, offsetAt } from '../../../src/contract';
import { momentText, zoneText } from '../../kit/texts/moments';
import { useViewer, type Viewer } from '../../kit/texts/texts';
import { useWidth } from '../../kit/page/width';
import { type Curve, curveOf, halfOf } from './curve';

type Props = { readonly incident: IncidentView; readonly moments: readonly number[] };

const HEIGHT = 180;
const LEFT = 32;
const RIGHT = 12;
const TOP = 22;
const BOTTOM = 24;
/** A time on the axis needs so much room. */
const TIME_WIDTH = 84;
const DAY_MS = 86_400_000;

/** Tickets over time: a line that goes up, the same in a sentence, and as a table for whoever wants it. */
export function Arrivals({ incident, moments }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const [frame, width] = useWidth();
  const start =
    incident.times.impactStart === null ? undefined : Date.parse(incident.times.impactStart);
  const until = Date.parse(incident.times.impactRecovered ?? incident.now);
  const offsetMs = offsetAt(until, viewer.timeZone);
  const room = Math.floor((width - LEFT - RIGHT) / TIME_WIDTH);
  const curve = curveOf(moments, { start, until, room, offsetMs });
  return (
    <figure className="review-curve">
      <div ref={frame}>
        <Picture curve={curve} start={start} width={width} label={t('review.curve.label')} />
      </div>
      <figcaption>
        <p>{sentence(moments, { start, now: Date.parse(incident.now) }, viewer)}</p>
        <p className="field-help">{t('review.curve.axis', { zone: zoneText(viewer) })}</p>
        <Table curve={curve} now={Date.parse(incident.now)} />
      </figcaption>
    </figure>
  );
}

function sentence(
  moments: readonly number[],
  { start, now }: { readonly start?: number; readonly now: number },
  viewer: Viewer,
): string {
  const { t } = viewer;
  const text = (at: number | undefined) => (at === undefined ? '' : momentText(at, viewer, now));
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const spread =
    moments.length === 1
      ? t('review.curve.single', { first: text(first) })
      : t('review.curve.sentence', {
          first: text(first),
          last: text(last),
          half: text(halfOf(moments)),
        });
  const count = start === undefined ? 0 : moments.filter((at) => at < start).length;
  const before = count > 0 ? t('review.curve.beforeStart', { count, time: text(start) }) : '';
  return `${spread} ${before}`.trim();
}

type PictureProps = {
  readonly curve: Curve;
  readonly start?: number;
  readonly width: number;
  readonly label: string;
};

function Picture({ curve, start, width, label }: PictureProps) {
  const viewer = useViewer();
  const { from, to, steps, times, levels } = curve;
  const top = levels.at(-1) ?? 1;
  const x = (at: number) => LEFT + ((at - from) / (to - from)) * (width - LEFT - RIGHT);
  const y = (count: number) => HEIGHT - BOTTOM - (count / top) * (HEIGHT - TOP - BOTTOM);
  const up = steps.map(({ at, count }) => `H${x(at).toFixed(1)}V${y(count).toFixed(1)}`).join('');
  const startX = start === undefined ? undefined : x(start);
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      {levels.map((level) => (
        <g key={level}>
          <line className="curve-grid" x1={LEFT} x2={width - RIGHT} y1={y(level)} y2={y(level)} />
          <text className="curve-text" x={LEFT - 6} y={y(level) + 4} textAnchor="end">
            {level}
          </text>
        </g>
      ))}
      {times.map((at) => (
        <g key={at}>
          <line className="curve-tick" x1={x(at)} x2={x(at)} y1={y(0)} y2={y(0) + 4} />
          <text className="curve-text" x={x(at)} y={HEIGHT - 6} textAnchor="middle">
            {tickText(at, to - from, viewer)}
          </text>
        </g>
      ))}
      {startX !== undefined && (
        <>
          <line className="curve-start" x1={startX} x2={startX} y1={TOP - 6} y2={y(0)} />
          <text
            className="curve-text curve-start-text"
            x={startX + (startX > width * 0.6 ? -4 : 4)}
            y={TOP - 10}
            textAnchor={startX > width * 0.6 ? 'end' : 'start'}
          >
            {viewer.t('review.curve.start')}
          </text>
        </>
      )}
      <path className="curve-line" d={`M${x(from)} ${y(0)}${up}H${x(to)}`} />
    </svg>
  );
}

/** The hour; the day where more than one is shown. */
function tickText(at: number, span: number, { locale, timeZone }: Viewer): string {
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { day: 'numeric', month: 'short' } as const;
  const format = span > 2 * DAY_MS ? day : time;
  return new Intl.DateTimeFormat(locale, { ...format, timeZone }).format(at);
}

function Table({ curve: { steps }, now }: { readonly curve: Curve; readonly now: number }) {
  const viewer = useViewer();
  const { t } = viewer;
  return (
    <details>
      <summary>{t('review.curve.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('review.curve.until')}</th>
            <th scope="col">{t('review.curve.count')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ at, count }) => (
            <tr key={at}>
              <td>{momentText(at, viewer, now)}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
