import { CLOCK_SKEW_MS, type ImpactTimes, TIME_NAMES, type TimeName } from './clocks';
import { type Doubt, DOUBT_NAMES, DOUBTS } from './doubt';
import { type Incident } from '../incident/incident';
import { type Notes, type RightNote, standing } from './notes';
import { addMonths, DAY_MS, HOUR_MS } from './slips';
import { type Instant, MINUTE_MS, minuteOf } from '../time';

/** From here on it is rather the year that is wrong than the day. */
const ABOUT_A_YEAR_MS = 350 * DAY_MS;
const A_YEAR_MS = 365 * DAY_MS;
const LONGEST_MS = 180 * DAY_MS;
const HALF_DAY_MS = 12 * HOUR_MS;
const NEARLY_MS = 10 * MINUTE_MS;
/** Nobody raises an incident so long after its end while it is still being worked on. */
const LONG_OVER_MS = 12 * HOUR_MS;
/** Whoever brings in incidents resolves them at once; one that took longer has had a life of its own. */
const LIVED_MS = 10 * MINUTE_MS;

/**
 * What is doubtful of these times, which are possible by themselves. Times that lie close to each other are judged by
 * each other: an incident that is brought in years later is as good as one of today.
 *
 * @param times those that the clocks go by
 * @returns without what somebody has said to be right, for as long as the times stay what they were
 */
export function doubtsOf(incident: Incident, notes: Notes, times: ImpactTimes): readonly Doubt[] {
  const is: Readonly<Record<Doubt, boolean>> = {
    ...ahead(incident, notes, times),
    ...wrongYear(times, incident.created),
    ...wrongMonth(times, incident.created),
    ...betweenTimes(times),
    copied: isCopied(incident, notes, times),
  };
  return DOUBT_NAMES.filter((about) => is[about] && !isSaidRight(about, notes, times));
}

/** Somebody looked at these very times and said that they are right. */
export function saidRight(
  about: Doubt,
  times: ImpactTimes,
  said: Pick<RightNote, 'by' | 'at'>,
): RightNote {
  const names: readonly TimeName[] = DOUBTS[about];
  const kept = names.filter((name) => times[name] !== undefined);
  return { about, times: Object.fromEntries(kept.map((name) => [name, times[name]])), ...said };
}

function isSaidRight(about: Doubt, { right = [] }: Notes, times: ImpactTimes): boolean {
  return right.some(
    (one) =>
      one.about === about &&
      DOUBTS[about].every((name) => isSameMinute(one.times[name], times[name])),
  );
}

function isSameMinute(a: Instant | undefined, b: Instant | undefined): boolean {
  return a === undefined || b === undefined ? a === b : minuteOf(a) === minuteOf(b);
}

/** When it was written is known by its note; of what has none, it was no later than the last change. */
function ahead(incident: Incident, notes: Notes, times: ImpactTimes) {
  const isAhead = (name: TimeName) => {
    const moment = times[name];
    const note = standing(notes.times[name], incident.times[name]);
    const written = note?.at ?? incident.updated;
    if (moment === undefined || written === undefined) return false;
    // Whatever the times of Jira's change say, nothing was written before there was the issue.
    return moment > Math.max(written, incident.created) + CLOCK_SKEW_MS;
  };
  return {
    startAhead: isAhead('impactStart'),
    detectionAhead: isAhead('impactDetected'),
    endAhead: isAhead('impactRecovered'),
  };
}

/** All that is known of it lies within half a year: these times vouch for each other. */
function isOfOnePiece(times: ImpactTimes): boolean {
  const known = TIME_NAMES.flatMap((name) => times[name] ?? []);
  return known.length > 1 && Math.max(...known) - Math.min(...known) <= LONGEST_MS;
}

function wrongYear(times: ImpactTimes, created: Instant) {
  // Of one piece, and a year off to the day: a hand that wrote last year's number in January.
  const isOff = (moment: Instant | undefined) => {
    if (moment === undefined) return false;
    const off = Math.abs(moment - created);
    return isOfOnePiece(times) ? Math.abs(off - A_YEAR_MS) <= 3 * DAY_MS : off >= ABOUT_A_YEAR_MS;
  };
  return {
    yearOfStart: isOff(times.impactStart),
    yearOfDetection: isOff(times.impactDetected),
    yearOfEnd: isOff(times.impactRecovered),
  };
}

function wrongMonth(times: ImpactTimes, created: Instant) {
  const { impactStart: start, impactDetected: detected, impactRecovered: recovered } = times;
  const known = detected ?? created;
  return {
    monthOfStart: start !== undefined && isMonthsOff(start, known, 1),
    monthOfEnd: recovered !== undefined && isMonthsOff(recovered, detected ?? start ?? created, -1),
  };
}

/** Moved by some whole months, it would lie within half a day of the other, on the right side of it. */
function isMonthsOff(moment: Instant, other: Instant, way: 1 | -1): boolean {
  if ((other - moment) * way < 27 * DAY_MS) return false;
  return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].some((months) => {
    const off = (other - addMonths(moment, way * months)) * way;
    return off >= 0 && off <= HALF_DAY_MS;
  });
}

function betweenTimes(times: ImpactTimes) {
  const { impactStart: start, impactDetected: detected, impactRecovered: recovered } = times;
  return {
    halfDayToDetect: isHalfDay(start, detected),
    halfDayToRecover: isHalfDay(detected, recovered),
    noSpan: start !== undefined && isSameMinute(start, recovered),
    longSpan: span(start, recovered) > LONGEST_MS,
  };
}

function isHalfDay(from: Instant | undefined, to: Instant | undefined): boolean {
  return Math.abs(span(from, to) - HALF_DAY_MS) <= NEARLY_MS;
}

/** In milliseconds; 0 while one of the two is unknown. */
function span(from: Instant | undefined, to: Instant | undefined): number {
  return from === undefined || to === undefined ? 0 : to - from;
}

/**
 * Over long before it was raised, and not because it is history: it is still worked on, Jira calls it a clone, or it
 * came with its recovery and was then worked on all the same.
 */
function isCopied(incident: Incident, notes: Notes, times: ImpactTimes): boolean {
  const { impactStart: start, impactRecovered: recovered } = times;
  if (start === undefined || recovered === undefined) return false;
  if (recovered > incident.created - LONG_OVER_MS) return false;
  const { phase, summary, statusSince, created } = incident;
  if (phase !== 'resolved' || /^clone\b/i.test(summary)) return true;
  const isFromCreation = notes.times.impactRecovered?.at === created;
  return isFromCreation && (statusSince ?? created) - created > LIVED_MS;
}
