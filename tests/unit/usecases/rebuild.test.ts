import { describe, expect, test } from '@jest/globals';
import { type Rebuild } from '../../../src/domain/figures/rebuild';
import { type Incident, type IncidentId } from '../../../src/domain/incident/incident';
import { type Instant } from '../../../src/domain/time';
import { type Rebuilds } from '../../../src/ports/figures/rebuilds';
import { orderRebuild, pushRebuildOn } from '../../../src/usecases/figures/order-rebuild';
import { runRebuild } from '../../../src/usecases/figures/run-rebuild';
import { FakeOldIncidents } from '../../fakes/backfill';
import { FakeFigureRows } from '../../fakes/figure-rows';
import { FakeFindings } from '../../fakes/findings';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeJobs } from '../../fakes/jobs';
import { FakeUnreadIncidents } from '../../fakes/unread-incidents';
import { anIncident, at } from '../../fixtures/incidents';
import { aRow } from '../../fixtures/rows';

const NOW = at('12:00');
const HOUR = Math.floor(NOW / 3_600_000);
const minutes = (count: number) => count * 60_000;

/** So many incidents, a minute apart, the last one an hour ago. */
function old(count: number): Incident[] {
  return Array.from({ length: count }, (_, n) =>
    anIncident({
      id: String(1000 + n) as IncidentId,
      key: `HOT-${n + 1}`,
      phase: 'resolved',
      created: (NOW - minutes(60 + count - n)) as Instant,
    }),
  );
}

class FakeRebuilds implements Rebuilds {
  readonly saved: Rebuild[] = [];
  constructor(public kept?: Rebuild) {}
  get = () => Promise.resolve(this.kept);
  save = (rebuild: Rebuild) => {
    this.kept = rebuild;
    this.saved.push(rebuild);
    return Promise.resolve();
  };
}

const FIRST: Rebuild = {
  run: 'r1',
  ticket: 0,
  state: 'running',
  atUntil: [],
  looked: 0,
  hour: HOUR,
  spent: 0,
  startedAt: NOW,
  at: NOW,
};
const JOB = { run: 'r1', ticket: 0, inARow: 0 };

/** @param msAPage how long a page takes */
function aSite(count: number, about: Partial<Rebuild> = {}, msAPage = 0) {
  let now: number = NOW;
  const oldIncidents = new FakeOldIncidents(old(count));
  const page = oldIncidents.page.bind(oldIncidents);
  oldIncidents.page = (place) => {
    now += msAPage;
    return page(place);
  };
  const deps = {
    logs: new FakeIncidentLogs(),
    figureRows: new FakeFigureRows(),
    findings: new FakeFindings(),
    oldIncidents,
    unreadIncidents: new FakeUnreadIncidents(),
    rebuilds: new FakeRebuilds({ ...FIRST, ...about }),
    jobs: new FakeJobs(),
    now: () => now as Instant,
  };
  return { deps, pass: (ms: number) => (now += ms) };
}

