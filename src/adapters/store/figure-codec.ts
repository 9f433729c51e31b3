import { FINDING_KINDS } from '../../domain/clocks/data-quality';
import { type Choice, type IncidentId } from '../../domain/incident/incident';
import { type Phase } from '../../domain/incident/lifecycle';
import { type Row } from '../../domain/figures/row';
import { type Severity } from '../../domain/incident/severity';
import { type Instant } from '../../domain/time';

/*
 * Rows as they lie in the store: lists instead of objects, moments in milliseconds, names of options once for many
 * rows. A hundred and fifty letters a row, so that 256 of them are read as one value.
 */

const PHASES: readonly Phase[] = ['new', 'fixing', 'resolved', 'cancelled'];
const DRILL = 1;
const LOGGED = 2;

type Moment = number | null;
export type Packed = readonly [
  number: number,
  id: string,
  times: readonly Moment[],
  codes: readonly [phase: number, severity: number, flags: number, findings: number],
  service: string | null,
  products: readonly string[],
  counts: readonly [kept: number, missed: number, updated: number, seq: number],
];

/** Options' names by their ids. */
export type Names = Readonly<Record<string, string>>;

/** Positions in `times`. A new one goes to the end. */
const MOMENTS = [
  'created',
  'start',
  'detected',
  'recovered',
  'taken',
  'internalWord',
  'externalWord',
  'rolesFilled',
  'firstRecovered',
] as const satisfies readonly (keyof Row)[];

export function packed(row: Row): Packed {
  const flags = (row.drill ? DRILL : 0) + (row.logged ? LOGGED : 0);
  const findings = row.findings.reduce((sum, kind) => sum + 2 ** FINDING_KINDS.indexOf(kind), 0);
  return [
    row.number,
    row.id,
    MOMENTS.map((name) => row[name] ?? null),
    [PHASES.indexOf(row.phase), row.severity ?? 0, flags, findings],
    row.service?.id ?? null,
    row.products.map(({ id }) => id),
    [row.kept, row.missed, row.updated, row.seq],
  ];
}

/** @param choices those that other rows of the chunk have, which share them: {@link choicesIn} */
export function unpacked(value: Packed, choices: ReadonlyMap<string, Choice>): Row {
  const [number, id, times, [phase, severity, flags, findings], service, products, counts] = value;
  const row: Partial<Writable<Row>> = { id: id as IncidentId, number };
  for (let at = 0; at < MOMENTS.length; at += 1) {
    const [name, moment] = [MOMENTS[at], times[at]];
    if (name && moment !== null && moment !== undefined) row[name] = moment as Instant;
  }
  const choice = (option: string): Choice => choices.get(option) ?? { id: option, name: '' };
  row.phase = PHASES[phase] ?? 'new';
  if (severity > 0) row.severity = severity as Severity;
  if (service !== null) row.service = choice(service);
  row.products = products.length === 0 ? NONE : products.map(choice);
  row.drill = (flags & DRILL) > 0;
  row.logged = (flags & LOGGED) > 0;
  row.findings =
    findings === 0 ? NONE : FINDING_KINDS.filter((_, at) => (findings & (2 ** at)) > 0);
  [row.kept, row.missed, row.updated, row.seq] = counts;
  return row as Row;
}

type Writable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

const NONE: readonly never[] = [];

/** The options of a chunk by their ids. */
export function choicesIn(names: Names): ReadonlyMap<string, Choice> {
  return new Map(Object.entries(names).map(([id, name]) => [id, { id, name }]));
}

/** The names that rows of a chunk need. */
export function namesOf(rows: readonly Row[]): Names {
  const choices = rows.flatMap(({ service, products }) => [
    ...(service ? [service] : []),
    ...products,
  ]);
  return Object.fromEntries(choices.map(({ id, name }) => [id, name]));
}
