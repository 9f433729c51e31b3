/** A line that goes up by one at each arrival, and what stands on its axes. Moments are epoch milliseconds. */
export type Curve = {
  readonly from: number;
  readonly to: number;
  /** Where it goes up, and to how many; oldest first, arrivals of one moment together. */
  readonly steps: readonly { readonly at: number; readonly count: number }[];
  readonly times: readonly number[];
  readonly levels: readonly number[];
};

type About = {
  /** The impact start, where it is known: it is in view. */
  readonly start?: number;
  /** As far as the line goes on after the last arrival. */
  readonly until: number;
  /** As many times as there is room for. */
  readonly room: number;
  /** Of the viewer's clock to UTC at that moment, in milliseconds: times stand at full hours of theirs. */
  readonly offsetMs: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 30, 90, 365].map((days) => days * DAY),
];

/** The arrivals so far, as a line. @param moments of the arrivals, in any order, at least one */
export function curveOf(moments: readonly number[], about: About): Curve {
  const sorted = moments.toSorted((a, b) => a - b);
  const [first = about.until] = sorted;
  const last = sorted.at(-1) ?? first;
  const earliest = Math.min(first, about.start ?? first);
  const latest = Math.max(last, about.until, about.start ?? last);
  const margin = Math.max((latest - earliest) * 0.04, MINUTE);
  const from = earliest - margin;
  const to = latest + margin;
  const steps = sorted.flatMap((at, n) => (sorted[n + 1] === at ? [] : [{ at, count: n + 1 }]));
  return { from, to, steps, times: timesIn(from, to, about), levels: levelsTo(sorted.length) };
}

function timesIn(from: number, to: number, { room, offsetMs }: About): readonly number[] {
  const fits = (step: number) => (to - from) / step <= Math.max(room, 1);
  const step = STEPS.find(fits) ?? Math.ceil((to - from) / (365 * DAY)) * 365 * DAY;
  const begin = Math.ceil((from + offsetMs) / step) * step - offsetMs;
  const count = begin > to ? 0 : Math.floor((to - begin) / step) + 1;
  return Array.from({ length: count }, (_, n) => begin + n * step);
}

/** Whole numbers up to what there is, four or five of them. */
function levelsTo(most: number): readonly number[] {
  const rough = Math.max(most / 4, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((one) => one >= rough) ?? rough;
  const whole = Math.max(1, Math.round(step));
  return Array.from({ length: Math.ceil(most / whole) + 1 }, (_, n) => n * whole);
}

/** The moment by which half of the tickets were there. */
export function halfOf(moments: readonly number[]): number | undefined {
  const sorted = moments.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1];
}
