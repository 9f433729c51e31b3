import { useId, useMemo, useState } from 'react';
import { type FiguresDot, type FiguresEstimate, type HowLongView } from '../../../src/contract';
import { useViewer } from '../texts/texts';
import { type Axis, axisOf, dotsOn } from './axis';
import { AxisLine } from './axis-line';
import { Bins, highestOf } from './bins';
import { Dots, dotText } from './dots';
import { Legend } from './legend';
import { countText, isTold } from './spans';

const LABELS = 18;
/** As high as dots are stacked; on a wide page higher. */
const HEIGHTS = { narrow: 200, wide: 320 };
const WIDE = 640;
const LEAST = 40;
const BARS = 120;

type Props = Pick<HowLongView, 'dots' | 'bins'> & {
  readonly median: FiguresEstimate;
  readonly width: number;
};

/** Every incident a dot on a log axis, open ones arrows; where there are too many, one bar for those alike. */
export function Strip({ dots, bins, median, width }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const hint = useId();
  const [pointed, setPointed] = useState<FiguresDot>();
  const { axis, placed, size, floor } = useMemo(
    () => drawingOf(dots, bins, width),
    [dots, bins, width],
  );
  const most = countText(highestOf(bins), viewer);
  return (
    <>
      <svg
        className="strip"
        width={width}
        height={floor + LABELS}
        role="group"
        aria-label={t('pictures.howLong.label')}
        aria-describedby={hint}
      >
        <Median median={median} axis={axis} floor={floor} width={width} />
        <AxisLine axis={axis} width={width} floor={floor} />
        <Bins bins={bins} axis={axis} floor={floor} />
        <Dots placed={placed} size={size} onPoint={setPointed} />
      </svg>
      <Legend dots={dots} bins={bins} hasMedian={isTold(median)} />
      <p id={hint} className="picture-note">
        {t(bins.length > 0 ? 'pictures.howLong.bars' : 'pictures.howLong.hint', { n: most })}
      </p>
      {/* The name of the link says the same to whoever hears the page. */}
      <p className="strip-pointed" aria-hidden="true">
        {pointed && dotText(pointed, t)}
      </p>
    </>
  );
}

function drawingOf(dots: Props['dots'], bins: Props['bins'], width: number) {
  const spans = [...dots.map(({ ms }) => ms), ...bins.flatMap(({ from, to }) => [from, to])];
  const axis = axisOf(spans, width);
  const sorted = dots.toSorted((a, b) => a.ms - b.ms);
  const height = width < WIDE ? HEIGHTS.narrow : HEIGHTS.wide;
  const { size, levels } = dotsOn(
    sorted.map(({ ms }) => axis.at(ms)),
    { height, largest: width < WIDE ? 7 : 9 },
  );
  const rows = levels.reduce((a, b) => Math.max(a, b), 0) + 1;
  const floor = bins.length > 0 ? BARS : Math.max(LEAST, rows * (size + 1) + 12);
  const placed = sorted.map((dot, at) => {
    const y = floor - 2 - size / 2 - (levels[at] ?? 0) * (size + 1);
    return { dot, x: axis.at(dot.ms), y };
  });
  return { axis, placed, size, floor };
}

type MedianProps = {
  readonly median: FiguresEstimate;
  readonly axis: Axis;
  readonly floor: number;
  readonly width: number;
};

/** Only with its interval: without, it would say more than is known. */
function Median({ median, axis, floor, width }: MedianProps) {
  const { value, low, high } = median;
  if (value === null || !isTold(median)) return null;
  const from = low === null ? 0 : axis.at(low);
  const to = high === null ? width : axis.at(high);
  return (
    <g aria-hidden="true">
      <rect className="median-band" x={from} width={Math.max(1, to - from)} height={floor} />
      <line className="median-line" x1={axis.at(value)} x2={axis.at(value)} y2={floor} />
    </g>
  );
}
