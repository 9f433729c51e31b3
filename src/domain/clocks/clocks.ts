import { IncidentError } from '../errors';
import { MINUTE_MS, type Instant, keeps, minuteOf, sameSecond } from '../time';

/** The moments an incident is measured by. One that has not come, or is not known, is absent. */
export type ImpactTimes = {
  /** Customers began to feel it. Asked for, never invented. */
  readonly impactStart?: Instant;
  /** The company knew. */
  readonly impactDetected?: Instant;
  /** Current and imminent impact was over. */
  readonly impactRecovered?: Instant;
};

export const TIME_NAMES = ['impactStart', 'impactDetected', 'impactRecovered'] as const;

export type TimeName = (typeof TIME_NAMES)[number];

/** TTD and TTR in minutes; absent when they cannot be known. */
export type Figures = { readonly ttdMinutes?: number; readonly ttrMinutes?: number };

/** Two times that contradict each other: `earlier` must not come after `later`, and does. */
export type WrongPair = { readonly earlier: TimeName; readonly later: TimeName };

/** start ≤ detected ≤ recovered, as pairs; the middle one may be missing, so the outer pair is checked too. */
const ORDER: readonly WrongPair[] = [
  { earlier: 'impactStart', later: 'impactDetected' },
  { earlier: 'impactDetected', later: 'impactRecovered' },
  { earlier: 'impactStart', later: 'impactRecovered' },
];

/**
 * The first pair of times that cannot both be right; `undefined` when the order is possible. The order counts by the
 * minute: one of the two may have lost its seconds in Jira.
 *
 * @see docs/decisions/0015-fields-keep-minutes.md
 */
export function wrongPair(times: ImpactTimes): WrongPair | undefined {
  return ORDER.find(({ earlier, later }) => {
    const [from, to] = [times[earlier], times[later]];
    return from !== undefined && to !== undefined && minuteOf(from) > minuteOf(to);
  });
}

/**
 * Time to detect and time to recovery.
 *
 * TTD = impact detected − impact start; TTR = impact recovered − impact start. Both are counted from impact
 * start, so TTR − TTD is the time spent responding.
 *
 * @returns minutes with at most two decimals, never below zero. A figure is absent until both its times are known;
 *   both are absent when the order of the times is impossible, because one of them is wrong and nobody can say which.
 * @see docs/glossary.md#time-to-detect-ttd
 * @see docs/glossary.md#time-to-recovery-ttr
 */
export function figuresOf(times: ImpactTimes): Figures {
  const { ttdMs, ttrMs } = measured(times);
  return { ttdMinutes: minutesIn(ttdMs), ttrMinutes: minutesIn(ttrMs) };
}

function minutesIn(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round((ms / MINUTE_MS) * 100) / 100;
}

/** TTD and TTR in milliseconds; absent when they cannot be known. */
export type Spans = { readonly ttdMs?: number; readonly ttrMs?: number };

/**
 * The one rule of what is measured, for Jira's fields, the panel, pictures, lists and files: from the start to the
 * detection, and from the start to the recovery. The status says nothing of it: impact is over when the recovery says
 * so, and clean-up goes on after it.
 *
 * @returns both absent when the order of the times is impossible
 * @see docs/glossary.md#time-to-recovery-ttr
 */
export function measured(times: ImpactTimes): Spans {
  if (wrongPair(times)) return {};
  const { impactStart, impactDetected, impactRecovered } = times;
  return {
    ttdMs: spanBetween(impactStart, impactDetected),
    ttrMs: spanBetween(impactStart, impactRecovered),
  };
}

function spanBetween(from: Instant | undefined, to: Instant | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : spanOf(from, to);
}

/** In milliseconds. Within one minute the later of two times may seem the earlier: then no time lies between them. */
export function spanOf(from: Instant, to: Instant): number {
  return Math.max(0, to - from);
}

/** Two sets of figures say the same. */
export function sameFigures(a: Figures, b: Figures): boolean {
  return a.ttdMinutes === b.ttdMinutes && a.ttrMinutes === b.ttrMinutes;
}

/** How far ahead of ours a clock may run before its "now" counts as the future. */
export const CLOCK_SKEW_MS = 2 * MINUTE_MS;

/** A person's change: an absent key leaves a time as it is, `null` takes it away. */
export type TimesChange = { readonly [Name in TimeName]?: Instant | null };

/**
 * The times after a person's change, checked, with detection by default where nobody has said otherwise.
 *
 * @param created when the incident was raised.
 * @param now the server's moment: what people report has happened.
 * @throws {IncidentError} `impossible-times` when the order is impossible, `time-in-future` for a time to come;
 *   `details.subject` names the pair (`impactStart>impactDetected`) or the time.
 */
export function changeTimes(
  times: ImpactTimes,
  change: TimesChange,
  { created, now }: { readonly created: Instant; readonly now: Instant },
): ImpactTimes {
  const future = TIME_NAMES.find((name) => (change[name] ?? 0) > now + CLOCK_SKEW_MS);
  if (future) {
    throw new IncidentError('time-in-future', `${future} has not come yet`, { subject: future });
  }
  const changed = applied(givenTimes(times, created), change);
  const pair = wrongPair(changed);
  if (pair) {
    const subject = `${pair.earlier}>${pair.later}`;
    throw new IncidentError('impossible-times', `Impossible order: ${subject}`, { subject });
  }
  return withDefaultDetection(changed, created);
}

function applied(times: ImpactTimes, change: TimesChange): ImpactTimes {
  const entries = TIME_NAMES.map((name) => {
    const wanted = change[name];
    return [name, wanted === undefined ? times[name] : (wanted ?? undefined)] as const;
  });
  return Object.fromEntries(entries.filter(([, moment]) => moment !== undefined));
}

/**
 * The times with detection as it stands when nobody has said otherwise: the company knew when the incident was
 * raised. The default gives way to what people say: where it contradicts a start or an end that they gave, the
 * moment of detection is unknown.
 *
 * @see docs/decisions/0005-detection-defaults-to-the-creation.md
 */
export function withDefaultDetection(times: ImpactTimes, created: Instant): ImpactTimes {
  const given = givenTimes(times, created);
  if (given.impactDetected !== undefined) return given;
  const withDefault = { ...given, impactDetected: created };
  return wrongPair(withDefault) ? given : withDefault;
}

/** Only what people said: a detection at the very second of the creation is the default, and left out. */
function givenTimes(times: ImpactTimes, created: Instant): ImpactTimes {
  return detectedByDefault(times, created) ? { ...times, impactDetected: undefined } : times;
}

/**
 * The incident counts as detected because it was raised, not because somebody said when. Asked of the times that the
 * clocks go by; of what a field holds, `heldByDefault` tells.
 */
export function detectedByDefault({ impactDetected }: ImpactTimes, created: Instant): boolean {
  return impactDetected !== undefined && sameSecond(impactDetected, created);
}

/** Jira's field of the detection holds the default, perhaps without its seconds. */
export function heldByDefault({ impactDetected }: ImpactTimes, created: Instant): boolean {
  return impactDetected !== undefined && keeps(impactDetected, created);
}

/** Jira's fields keep these times, as well as they can. */
export function keepTimes(fields: ImpactTimes, times: ImpactTimes): boolean {
  return TIME_NAMES.every((name) => keeps(fields[name], times[name]));
}
