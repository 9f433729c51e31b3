import { type ImpactTimes, TIME_NAMES, type TimeName, wrongPair } from './clocks';
import { type Incident } from '../incident/incident';
import { effectiveTimes, heldTimes, type Notes, toConfirm } from './notes';
import { type Instant, MINUTE_MS } from '../time';

/**
 * What can be wrong with the times of an incident: one is missing, two contradict each other, one looks like a slip of
 * the pen, the end rests on a transition that nobody confirmed, or Jira refused to keep one.
 */
export const FINDING_KINDS = ['missing', 'impossible', 'suspicious', 'toConfirm', 'held'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Why a possible time is hardly true: the year, morning taken for evening, or an incident of more than half a year. */
type Suspicion = 'yearOfStart' | 'yearOfEnd' | 'halfDayToDetect' | 'halfDayToRecover' | 'longSpan';

/** One thing that is wrong, in codes: which time, which pair, which suspicion. */
export type Finding =
  | { readonly kind: 'missing' | 'held'; readonly about: TimeName }
  | { readonly kind: 'impossible'; readonly about: `${TimeName}>${TimeName}` }
  | { readonly kind: 'suspicious'; readonly about: Suspicion }
  | { readonly kind: 'toConfirm'; readonly about: 'impactRecovered' };

const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** From here on it is rather the year that is wrong than the day. */
const ABOUT_A_YEAR_MS = 350 * DAY_MS;
const LONGEST_MS = 180 * DAY_MS;
const HALF_DAY_MS = 12 * HOUR_MS;
const NEARLY_MS = 10 * MINUTE_MS;

/**
 * What is wrong with the times that the clocks go by. A time counts as missing once the incident is resolved: before
 * that it is being worked on. Nothing is wrong with what was cancelled.
 *
 * @returns in the order of {@link FINDING_KINDS}; empty when every time is there, possible, plausible and kept.
 */
export function findingsOf(incident: Incident, notes: Notes): Finding[] {
  if (incident.phase === 'cancelled') return [];
  const times = effectiveTimes(incident, notes);
  return [
    ...missing(incident, times),
    ...impossible(times),
    ...suspicions(times, incident.created).map((about) => ({ kind: 'suspicious', about }) as const),
    ...unconfirmed(incident, notes),
    ...heldTimes(incident, notes).map((about) => ({ kind: 'held', about }) as const),
  ];
}

function missing({ phase }: Incident, times: ImpactTimes): Finding[] {
  if (phase !== 'resolved') return [];
  const names = TIME_NAMES.filter((name) => times[name] === undefined);
  return names.map((about) => ({ kind: 'missing', about }));
}

function impossible(times: ImpactTimes): Finding[] {
  const pair = wrongPair(times);
  return pair ? [{ kind: 'impossible', about: `${pair.earlier}>${pair.later}` }] : [];
}

function unconfirmed(incident: Incident, notes: Notes): Finding[] {
  const is = incident.phase === 'resolved' && toConfirm(incident, notes);
  return is ? [{ kind: 'toConfirm', about: 'impactRecovered' }] : [];
}

function suspicions(times: ImpactTimes, created: Instant): Suspicion[] {
  const { impactStart: start, impactDetected: detected, impactRecovered: recovered } = times;
  const is: Readonly<Record<Suspicion, boolean>> = {
    yearOfStart: isYearOff(start, created),
    yearOfEnd: isYearOff(recovered, created),
    halfDayToDetect: isHalfDay(start, detected),
    halfDayToRecover: isHalfDay(detected, recovered),
    longSpan: span(start, recovered) > LONGEST_MS,
  };
  return (Object.keys(is) as Suspicion[]).filter((about) => is[about]);
}

function isYearOff(moment: Instant | undefined, created: Instant): boolean {
  return Math.abs(span(moment, created)) >= ABOUT_A_YEAR_MS;
}

function isHalfDay(from: Instant | undefined, to: Instant | undefined): boolean {
  return Math.abs(span(from, to) - HALF_DAY_MS) <= NEARLY_MS;
}

/** In milliseconds; 0 while one of the two is unknown. */
function span(from: Instant | undefined, to: Instant | undefined): number {
  return from === undefined || to === undefined ? 0 : to - from;
}
