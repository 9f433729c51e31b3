/** Minimum, median and maximum: machines are noisy, so a single number says nothing. */
export function spread(values: readonly number[]): { min: number; median: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), max: at(1) };
}

/** "12.3 (11.9–14.0)" */
export function shown(values: readonly number[], digits = 1): string {
  const { min, median, max } = spread(values);
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

export type Row = {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly ok: boolean;
};
