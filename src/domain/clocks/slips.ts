import { type ImpactTimes, type TimeName, wrongPair } from './clocks';
import { type Instant, instantAt, MINUTE_MS } from '../time';

export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A moment that is likely meant where another one was written. */
export type Likely = { readonly name: TimeName; readonly moment: Instant };

/** So far from its neighbour a moment may lie to be believed. */
const NEAR_MS = DAY_MS;

/**
 * What was likely meant, where one of these times came about by a slip of the hand: morning for evening, the day, the
 * month, day and month swapped, the year. It must lie near the others and in a possible order with them.
 *
 * @param suspects the times of which one is wrong
 * @returns undefined where no slip explains it, or slips of several explain it alike
 */
export function likelyOf(
  suspects: readonly TimeName[],
  times: ImpactTimes,
  created: Instant,
): Likely | undefined {
  const found = suspects.flatMap((name) => {
    const moment = meantBy(name, suspects, { times, created });
    return moment === undefined ? [] : [{ name, moment }];
  });
  if (found.length < 2) return found[0];
  // The one that was raised with it is right: then the other is wrong.
  const isByCreation = ({ name }: Likely) =>
    Math.abs((times[name] ?? Infinity) - created) <= HOUR_MS;
  const others = found.filter((one) => !isByCreation(one));
  return others.length === 1 ? others[0] : undefined;
}

/** The same day and time in the year in which it is nearest to when the incident was raised, where that is near. */
export function inLikelyYear(name: TimeName, times: ImpactTimes, created: Instant) {
  const moment = times[name];
  if (moment === undefined) return undefined;
  const off = (other: Instant) => Math.abs(other - created);
  const [nearest] = yearsOff(moment, created).toSorted((a, b) => off(a) - off(b));
  return nearest !== undefined && off(nearest) <= 3 * DAY_MS
    ? { name, moment: nearest }
    : undefined;
}

function yearsOff(moment: Instant, near: Instant): readonly Instant[] {
  const years = new Date(near).getUTCFullYear() - new Date(moment).getUTCFullYear();
  return [years, years + 1, years - 1].filter((n) => n !== 0).map((n) => addMonths(moment, 12 * n));
}

type About = { readonly times: ImpactTimes; readonly created: Instant };

function meantBy(name: TimeName, suspects: readonly TimeName[], about: About): Instant | undefined {
  const moment = about.times[name];
  if (moment === undefined) return undefined;
  const neighbour = neighbourOf(name, suspects, about);
  const isNear = (other: Instant) => {
    const after = name === 'impactStart' ? neighbour - other : other - neighbour;
    return after >= 0 && after <= NEAR_MS && other !== moment;
  };
  return slipsOf(moment, neighbour).find(
    (other) => isNear(other) && isPossible({ ...about.times, [name]: other }, name, suspects),
  );
}

/** The moment that it should be near to: of the others the first that is known, those not in doubt before. */
function neighbourOf(name: TimeName, suspects: readonly TimeName[], { times, created }: About) {
  const order: Readonly<Record<TimeName, readonly TimeName[]>> = {
    impactStart: ['impactDetected', 'impactRecovered'],
    impactDetected: ['impactStart'],
    impactRecovered: ['impactDetected', 'impactStart'],
  };
  const certain = order[name].filter((one) => !suspects.includes(one));
  const partner = suspects.length > 1 ? order[name].filter((one) => suspects.includes(one)) : [];
  const known = [...certain, ...partner].map((one) => times[one]);
  return known.find((one) => one !== undefined) ?? created;
}

/** With what is not in doubt, or with its partner in doubt, that is a possible order. */
function isPossible(times: ImpactTimes, name: TimeName, suspects: readonly TimeName[]): boolean {
  if (suspects.length > 1) return !wrongPair(times);
  return !wrongPair(times) || name === 'impactStart';
}

/** Where a hand may have slipped, the likeliest first. */
function slipsOf(moment: Instant, near: Instant): readonly Instant[] {
  const months = Array.from({ length: 11 }, (_, n) => n + 1);
  return [
    ...[12, -12].map((hours) => instantAt(moment + hours * HOUR_MS)),
    ...[1, -1].map((days) => instantAt(moment + days * DAY_MS)),
    ...months.flatMap((n) => [addMonths(moment, n), addMonths(moment, -n)]),
    ...swapped(moment),
    ...yearsOff(moment, near),
  ];
}

/** The same day and time in another month; the last day of it where it is shorter. */
export function addMonths(moment: Instant, months: number): Instant {
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return instantAt(date.getTime());
}

/** 3 April for 4 March. */
function swapped(moment: Instant): readonly Instant[] {
  const date = new Date(moment);
  const [day, month] = [date.getUTCDate(), date.getUTCMonth() + 1];
  if (day > 12 || day === month) return [];
  date.setUTCMonth(day - 1, month);
  return [instantAt(date.getTime())];
}
