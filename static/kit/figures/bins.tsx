import { type FiguresBin } from '../../../src/contract';
import { type Axis } from './axis';

/** Room above the highest bar. */
const AIR = 8;

type Props = { readonly bins: readonly FiguresBin[]; readonly axis: Axis; readonly floor: number };

/** A bar for those alike; severities upon each other, the worst at the bottom. */
export function Bins({ bins, axis, floor }: Props) {
  const most = highestOf(bins);
  const used = new Map<number, number>();
  return (
    <g aria-hidden="true">
      {bins.map(({ from, to, severity, n }) => {
        const below = used.get(from) ?? 0;
        used.set(from, below + n);
        const height = (n / most) * (floor - AIR);
        return (
          <rect
            key={`${from} ${severity ?? ''}`}
            className={`dot dot-${severity ?? 'none'}`}
            x={axis.at(from)}
            y={floor - (below / most) * (floor - AIR) - height}
            width={Math.max(1, axis.at(to) - axis.at(from) - 1)}
            height={height}
          />
        );
      })}
    </g>
  );
}

/** How many incidents the highest bar stands for. */
export function highestOf(bins: readonly FiguresBin[]): number {
  const heights = new Map<number, number>();
  for (const { from, n } of bins) heights.set(from, (heights.get(from) ?? 0) + n);
  return [...heights.values()].reduce((a, b) => Math.max(a, b), 1);
}
