/**
 * A number with its 95 % interval. What cannot be told is null: the value where there is nothing, an end where the
 * interval is open, all three where there are too few.
 */
export type Estimate = {
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/** Nothing can be told of so few. */
export function unknownOf(n: number): Estimate {
  return { n, value: null, low: null, high: null };
}
