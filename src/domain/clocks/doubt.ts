import { type TimeName } from './clocks';

/** Why a possible time is hardly true, and which times may be wrong. */
export const DOUBTS = {
  /** Written down before it had happened. */
  startAhead: ['impactStart'],
  detectionAhead: ['impactDetected'],
  endAhead: ['impactRecovered'],
  yearOfStart: ['impactStart'],
  yearOfDetection: ['impactDetected'],
  yearOfEnd: ['impactRecovered'],
  /** Whole months away from where it would be near the others. */
  monthOfStart: ['impactStart'],
  monthOfEnd: ['impactRecovered'],
  /** The times of an older incident, taken over when this one was made from it. */
  copied: ['impactStart', 'impactRecovered'],
  /** Morning taken for evening. */
  halfDayToDetect: ['impactStart', 'impactDetected'],
  halfDayToRecover: ['impactDetected', 'impactRecovered'],
  /** Over in the minute in which it began. */
  noSpan: ['impactStart', 'impactRecovered'],
  /** More than half a year. */
  longSpan: ['impactStart', 'impactRecovered'],
} as const satisfies Readonly<Record<string, readonly TimeName[]>>;

export type Doubt = keyof typeof DOUBTS;

export const DOUBT_NAMES = Object.keys(DOUBTS) as Doubt[];
