import { isOver } from '../incident/lifecycle';
import { type Duration } from '../statistics/kaplan-meier';
import { type Instant } from '../time';
import { type SpanKind } from './calendar';
import { type Member } from './cohort';
import { comparison, estimateOf } from './compare';
import { type Row } from './row';
import { inSpans, lastPair } from './spans';
import { type FiguresSpan } from './views';
import { type FirstStep, type FirstStepsView } from './views-of-response';

export const FIRST_STEPS = [
  'taken',
  'internalWord',
  'externalWord',
  'rolesFilled',
] as const satisfies readonly FirstStep[];

type About = {
  readonly spans: readonly FiguresSpan[];
  readonly grouping: SpanKind;
  readonly now: Instant;
};

/** How soon the first steps were done, counted from the moment the company knew. */
export function firstSteps(members: readonly Member[], about: About): FirstStepsView {
  const { spans, grouping } = about;
  const parts = inSpans(members, spans);
  return {
    grouping,
    steps: FIRST_STEPS.map((step) => stepOf(step, { members, parts }, about)),
    compared: lastPair(spans),
  };
}

type Parts = {
  readonly members: readonly Member[];
  readonly parts: readonly (readonly Member[])[];
};

function stepOf(step: FirstStep, { members, parts }: Parts, { spans, now }: About) {
  const times = (some: readonly Member[]) =>
    some.flatMap((one) => durationOf(one, step, now) ?? []);
  const all = times(members);
  const pair = lastPair(spans);
  const [before = [], after = []] = pair ? [parts[pair.earlier], parts[pair.later]] : [];
  const undone = members.filter((one) => one[step] === undefined && isOver(one.phase));
  return {
    step,
    n: all.length,
    notYet: all.filter(({ open }) => open).length,
    never: undone.filter(({ logged }) => logged).length,
    unknown: undone.filter(({ logged }) => !logged).length,
    median: estimateOf(all),
    change: pair && comparison(times(before), times(after)),
    periods: spans.map((span, at) => ({ ...span, median: estimateOf(times(parts[at] ?? [])) })),
  };
}

/** Since it was detected, or else raised; what was done before that took no time. Null where it will never be done. */
export function durationOf(member: Row, step: FirstStep, now: Instant): Duration | null {
  const since = member.detected ?? member.created;
  const at = member[step];
  if (at !== undefined) return { ms: Math.max(0, at - since), open: false };
  return isOver(member.phase) ? null : { ms: Math.max(0, now - since), open: true };
}
