import { type Duration } from './kaplan-meier';

/** Durations as comparisons need them: sorted once, in columns, so that many thousands cost no object each. */
export type Sample = {
  /** Natural logarithms of milliseconds, the shortest first. */
  readonly logs: Float64Array;
  /** 1: it ended; 0: it goes on. */
  readonly ended: Uint8Array;
  /** How many go on. */
  readonly open: number;
};

/** Whatever is asked: a logarithm is a number. Durations come at their resolution, of which none is shorter. */
const SHORTEST_MS = 1;

export function sampleOf(durations: readonly Duration[]): Sample {
  return sortedSample(durations.toSorted((a, b) => a.ms - b.ms));
}

/** @param sorted the shortest first */
export function sortedSample(sorted: readonly Duration[]): Sample {
  const { length } = sorted;
  const [logs, ended] = [new Float64Array(length), new Uint8Array(length)];
  let open = 0;
  for (const [at, one] of sorted.entries()) {
    logs[at] = Math.log(Math.max(one.ms, SHORTEST_MS));
    ended[at] = one.open ? 0 : 1;
    open += one.open ? 1 : 0;
  }
  return { logs, ended, open };
}

/** All but these, and these. @param places in ascending order */
export function parted(all: Sample, places: Float64Array): readonly [Sample, Sample] {
  const others = emptySample(all.logs.length - places.length);
  const these = emptySample(places.length);
  let [from, to] = [0, 0];
  for (const [at, place] of places.entries()) {
    // What lies between two of them is taken over in one piece.
    others.logs.set(all.logs.subarray(from, place), to);
    others.ended.set(all.ended.subarray(from, place), to);
    these.logs[at] = all.logs[place] ?? 0;
    these.ended[at] = all.ended[place] ?? 0;
    to += place - from;
    from = place + 1;
  }
  others.logs.set(all.logs.subarray(from), to);
  others.ended.set(all.ended.subarray(from), to);
  const open = these.ended.reduce((sum, ended) => sum + 1 - ended, 0);
  return [
    { ...others, open: all.open - open },
    { ...these, open },
  ];
}

function emptySample(length: number) {
  return { logs: new Float64Array(length), ended: new Uint8Array(length) };
}
