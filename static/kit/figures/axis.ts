const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Spans that people know, in milliseconds. */
const MARKS = [
  ...[1, 2, 5, 10, 30].map((n) => n * MINUTE),
  ...[1, 2, 4, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 30, 90, 365, 1000].map((n) => n * DAY),
];

/** Where spans lie on a log axis: a tenth of the time is as far away as ten times the time. */
export type Axis = {
  /** Place of a span, from 0 to the width. */
  readonly at: (ms: number) => number;
  /** Spans that have a label, so far apart that labels do not touch. */
  readonly marks: readonly number[];
};

/** A log axis is without zero: what is shorter than half a minute lies at its beginning. */
const SHORTEST = MINUTE / 2;

/**
 * @param spans what is to be shown, in milliseconds
 * @param width room in pixels
 * @param room of a label
 */
export function axisOf(spans: readonly number[], width: number, room = 56): Axis {
  const fit = spans.map((ms) => Math.max(SHORTEST, ms));
  const least = fit.reduce((a, b) => Math.min(a, b), Infinity);
  const most = fit.reduce((a, b) => Math.max(a, b), 0);
  // Something on both sides, so that dots are not cut; and a tenfold at least, so that there is a mark or two.
  const ends = most > 0 ? [least / 1.6, most * 1.6] : [MINUTE, DAY];
  const [low = 0, high = 0] = ends.map(Math.log);
  const more = Math.max(0, Math.LN10 - (high - low)) / 2;
  const [from, to] = [low - more, high + more];
  const at = (ms: number) => ((Math.log(Math.max(SHORTEST, ms)) - from) / (to - from)) * width;
  const marks: number[] = [];
  for (const mark of MARKS) {
    const place = at(mark);
    const last = marks.at(-1);
    if (place < room / 2 || place > width - room / 2) continue;
    if (last === undefined || place - at(last) >= room) marks.push(mark);
  }
  return { at, marks };
}

/**
 * Dots on one axis, moved up where they would lie upon each other.
 *
 * @param places of the dots along the axis, in the order in which they are to be placed
 * @param size of a dot
 * @returns how many dots each lies above the axis
 */
export function stacked(places: readonly number[], size: number): number[] {
  const ends: number[] = [];
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  const levels = new Array<number>(places.length).fill(0);
  for (const { place, index } of order) {
    const free = ends.findIndex((end) => end <= place);
    const level = free === -1 ? ends.length : free;
    ends[level] = place + size;
    levels[index] = level;
  }
  return levels;
}

/** Above each other they are as large as there is room for, and never smaller than this. */
const SMALLEST = 3;

/**
 * Dots of one size above an axis, with a gap of 1 between them. Where even the smallest ones do not fit, the highest
 * ones begin anew at the axis.
 *
 * @param places of the dots along the axis, in pixels
 * @param room.height of what may be drawn, `largest` diameter that a dot may have, in pixels
 * @returns the diameter, and how many dots each lies above the axis
 */
export function dotsOn(
  places: readonly number[],
  { height, largest }: { readonly height: number; readonly largest: number },
): { readonly size: number; readonly levels: readonly number[] } {
  for (let size = largest; ; size -= 2) {
    const levels = stacked(places, size + 1);
    const fit = Math.floor(height / (size + 1));
    if (levels.every((level) => level < fit)) return { size, levels };
    if (size <= SMALLEST) return { size, levels: levels.map((level) => level % fit) };
  }
}
