import { SEVERITIES, type Severity } from '../incident/severity';
import { wilson } from '../statistics/proportions';
import { type SpanKind } from './calendar';
import { type Member } from './cohort';
import { wholeBatches } from './hidden';
import { inSpans } from './spans';
import { type FiguresSpan } from './views';
import { type FiguresKept, type PromisesView } from './views-of-response';

/** Which part of the promised updates came in time. */
export function promises(
  members: readonly Member[],
  { spans, grouping }: { readonly spans: readonly FiguresSpan[]; readonly grouping: SpanKind },
): PromisesView {
  const parts = inSpans(members, spans);
  const levels: readonly (Severity | null)[] = [...SEVERITIES, null];
  return {
    grouping,
    all: keptOf(members),
    bySeverity: levels
      .map((severity) => ({ severity, ...keptOf(wholeBatches(members.filter(isOf(severity)))) }))
      .filter(({ made }) => made > 0),
    byPeriod: spans.map((span, at) => ({ ...span, ...keptOf(parts[at] ?? []) })),
    without: members.filter(({ kept, missed }) => kept + missed === 0).length,
  };
}

const isOf = (severity: Severity | null) => (member: Member) =>
  (member.severity ?? null) === severity;

function keptOf(members: readonly Member[]): FiguresKept {
  const kept = members.reduce((sum, one) => sum + one.kept, 0);
  const made = kept + members.reduce((sum, one) => sum + one.missed, 0);
  return { kept, made, share: wilson(kept, made) };
}
