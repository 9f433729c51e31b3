import { IncidentError } from '../../domain/errors';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { faultInJql } from '../../domain/jql';
import { quietBefore } from '../../domain/figures/bounds';
import { DEFINITION_VERSION, type Row } from '../../domain/figures/row';
import { type Instant, MINUTE_MS } from '../../domain/time';
import { type FigureRows, type StoredRows } from '../../ports/figures/figure-rows';
import { type Jobs } from '../../ports/jobs';
import { type SeenIncidents } from '../../ports/figures/seen-incidents';
import { type Sight, type Sights } from '../../ports/figures/sights';
import { addIds, findVisible } from './find-visible';
import { orderRebuild, type Ordering } from './order-rebuild';

/** What it takes to know which rows somebody may see. */
export type Looking = Ordering & {
  readonly figureRows: Pick<FigureRows, 'all'>;
  /** As the person who asks. */
  readonly seenIncidents: SeenIncidents;
  readonly sights: Sights;
  readonly jobs: Jobs;
};

/** Who asks, and of which incidents. */
export type Asked = { readonly person: PersonId; readonly jql: string | null };

/** The rows that somebody may see, or why there are none yet. */
export type SeenRows =
  | {
      readonly state: 'ready';
      readonly rows: readonly Row[];
      /** Of all incidents, without a query: those that they do not see, or not for certain. For sums, where that is wanted. */
      readonly hidden: readonly Row[];
      /** Incidents raised later are not among them. */
      readonly asOf: Instant;
      readonly projectKey: string;
    }
  | { readonly state: 'checking'; readonly looked: number; readonly of: number }
  | { readonly state: 'building'; readonly looked: number; readonly of: number | null }
  | { readonly state: 'noAccess' };

/** In one call of a person's; what needs more is found out by a job. */
const CALLS = 40;
const REMEMBERED_MS = 15 * MINUTE_MS;
/** A job that has said nothing for so long is lost. */
const LOST_MS = 2 * MINUTE_MS;

/**
 * The rows of the incidents that Jira shows this person, and no others: by their own count where it is the store's, by
 * ids where it is not, remembered for a quarter of an hour. An incident of which it is not certain is not among them.
 *
 * @throws {IncidentError} `invalid-input` for a query that is none, `refused` for one that Jira does not take,
 *   `not-set-up`, `unavailable`
 */
export async function lookAtFigures(deps: Looking, asked: Asked): Promise<SeenRows> {
  if (asked.jql !== null && faultInJql(asked.jql)) {
    throw new IncidentError('invalid-input', 'The query cannot be put together with another');
  }
  const [stored, sight] = await Promise.all([
    deps.figureRows.all(),
    deps.sights.get(asked.person, asked.jql),
  ]);
  const asOf = stored?.state.version === DEFINITION_VERSION ? stored.state.asOf : undefined;
  if (!stored || asOf === undefined) return underConstruction(deps);
  const known = remembered(stored, sight, { now: deps.now(), isWhole: asked.jql === null });
  if (known) return known;
  try {
    return await found(deps, asked, { stored, asOf, calls: CALLS });
  } catch (error) {
    if (asked.jql === null && isUnseen(error)) return { state: 'noAccess' };
    throw error;
  }
}

/**
 * The same without a limit of calls, as a job that acts as this person; what it finds is remembered for when they ask
 * again. @throws {IncidentError} as {@link lookAtFigures}
 */
export async function findForLater(deps: Looking, asked: Asked): Promise<void> {
  const stored = await deps.figureRows.all();
  const asOf = stored?.state.asOf;
  if (!stored || asOf === undefined) return;
  await found(deps, asked, { stored, asOf, calls: Infinity });
}

async function underConstruction(deps: Looking): Promise<SeenRows> {
  if (!(await seesProject(deps))) return { state: 'noAccess' };
  await orderRebuild(deps);
  const rebuild = await deps.rebuilds.get();
  return { state: 'building', looked: rebuild?.looked ?? 0, of: rebuild?.total ?? null };
}

