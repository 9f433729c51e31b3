import { type TicketContract } from '../../../src/contract';

/** Where incidents are in this Jira: its ids of project, statuses, fields and options. */
export type Where = NonNullable<
  Extract<ReturnType<TicketContract['getWhereIncidentsAre']>, { readonly ok: true }>['value']
>;

export type Phase = Where['phases'][string];

/** An incident as Jira shows it to the viewer, for lists. Moments are epoch milliseconds. */
export type Listed = {
  readonly key: string;
  readonly summary: string;
  readonly severity: 1 | 2 | 3 | null;
  readonly phase: Phase | null;
  /** When it began, as far as anybody knows. */
  readonly since: number;
  /** When its impact was over; null: it is not. */
  readonly until: number | null;
  readonly manager: string | null;
  readonly service: { readonly option: string; readonly name: string } | null;
  readonly products: readonly string[];
  /** When the promised update is due. */
  readonly due: number | null;
  readonly isDrill: boolean;
};

type Option = { readonly id: string; readonly value: string };

/** An issue as a search answers it, with the fields of `fieldsOf`. */
export type FoundIssue = {
  readonly key: string;
  readonly properties?: { readonly incident?: { readonly nextUpdateDue?: unknown } };
  readonly fields: Readonly<Record<string, unknown>> & {
    readonly summary: string;
    readonly created: string;
    readonly status: { readonly id: string };
    readonly assignee?: { readonly displayName: string } | null;
  };
};

/** The app's property on issues, which a search is to bring along. */
export const PROPERTIES = ['incident'];

/** What a search has to ask for. */
export function fieldsOf({ fields }: Where): string[] {
  const known = Object.values(fields);
  return ['summary', 'created', 'status', 'assignee', ...known];
}

/** @returns what a list shows of it; what Jira does not say is null. */
export function listedIn({ key, fields, properties }: FoundIssue, where: Where): Listed {
  const ids = where.fields;
  const value = (id: string | undefined) => (id === undefined ? null : (fields[id] ?? null));
  const moment = (id: string | undefined) => {
    const text = value(id);
    const at = typeof text === 'string' ? Date.parse(text) : NaN;
    return Number.isNaN(at) ? null : at;
  };
  const severity = value(ids.severity) as Option | null;
  const service = value(ids.faultyService) as Option | null;
  const created = Date.parse(fields.created);
  return {
    key,
    summary: fields.summary,
    severity: where.severities[severity?.id ?? ''] ?? null,
    phase: where.phases[fields.status.id] ?? null,
    since: moment(ids.impactStart) ?? withSeconds(moment(ids.impactDetected), created) ?? created,
    until: moment(ids.impactRecovered),
    manager: fields.assignee?.displayName ?? null,
    service: service && { option: service.id, name: service.value },
    products: ((value(ids.affectedProducts) as readonly Option[] | null) ?? []).map(
      (product) => product.value,
    ),
    due: dueIn(properties?.incident?.nextUpdateDue),
    isDrill: ((value(ids.drill) as readonly Option[] | null) ?? []).length > 0,
  };
}

/** Detection defaults to the creation, of which Jira's field may keep the minute alone: the panel counts from its second. */
function withSeconds(detected: number | null, created: number): number | null {
  return detected === created - (created % 60_000) ? created : detected;
}

/** Anybody who may edit the issue can write the property: it may hold anything. */
function dueIn(said: unknown): number | null {
  const due = typeof said === 'string' ? Date.parse(said) : NaN;
  return Number.isNaN(due) ? null : due;
}

/** How long its impact has lasted, or lasted, in milliseconds: to the recovery, whatever the status says. */
export function lasted({ since, until }: Pick<Listed, 'since' | 'until'>, now: number): number {
  return Math.max(0, (until ?? now) - since);
}

export function worstFirst(
  a: Pick<Listed, 'severity' | 'since'>,
  b: Pick<Listed, 'severity' | 'since'>,
): number {
  return (a.severity ?? 4) - (b.severity ?? 4) || a.since - b.since;
}

/** Status ids that stand for one of these. */
export function statusesOf({ phases }: Where, ...wanted: readonly Phase[]): string[] {
  return Object.keys(phases).filter((id) => wanted.some((phase) => phase === phases[id]));
}
