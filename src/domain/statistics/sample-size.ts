import { Z_95, Z_POWER } from './distributions';

/**
 * How many incidents each period needs, so that a cut of this share is seen 4 times in 5.
 *
 * @param sdOfLog standard deviation of the natural logarithms of the durations
 */
export function neededFor(cut: number, sdOfLog: number): number {
  return Math.max(2, Math.ceil(2 * (((Z_95 + Z_POWER) * sdOfLog) / Math.log(1 - cut)) ** 2));
}

/** Standard deviation of the logarithms; null of fewer than ten. */
export function sdOfLog(durations: readonly number[]): number | null {
  if (durations.length < 10) return null;
  const logs = durations.map((ms) => Math.log(Math.max(ms, 1)));
  const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
  const squares = logs.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return Math.sqrt(squares / (logs.length - 1));
}