/** Somebody who may not even see the project is told nothing, not how many there are, and sets nothing off. */
async function seesProject({ seenIncidents, now }: Looking): Promise<boolean> {
  try {
    await seenIncidents.count({ until: now() });
    return true;
  } catch (error) {
    if (isUnseen(error)) return false;
    throw error;
  }
}

/** What is known already of who sees what. */
function remembered(
  stored: StoredRows,
  sight: Sight | undefined,
  { now, isWhole }: { readonly now: Instant; readonly isWhole: boolean },
): SeenRows | undefined {
  if (!sight) return undefined;
  if (sight.state === 'looking') {
    const { looked, of } = sight;
    return now - sight.at < LOST_MS ? { state: 'checking', looked, of } : undefined;
  }
  const rows = stored.rows.filter(({ created }) => created <= sight.until);
  if (now - sight.at > REMEMBERED_MS || rows.length !== sight.of) return undefined;
  const named = new Set(sight.numbers);
  const isSeen = ({ number }: Row) => named.has(number) === (sight.are === 'visible');
  const hidden = isWhole ? rows.filter((row) => !isSeen(row)) : [];
  return ready(stored, { seen: rows.filter(isSeen), hidden }, sight.until);
}

type Basis = { readonly stored: StoredRows; readonly asOf: Instant; readonly calls: number };

async function found(deps: Looking, asked: Asked, { stored, asOf, calls }: Basis) {
  const began = deps.now();
  const sorted = stored.rows.toSorted((a, b) => a.created - b.created);
  const until = quietBefore(sorted, asOf);
  const rows = sorted.filter(({ created }) => created <= until);
  const onLooked = (looked: number) =>
    calls === Infinity ? note(deps, asked, { looked, of: rows.length }) : Promise.resolve();
  const looking = { seen: deps.seenIncidents, calls, onLooked };
  const { jql } = asked;
  const result =
    jql === null
      ? await findVisible(looking, rows, { until })
      : { isDone: true as const, visible: await idsOf(looking, jql) };
  if (!result.isDone) {
    await note(deps, asked, { looked: 0, of: rows.length });
    await deps.jobs.handOver({ kind: 'find-visible', ...asked });
    return { state: 'checking' as const, looked: 0, of: rows.length };
  }
  const { visible } = result;
  if (visible === 'all') return ready(stored, { seen: rows, hidden: [] }, until);
  const seen = rows.filter(({ id }) => visible.has(id));
  await remember(deps, asked, { rows, seen, until, began });
  const hidden = jql === null ? rows.filter(({ id }) => !visible.has(id)) : [];
  return ready(stored, { seen, hidden }, until);
}

async function idsOf(looking: Parameters<typeof addIds>[0], jql: string) {
  const ids = new Set<IncidentId>();
  await addIds(looking, { jql }, ids);
  return ids;
}

function note(
  { sights, now }: Looking,
  { person, jql }: Asked,
  far: { looked: number; of: number },
) {
  return sights.save(person, jql, { state: 'looking', at: now(), ...far });
}

type Found = {
  readonly rows: readonly Row[];
  readonly seen: readonly Row[];
  readonly until: Instant;
  readonly began: Instant;
};

async function remember(
  { sights }: Looking,
  { person, jql }: Asked,
  { rows, seen, until, began }: Found,
): Promise<void> {
  const are = seen.length * 2 > rows.length ? 'hidden' : 'visible';
  const isSeen = new Set(seen);
  const named = are === 'visible' ? seen : rows.filter((row) => !isSeen.has(row));
  const numbers = named.map(({ number }) => number);
  const kept = { state: 'found' as const, at: began, until, of: rows.length, numbers, are };
  await sights.save(person, jql, kept as Sight);
}

function ready(
  { state }: StoredRows,
  { seen, hidden }: { readonly seen: readonly Row[]; readonly hidden: readonly Row[] },
  asOf: Instant,
): SeenRows {
  return { state: 'ready', rows: seen, hidden, asOf, projectKey: state.projectKey ?? '' };
}

/** Jira does not show them the project. */
function isUnseen(error: unknown): boolean {
  const codes = ['not-found', 'forbidden', 'refused'];
  return error instanceof IncidentError && codes.includes(error.code);
}
