import { kvsFigureRows } from '../src/adapters/store/figure-rows';
import { type IncidentId, type PersonId } from '../src/domain/incident/incident';
import { rangeOf } from '../src/domain/figures/calendar';
import { cohortOf } from '../src/domain/figures/cohort';
import { type Row as Figures } from '../src/domain/figures/row';
import { where } from '../src/domain/figures/where';
import { type Severity } from '../src/domain/incident/severity';
import { type Instant, instant, MINUTE_MS } from '../src/domain/time';
import { lookAtFigures } from '../src/usecases/figures/look-at-figures';
import { asEmptyStore } from '../tests/support/store';
import { type Row } from './statistics';

const NOW = instant('2026-03-02T12:00:00Z');
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;
const RUNS = 3;
const MISSED = 3;

/** The dearest picture, which compares forty services, over many incidents, whoever looks: calls, points, reads of the store, and the function's own time. */
export async function figures(): Promise<Row[]> {
  const rows: Row[] = [];
  const times: number[] = [];
  for (const count of [1000, 10_000, 100_000]) {
    const all = await measured(count, 0);
    const some = await measured(count, MISSED);
    times.push(all.ms);
    rows.push(rowOf(count, 'sees all', all), rowOf(count, `misses ${MISSED}`, some));
  }
  const ended = await measured(10_000, 0, false);
  rows.push(rowOf(10_000, 'sees all, and none is open', ended));
  const [, ten = 1, hundred = 1] = times;
  rows.push({
    what: 'Pictures: ten times as many incidents take',
    measured: `${(hundred / ten).toFixed(1)} times as long`,
    budget: '≤ 15',
    ok: hundred / ten <= 15,
  });
  return rows;
}

type Measured = {
  readonly ms: number;
  readonly calls: number;
  readonly points: number;
  readonly reads: number;
};

function rowOf(count: number, who: string, { ms, calls, points, reads }: Measured): Row {
  const isQuick = count > 10_000 || ms < 500;
  const seesAll = who.startsWith('sees all');
  const isCheap = !seesAll || (calls === 1 && points === 1);
  return {
    what: `The dearest picture (where) of ${count} incidents, a person who ${who}: calls, points, reads of the store, ms`,
    measured: `${calls}, ${points}, ${reads}, ${ms.toFixed(0)}`,
    budget: seesAll ? '1 call, 1 point; 10,000 under 500 ms' : '≤ 40 calls',
    ok: isQuick && isCheap && calls <= 40,
  };
}

async function measured(count: number, missed: number, withOpen = true): Promise<Measured> {
  let reads = 0;
  asEmptyStore((path) => {
    if (path.includes('get')) reads += 1;
    return Promise.resolve();
  });
  const store = kvsFigureRows();
  const figures = Array.from({ length: count }, (_, n) => made(n, count, withOpen));
  for (let from = 0; from < count; from += 2560) {
    const some = figures.slice(from, from + 2560);
    await store.keep(some.map((row) => ({ row, projectKey: 'HOT' })));
  }
  await store.complete(NOW);
  const jira = jiraFor(figures, missed);
  const spans: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    [reads, jira.calls, jira.points] = [0, 0, 0];
    const from = performance.now();
    await drawn(store, jira);
    spans.push(performance.now() - from);
  }
  const { calls, points } = jira;
  return { ms: Math.min(...spans), calls, points, reads };
}

async function drawn(
  figureRows: ReturnType<typeof kvsFigureRows>,
  { seenIncidents }: ReturnType<typeof jiraFor>,
): Promise<void> {
  const nothing = () => Promise.resolve(undefined);
  const asked = { person: 'somebody' as PersonId, jql: null };
  const noJobs = { handOver: nothing };
  const forgetful = { get: nothing, save: nothing, forget: nothing };
  const rest = { sights: forgetful, rebuilds: forgetful, jobs: noJobs, now: () => NOW };
  const seen = await lookAtFigures({ figureRows, seenIncidents, ...rest }, asked);
  if (seen.state !== 'ready') throw new Error(`The figures are ${seen.state}`);
  const range = rangeOf({ lastDays: 365 }, 'Europe/Berlin', NOW);
  const { members } = cohortOf(seen.rows, { ...range, now: NOW });
  where(members, { grouping: 'service', now: NOW });
}

/** A Jira that shows this person all but some, and counts calls and points as Jira would. */
function jiraFor(figures: readonly Figures[], missed: number) {
  const every = Math.floor(figures.length / (missed + 1));
  const seen =
    missed === 0 ? figures : figures.filter((_, n) => (n + 1) % every !== 0 || n >= every * missed);
  const within = ({ after = -Infinity, until }: { after?: number; until: number }) =>
    seen.filter(({ created }) => created > after && created <= until);
  const jira = {
    calls: 0,
    points: 0,
    seenIncidents: {
      count: (window: { after?: Instant; until: Instant }) => {
        jira.calls += 1;
        jira.points += 1;
        return Promise.resolve(within(window).length);
      },
      ids: (which: { window: { after?: Instant; until: Instant } } | { jql: string }) => {
        const ids = 'window' in which ? within(which.window).map(({ id }) => id) : [];
        jira.calls += 1;
        jira.points += 1 + ids.length;
        return Promise.resolve({ ids });
      },
    },
  };
  return jira;
}

/** Over a year, forty services, ten minutes to two days, every fortieth still open. */
function made(n: number, count: number, withOpen: boolean): Figures {
  const start = (NOW - YEAR_MS + ((n + 1) / (count + 20)) * YEAR_MS) as Instant;
  const minutes = Math.exp(2.3 + ((n * 7919) % 5000) / 1000);
  const isOpen = withOpen && n % 40 === 39;
  const service = String((n * 31) % 40);
  return {
    id: String(20_000 + n) as IncidentId,
    number: n + 1,
    created: (start + MINUTE_MS) as Instant,
    start,
    detected: (start + MINUTE_MS) as Instant,
    ...(!isOpen && { recovered: (start + minutes * MINUTE_MS) as Instant }),
    phase: isOpen ? 'fixing' : 'resolved',
    severity: ((n % 3) + 1) as Severity,
    service: { id: service, name: `Service ${service}` },
    products: [],
    drill: false,
    logged: true,
    kept: 2,
    missed: 1,
    findings: [],
    updated: start,
    seq: 3,
  };
}
