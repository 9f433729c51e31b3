const PATTERN = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const UNITS_MS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000];

/**
 * Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds: `PT30M`, `P1DT2H`.
 *
 * @throws {Error} for anything else, months and years included: they have no fixed length.
 */
export function durationMs(text: string): number {
  const parts: readonly (string | undefined)[] = PATTERN.exec(text)?.slice(1) ?? [];
  if (!parts.some(Boolean)) throw new Error(`Not an ISO 8601 duration: ${text}`);
  return UNITS_MS.reduce((sum, unit, i) => sum + unit * Number(parts[i] ?? 0), 0);
}