describe('making the store of figures anew', () => {
  test('writes a row for each incident, says up to when it is complete, and is done', async () => {
    const { deps } = aSite(101);
    await runRebuild(deps, JOB);
    expect(deps.figureRows.rows.size).toBe(101);
    expect(deps.rebuilds.kept).toMatchObject({ state: 'done', looked: 101, total: 101 });
    expect(await deps.figureRows.state()).toMatchObject({ asOf: NOW });
    expect(deps.jobs.waiting).toEqual([]);
  });

  test.each([
    ['no incident', 0, [2]],
    ['one page', 100, [102]],
    // The count once, a search for each page, and a point for each incident.
    ['more', 250, [102, 203, 254]],
  ])('of %s costs points', async (_, count, spent) => {
    const { deps } = aSite(count);
    await runRebuild(deps, JOB);
    expect(deps.rebuilds.saved.map((one) => one.spent)).toEqual(spent);
  });

  test('that was counted before is not counted again', async () => {
    const { deps } = aSite(10, { total: 9, spent: 5 });
    await runRebuild(deps, JOB);
    expect(deps.rebuilds.kept).toMatchObject({ total: 9, spent: 5 + 11 });
  });

  test('waits for another hour where the next page may cost more than there is', async () => {
    const enough = aSite(1, { spent: 4899, total: 1 });
    await runRebuild(enough.deps, JOB);
    expect(enough.deps.rebuilds.kept).toMatchObject({ state: 'done', spent: 4901 });
    const { deps } = aSite(1, { spent: 4900, total: 1 });
    await runRebuild(deps, JOB);
    expect(deps.rebuilds.kept).toMatchObject({ state: 'waiting', spent: 4900, looked: 0 });
    expect([deps.oldIncidents.asked, deps.jobs.waiting]).toEqual([0, []]);
    const another = aSite(1, { spent: 4900, total: 1, hour: HOUR - 1 });
    await runRebuild(another.deps, JOB);
    expect(another.deps.rebuilds.kept).toMatchObject({ state: 'done', hour: HOUR, spent: 2 });
  });

  test('hands on after half a minute, to the next ticket', async () => {
    const { deps } = aSite(500, {}, 15_000);
    await runRebuild(deps, JOB);
    // One page at the start, at 15 s and at 30 s; none after that.
    expect(deps.rebuilds.kept).toMatchObject({ state: 'running', looked: 300, ticket: 1 });
    expect(deps.jobs.waiting).toEqual([
      { kind: 'rebuild-figures', run: 'r1', ticket: 1, inARow: 1 },
    ]);
    await runRebuild(deps, { run: 'r1', ticket: 1, inARow: 1 });
    expect(deps.rebuilds.kept).toMatchObject({ state: 'done', looked: 500 });
    expect(deps.figureRows.rows.size).toBe(500);
  });

  test('ends a row of five hundred jobs, and the hourly run begins another', async () => {
    const last = aSite(500, {}, 40_000);
    await runRebuild(last.deps, { ...JOB, inARow: 499 });
    expect(last.deps.rebuilds.kept?.state).toBe('running');
    expect(last.deps.jobs.waiting).toMatchObject([{ inARow: 500 }]);
    const { deps } = aSite(500, {}, 40_000);
    await runRebuild(deps, { ...JOB, inARow: 500 });
    expect(deps.rebuilds.kept).toMatchObject({ state: 'waiting', ticket: 1, looked: 100 });
    expect(deps.jobs.waiting).toEqual([]);
    await pushRebuildOn(deps);
    expect(deps.jobs.waiting).toEqual([
      { kind: 'rebuild-figures', run: 'r1', ticket: 1, inARow: 0 },
    ]);
  });

  test.each([
    ['of another run', {}, { run: 'r0' }],
    ['that comes twice', { ticket: 1 }, {}],
    ['of a run that is done', { state: 'done' as const }, {}],
  ])('a job %s does nothing', async (_, about, job) => {
    const { deps } = aSite(10, about);
    await runRebuild(deps, { ...JOB, ...job });
    expect([deps.oldIncidents.asked, deps.rebuilds.saved]).toEqual([0, []]);
  });

  test('goes from the start where Jira has forgotten the place, for the point of asking', async () => {
    const { deps } = aSite(150, { place: '100 7', looked: 100, total: 150, until: NOW });
    await runRebuild(deps, JOB);
    expect(deps.rebuilds.saved[0]).toMatchObject({ spent: 1, looked: 0, state: 'running' });
    expect(deps.rebuilds.saved[0]?.place).toBeUndefined();
    expect(deps.rebuilds.kept).toMatchObject({ state: 'done', looked: 150 });
  });

  test('takes out rows of incidents that are there no more, and no others', async () => {
    const { deps } = aSite(3);
    const raised = (number: number, minutesAgo: number) =>
      aRow(number, {
        id: `gone-${number}` as IncidentId,
        created: (NOW - minutes(minutesAgo)) as Instant,
      });
    const rows = [raised(90, 600), raised(91, 30), raised(92, 0)];
    await deps.figureRows.keep(rows.map((row) => ({ row, projectKey: 'HOT' })));
    await runRebuild(deps, JOB);
    // The last was raised while it ran: Jira may not tell of it yet.
    expect([...deps.figureRows.rows.keys()].toSorted()).toEqual([
      '1000',
      '1001',
      '1002',
      'gone-92',
    ]);
  });

  test('renews what is said to be wrong with the times, and adds nothing to the list', async () => {
    const { deps } = aSite(2);
    const stale = { id: '1000' as IncidentId, created: NOW, effect: 0 };
    await deps.findings.keep([{ ...stale, findings: [{ kind: 'held', about: 'impactStart' }] }]);
    await runRebuild(deps, JOB);
    const { found } = await deps.findings.page('all');
    expect(found.map(({ id }) => id)).toEqual(['1000']);
    expect(found[0]?.findings.map(({ kind }) => kind)).not.toContain('held');
  });

  test('keeps its place after each page: a stop there goes on with the next', async () => {
    const { deps } = aSite(250);
    const page = deps.oldIncidents.page.bind(deps.oldIncidents);
    let pages = 0;
    deps.oldIncidents.page = (place) => {
      pages += 1;
      return pages > 2 ? Promise.reject(new Error('Cut off')) : page(place);
    };
    await expect(runRebuild(deps, JOB)).rejects.toThrow('Cut off');
    expect(deps.rebuilds.kept).toMatchObject({ state: 'failed', looked: 200, ticket: 0 });
    expect(await deps.figureRows.state()).not.toHaveProperty('asOf');
    deps.oldIncidents.page = page;
    await runRebuild(deps, JOB);
    expect(deps.rebuilds.kept).toMatchObject({ state: 'done', looked: 250 });
  });
});

