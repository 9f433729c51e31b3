import { FINDING_KINDS } from '../domain/data-quality';
import { type Choice, type IncidentId } from '../domain/incident';
import { type Phase } from '../domain/lifecycle';
import { type Row } from '../domain/metrics/row';
import { type Severity } from '../domain/severity';
import { type Instant } from '../domain/time';

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

export function unpacked(value: Packed, names: Names): Row {
  const [number, id, times, [phase, severity, flags, findings], service, products, counts] = value;
  const [kept, missed, updated, seq] = counts;
  const moments: Partial<Record<(typeof MOMENTS)[number], Instant>> = {};
  for (const [at, name] of MOMENTS.entries()) {
    const moment = times[at] ?? null;
    if (moment !== null) moments[name] = moment as Instant;
  }
  const choice = (option: string): Choice => ({ id: option, name: names[option] ?? '' });
  return {
    ...(moments as Pick<Row, 'created'>),
    id: id as IncidentId,
    number,
    phase: PHASES[phase] ?? 'new',
    ...(severity > 0 && { severity: severity as Severity }),
    ...(service !== null && { service: choice(service) }),
    products: products.map(choice),
    drill: (flags & DRILL) > 0,
    logged: (flags & LOGGED) > 0,
    findings: findings === 0 ? [] : FINDING_KINDS.filter((_, at) => (findings & (2 ** at)) > 0),
    ...{ kept, missed, updated, seq },
  };
}

/** The names that rows of a chunk need. */
export function namesOf(rows: readonly Row[]): Names {
  const choices = rows.flatMap(({ service, products }) => [
    ...(service ? [service] : []),
    ...products,
  ]);
  return Object.fromEntries(choices.map(({ id, name }) => [id, name]));
}
