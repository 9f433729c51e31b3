import { type ImpactTimes, measured, TIME_NAMES, type TimeName, wrongPair } from './clocks';
import { type Doubt, DOUBTS } from './doubt';
import { doubtsOf } from './doubts';
import { type Incident } from '../incident/incident';
import { effectiveTimes, heldTimes, type Notes, toConfirm } from './notes';
import { inLikelyYear, type Likely, likelyOf } from './slips';
import { type Instant, MINUTE_MS } from '../time';

/**
 * What can be wrong with the times of an incident: one is missing, two contradict each other, one looks like a slip of
 * the pen, the end rests on a transition that nobody confirmed, or Jira refused to keep one.
 */
export const FINDING_KINDS = ['missing', 'impossible', 'suspicious', 'toConfirm', 'held'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing that is wrong, in codes: which time, which pair, which doubt; and what was likely meant. */
export type Finding =
  | { readonly kind: 'missing' | 'held'; readonly about: TimeName }
  | {
      readonly kind: 'impossible';
      readonly about: `${TimeName}>${TimeName}`;
      readonly likely?: Likely;
    }
  | { readonly kind: 'suspicious'; readonly about: Doubt; readonly likely?: Likely }
  | { readonly kind: 'toConfirm'; readonly about: 'impactRecovered' };

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
    ...impossible(incident, times),
    ...suspicious(incident, notes, times),
    ...unconfirmed(incident, notes),
    ...heldTimes(incident, notes).map((about) => ({ kind: 'held', about }) as const),
  ];
}

function missing({ phase }: Incident, times: ImpactTimes): Finding[] {
  if (phase !== 'resolved') return [];
  const names = TIME_NAMES.filter((name) => times[name] === undefined);
  return names.map((about) => ({ kind: 'missing', about }));
}

function impossible({ created }: Incident, times: ImpactTimes): Finding[] {
  const pair = wrongPair(times);
  if (!pair) return [];
  const likely = likelyOf([pair.earlier, pair.later], times, created);
  return [
    { kind: 'impossible', about: `${pair.earlier}>${pair.later}`, ...(likely && { likely }) },
  ];
}

function suspicious(incident: Incident, notes: Notes, times: ImpactTimes): Finding[] {
  return doubtsOf(incident, notes, times).map((about) => {
    const likely = meantBy(about, times, incident.created);
    return { kind: 'suspicious', about, ...(likely && { likely }) };
  });
}

/** Nothing tells when one without length was over, or what was meant where times were taken over. */
const UNGUESSED: readonly Doubt[] = ['noSpan', 'copied'];
const OF_YEARS: readonly Doubt[] = ['yearOfStart', 'yearOfDetection', 'yearOfEnd'];

function meantBy(about: Doubt, times: ImpactTimes, created: Instant): Likely | undefined {
  if (UNGUESSED.includes(about)) return undefined;
  if (OF_YEARS.includes(about)) return inLikelyYear(DOUBTS[about][0], times, created);
  return likelyOf(DOUBTS[about], times, created);
}

function unconfirmed(incident: Incident, notes: Notes): Finding[] {
  const is = incident.phase === 'resolved' && toConfirm(incident, notes);
  return is ? [{ kind: 'toConfirm', about: 'impactRecovered' }] : [];
}

/** All that the list of findings keeps of an incident. */
export function foundIn(incident: Incident, notes: Notes) {
  const { id, created } = incident;
  const findings = findingsOf(incident, notes);
  return { id, created, findings, effect: effectOf(incident, notes, findings) };
}

/**
 * By how many minutes the figures of this incident may be wrong: to what was likely meant where that is known, else by
 * all that it lasted. Where it is in no figure, as times are missing or contradict each other, none are.
 */
function effectOf(incident: Incident, notes: Notes, findings: readonly Finding[]): number {
  const times = effectiveTimes(incident, notes);
  const all = longest(times);
  const effects = findings.map((finding) => {
    if (finding.kind !== 'suspicious') return 0;
    const { likely } = finding;
    return likely ? Math.abs(longest({ ...times, [likely.name]: likely.moment }) - all) : all;
  });
  return Math.round(Math.max(0, ...effects) / MINUTE_MS);
}

/** TTR, or TTD while there is none. */
function longest(times: ImpactTimes): number {
  const { ttdMs = 0, ttrMs = ttdMs } = measured(times);
  return ttrMs;
}