describe('ordering it', () => {
  test('keeps what the hour has spent, and hands over its first job', async () => {
    const { deps } = aSite(0, { state: 'done', spent: 70, ticket: 5 });
    await orderRebuild(deps);
    expect(deps.rebuilds.kept).toMatchObject({
      run: '2026-03-02T12:00:00.000Z',
      ticket: 0,
      state: 'running',
      spent: 70,
      hour: HOUR,
      startedAt: NOW,
    });
    expect(deps.jobs.waiting).toEqual([
      { kind: 'rebuild-figures', run: '2026-03-02T12:00:00.000Z', ticket: 0, inARow: 0 },
    ]);
  });

  test.each([
    ['goes on', 'running', 0, false],
    ['was heard of a quarter of an hour ago', 'running', 15, false],
    ['is lost', 'running', 15.1, true],
    ['waits for points', 'waiting', 600, false],
    ['is done', 'done', 0, true],
  ] as const)('where one %s', async (_, state, minutesAgo, begins) => {
    const { deps } = aSite(0, { state, at: (NOW - minutes(minutesAgo)) as Instant });
    await orderRebuild(deps);
    expect(deps.jobs.waiting).toHaveLength(begins ? 1 : 0);
    expect(deps.rebuilds.saved).toHaveLength(begins ? 1 : 0);
  });

  test.each([
    ['a lost one', 'running', 16, 0, true],
    ['one that goes on', 'running', 15, 0, false],
    ['one that waits with points', 'waiting', 0, 0, true],
    ['one that waits without', 'waiting', 0, 4900, false],
    ['one that is done', 'done', 600, 0, false],
  ] as const)('every hour pushes %s on: %s', async (...about) => {
    const [, state, minutesAgo, spent, pushes] = about;
    const at_ = (NOW - minutes(minutesAgo)) as Instant;
    const { deps } = aSite(0, { state, at: at_, spent, ticket: 3 });
    await pushRebuildOn(deps);
    expect(deps.jobs.waiting).toEqual(
      pushes ? [{ kind: 'rebuild-figures', run: 'r1', ticket: 3, inARow: 0 }] : [],
    );
  });

  test('where there never was one pushes nothing', async () => {
    const { deps } = aSite(0);
    deps.rebuilds.kept = undefined;
    await pushRebuildOn(deps);
    expect(deps.jobs.waiting).toEqual([]);
  });
});
