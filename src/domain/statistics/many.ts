/** Of many tests, those that hold together: at most this share of them is wrong (Benjamini-Hochberg). */
export function holding(ps: readonly number[], share = 0.1): readonly boolean[] {
  const sorted = ps.toSorted((a, b) => a - b);
  const last = sorted.findLastIndex((p, at) => p <= (share * (at + 1)) / ps.length);
  const most = sorted[last] ?? -1;
  return ps.map((p) => p <= most);
}
