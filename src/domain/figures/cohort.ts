import { CLOCK_SKEW_MS, spanOf, measured, wrongPair } from '../clocks/clocks';
import { type Severity } from '../incident/severity';
import { type Duration } from '../statistics/kaplan-meier';
import { type Instant } from '../time';
import { type Counted, wholeBatches } from './hidden';
import { type Row, timesOf } from './row';
import { type FiguresExcluded } from './views';

/** An incident with its start: what TTD and TTR are counted from. */
export type Member = Counted & { readonly start: Instant };

/** The incidents of a picture, and how many were left out and why. */
export type Cohort = {
  /** By impact start, the earliest first. */
  readonly members: readonly Member[];
  readonly open: number;
  readonly excluded: FiguresExcluded;
};

/** What is chosen of all that somebody may see. */
export type Choice = {
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
  readonly severities?: readonly Severity[];
  readonly services?: readonly string[];
};

/**
 * Incidents begun in the period. Cancelled ones, drills and those whose times cannot be right are counted apart.
 *
 * @param rows those that the person sees, and hidden ones in their batches, of which no excluded one is counted
 */
export function cohortOf(rows: readonly Counted[], choice: Choice): Cohort {
  const chosen = rows.filter((row) => isChosen(row, choice));
  const excluded = { cancelled: 0, drill: 0, noStart: 0, noEnd: 0, impossible: 0 };
  const included: Member[] = [];
  for (const row of chosen) {
    const why = exclusionOf(row, choice.now);
    if (why) excluded[why] += row.batch ? 0 : 1;
    else if (hasStart(row)) included.push(row);
  }
  included.sort((a, b) => a.start - b.start);
  const members = wholeBatches(included);
  return { members, open: members.filter(isOpen).length, excluded };
}

/**
 * Begun in the period, of these severities and services. Without a start, or with one that has not come yet, the moment
 * counts at which it was raised: so what cannot be drawn is still counted.
 */
export function isChosen(row: Row, { from, to, now, severities, services }: Choice): boolean {
  const at = row.start === undefined || row.start > now ? row.created : row.start;
  if (at < from || at >= to) return false;
  if (severities?.length && !severities.some((one) => one === row.severity)) return false;
  return !services?.length || services.some((one) => one === row.service?.id);
}

/** Why it is in no picture; undefined: it is. */
export function exclusionOf(row: Row, now: Instant): keyof FiguresExcluded | undefined {
  if (row.phase === 'cancelled') return 'cancelled';
  if (row.drill) return 'drill';
  const { start, recovered } = row;
  if (wrongPair(timesOf(row))) return 'impossible';
  if (start === undefined) return 'noStart';
  if (start > now + CLOCK_SKEW_MS) return 'impossible';
  return row.phase === 'resolved' && recovered === undefined ? 'noEnd' : undefined;
}

function hasStart(row: Row): row is Member {
  return row.start !== undefined;
}

/** Its impact is not over. The status says nothing of that: work may go on after it, or have stopped before. */
export function isOpen({ recovered }: Row): boolean {
  return recovered === undefined;
}

/** Time to recovery; of an open one so far. */
export function ttrOf(member: Member, now: Instant): Duration {
  const { ttrMs } = measured(timesOf(member));
  return { ms: ttrMs ?? spanOf(member.start, now), open: ttrMs === undefined };
}

/** Time to detect; null where nobody knows when it was detected. */
function ttdOf(member: Member): Duration | null {
  const { ttdMs } = measured(timesOf(member));
  return ttdMs === undefined ? null : { ms: ttdMs, open: false };
}

/** Of those that have one. */
export function ttdsOf(members: readonly Member[]): readonly Duration[] {
  return members.flatMap((member) => ttdOf(member) ?? []);
}

export function ttrsOf(members: readonly Member[], now: Instant): readonly Duration[] {
  return members.map((member) => ttrOf(member, now));
}
