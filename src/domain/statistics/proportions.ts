import { Z_95 } from './distributions';
import { type Estimate, unknownOf } from './estimate';

/** A share with Wilson's 95 % interval. */
export function wilson(hits: number, n: number): Estimate {
  if (n === 0) return unknownOf(0);
  const share = hits / n;
  const z2 = Z_95 * Z_95;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const reach = (Z_95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const low = hits === 0 ? 0 : Math.max(0, middle - reach);
  const high = hits === n ? 1 : Math.min(1, middle + reach);
  return { n, value: share, low, high };
}
