import { type ImpactTimes } from '../clocks/clocks';
import { type FindingKind, FINDING_KINDS, findingsOf } from '../clocks/data-quality';
import { type Choice, type Incident, type IncidentId } from '../incident/incident';
import { isOver, type Phase } from '../incident/lifecycle';
import { canonical } from '../log/entry';
import { type Head } from '../log/head';
import { type Severity } from '../incident/severity';
import { type Instant, instantAt } from '../time';
import { effectiveTimes } from '../clocks/notes';

/**
 * What the pictures need of one incident: moments, counts and choices; no names of people, no summary. It follows from
 * the issue and the head of its log, and can be made anew from them at any time.
 */
export type Row = {
  readonly id: IncidentId;
  /** The number in its key: 42 of `HOT-42`. */
  readonly number: number;
  readonly created: Instant;
  readonly start?: Instant;
  readonly detected?: Instant;
  readonly recovered?: Instant;
  readonly phase: Phase;
  readonly severity?: Severity;
  readonly service?: Choice;
  readonly products: readonly Choice[];
  readonly drill: boolean;
  /** People responded here in the app: what is not in the log did not happen. */
  readonly logged: boolean;
  /** When somebody first led it. */
  readonly taken?: Instant;
  /** When words first went out, to either side. */
  readonly internalWord?: Instant;
  readonly externalWord?: Instant;
  /** When it first had an incident manager, a tech lead and somebody for communications. */
  readonly rolesFilled?: Instant;
  readonly kept: number;
  readonly missed: number;
  /** Recovered for the first time, before it came back. */
  readonly firstRecovered?: Instant;
  readonly findings: readonly FindingKind[];
  /** How old the look at it is: Jira's moment of the last change, and the last entry of the log. */
  readonly updated: number;
  readonly seq: number;
};

/** The definition by which rows are made. Another definition is another version, and all rows are made anew. */
export const DEFINITION_VERSION = 3;

/** The row of an incident as it stands. */
export function rowOf(incident: Incident, head: Head): Row {
  const { impactStart, impactDetected, impactRecovered } = effectiveTimes(incident, head.notes);
  const found = findingsOf(incident, head.notes);
  return defined({
    id: incident.id,
    number: numberOf(incident.key),
    created: incident.created,
    start: impactStart,
    detected: impactDetected,
    recovered: impactRecovered,
    phase: incident.phase,
    severity: incident.severity,
    service: incident.faultyService ?? undefined,
    products: incident.affectedProducts ?? [],
    drill: incident.isDrill ?? false,
    logged: head.jiraUntil !== undefined || !isOver(incident.phase),
    taken: head.taken,
    internalWord: head.told.internal.first,
    externalWord: head.told.external.first,
    rolesFilled: rolesFilled(head),
    kept: head.promises.kept,
    missed: head.promises.missed,
    firstRecovered: firstRecovered(head),
    findings: FINDING_KINDS.filter((kind) => found.some((one) => one.kind === kind)),
    updated: incident.updated ?? incident.created,
    seq: head.seq,
  });
}

/** The times of a row, as the clocks know them. */
export function timesOf({ start, detected, recovered }: Row): ImpactTimes {
  return { impactStart: start, impactDetected: detected, impactRecovered: recovered };
}

/** The key without its number: `HOT` of `HOT-42`. */
export function projectOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}

function numberOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1));
}

/** Made from an older look at the incident: it must not take the place of the other. */
export function isOlder(row: Row, than: Row): boolean {
  return row.updated < than.updated || (row.updated === than.updated && row.seq < than.seq);
}

/** They say the same of the incident, however old the looks are. */
export function sameRow(a: Row, b: Row): boolean {
  const said = (row: Row) => canonical({ ...row, updated: 0, seq: 0 });
  return said(a) === said(b);
}

const COMMUNICATIONS = [
  'communicationsManager',
  'internalCommunications',
  'externalCommunications',
] as const;

function rolesFilled({ taken, roles }: Head): Instant | undefined {
  const firstOf = (id: string) => roles.find((role) => role.id === id)?.first;
  const told = COMMUNICATIONS.map(firstOf).filter((at) => at !== undefined);
  const all = [taken, firstOf('techLead'), told.length > 0 ? earliest(told) : undefined];
  const known = all.filter((at) => at !== undefined);
  return known.length === all.length ? instantAt(Math.max(...known)) : undefined;
}

function firstRecovered({ notes: { former } }: Head): Instant | undefined {
  const times = former.flatMap(({ name, why, moment }) =>
    name === 'impactRecovered' && why === 'cameBack' && moment !== null ? [moment] : [],
  );
  return times.length > 0 ? earliest(times) : undefined;
}

function earliest(moments: readonly Instant[]): Instant {
  return instantAt(Math.min(...moments));
}

function defined(row: Row): Row {
  const entries = Object.entries<unknown>(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Row;
}
