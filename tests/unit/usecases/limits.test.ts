import { keptAlerts } from '../../fixtures/alerts';
import { describe, expect, test } from '@jest/globals';
import { type ErrorCode, IncidentError } from '../../../src/domain/errors';
import { type Change } from '../../../src/domain/incident/history';
import { type IncidentId, type PersonId } from '../../../src/domain/incident/incident';
import { entryId } from '../../../src/domain/log/what';
import { DEFINITION_VERSION } from '../../../src/domain/figures/row';
import { type Instant } from '../../../src/domain/time';
import { type NamedIncident } from '../../../src/ports/portal/running-incidents';
import { settleIncident } from '../../../src/usecases/clocks/settle-incident';
import { checkFigures } from '../../../src/usecases/figures/check-figures';
import { exportList } from '../../../src/usecases/incident/export-list';
import { reportAccounts } from '../../../src/usecases/incident/report-accounts';
import { readTimeline } from '../../../src/usecases/log/read-timeline';
import { say } from '../../../src/usecases/log/say';
import { sweepLogs } from '../../../src/usecases/log/sweep-logs';
import { FakeFigureRows } from '../../fakes/figure-rows';
import { FakeFindings } from '../../fakes/findings';
import { FakeHistories } from '../../fakes/histories';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeIncidentNotes } from '../../fakes/incident-notes';
import { FakeIncidents } from '../../fakes/incidents';
import { FakeJobs } from '../../fakes/jobs';
import { FakeUnreadIncidents } from '../../fakes/unread-incidents';
import { anIncident, at, DANA } from '../../fixtures/incidents';
import { aRow } from '../../fixtures/rows';

/** Where a limit lies, to the one; and which refusals mean what. */
const NOW = at('12:00');
const ID = '10042' as IncidentId;
const no = (code: ErrorCode) => new IncidentError(code, 'No');

describe('settling an incident', () => {
  const change = (when: Instant): Change => ({ at: when, by: { ...DANA, isApp: false } });
  async function reads(updated: Instant, last: Instant) {
    let asked = 0;
    const incidents = new FakeIncidents([anIncident({ updated })]);
    const get = incidents.get.bind(incidents);
    incidents.get = (id) => {
      asked += 1;
      return get(id);
    };
    await settleIncident(
      {
        incidents,
        incidentNotes: new FakeIncidentNotes(),
        histories: new FakeHistories([change(last)]),
        figureFields: incidents,
        findings: new FakeFindings(),
        raising: { fill: () => Promise.resolve([]) },
      },
      ID,
    );
    return asked;
  }

  test('reads again where the history is newer than the issue, and not where it is as old', async () => {
    const same = await reads(at('11:00'), at('11:00'));
    expect(await reads(at('11:00'), at('11:01'))).toBeGreaterThan(same);
    expect(await reads(at('11:01'), at('11:00'))).toBe(same);
  });

  test.each([
    ['not-found', 0],
    ['not-an-incident', 0],
    ['unavailable', 1],
    ['forbidden', 1],
  ] as const)('that is %s: %i stay on the list of what is wrong', async (code, stay) => {
    const incidents = new FakeIncidents([]);
    incidents.get = () => Promise.reject(no(code));
    const findings = new FakeFindings();
    const held = { kind: 'held', about: 'impactStart' } as const;
    await findings.keep([{ id: ID, created: NOW, effect: 0, findings: [held] }]);
    const settled = settleIncident(
      {
        incidents,
        incidentNotes: new FakeIncidentNotes(),
        histories: new FakeHistories([]),
        figureFields: incidents,
        findings,
        raising: { fill: () => Promise.resolve([]) },
      },
      ID,
    );
    await expect(settled).rejects.toMatchObject({ code });
    expect((await findings.page('all')).found).toHaveLength(stay);
  });
});

describe('the hourly count of figures', () => {
  const created = (minutesAgo: number) => (NOW - minutesAgo * 60_000) as Instant;
  /** Counts as Jira does: those up to a moment, it included. */
  function counting(moments: readonly Instant[], jira = moments) {
    const figureRows = new FakeFigureRows();
    const jobs = new FakeJobs();
    const rebuilds = { get: () => Promise.resolve(undefined), save: () => Promise.resolve() };
    const allIncidents = {
      count: ({ until }: { readonly until: Instant }) =>
        Promise.resolve(jira.filter((one) => one <= until).length),
    };
    const keep = moments.map((one, n) => ({
      row: aRow(n, { id: String(n) as IncidentId, created: one }),
      projectKey: 'HOT',
    }));
    const unreadIncidents = new FakeUnreadIncidents();
    const deps = { figureRows, jobs, rebuilds, allIncidents, unreadIncidents, now: () => NOW };
    return { deps, keep };
  }

  test('says up to when they are complete where both have as many', async () => {
    const { deps, keep } = counting([created(90), created(60)]);
    await deps.figureRows.keep(keep);
    expect(await checkFigures(deps, NOW)).toBe(true);
    expect(await deps.figureRows.state()).toMatchObject({ asOf: NOW });
    expect(deps.jobs.waiting).toEqual([]);
  });

  test('has them made anew where one is missing, or they are of another definition', async () => {
    const missing = counting([created(90)], [created(90), created(60)]);
    await missing.deps.figureRows.keep(missing.keep);
    expect(await checkFigures(missing.deps, NOW)).toBe(false);
    expect(missing.deps.jobs.waiting).toMatchObject([{ kind: 'rebuild-figures' }]);
    expect(await missing.deps.figureRows.state()).not.toHaveProperty('asOf');
    const old = counting([created(90)]);
    const state = { version: DEFINITION_VERSION - 1 };
    old.deps.figureRows.all = () => Promise.resolve({ state, rows: [aRow(0)] });
    expect(await checkFigures(old.deps, NOW)).toBe(false);
  });

  test('of a site without any is complete', async () => {
    const { deps } = counting([]);
    expect(await checkFigures(deps, NOW)).toBe(true);
    expect(await deps.figureRows.state()).toMatchObject({ asOf: NOW });
  });
});

describe('reporting accounts', () => {
  test('ends after twenty reports, and goes on the next time', async () => {
    let next = 0;
    let reports = 0;
    const nothing = () => Promise.resolve();
    const deps = {
      accounts: {
        keep: nothing,
        due: () => Promise.resolve([`p${(next += 1)}` as PersonId]),
        reported: nothing,
        close: nothing,
      },
      privacy: {
        report: () => {
          reports += 1;
          return Promise.resolve([]);
        },
      },
      settings: { erase: nothing },
      backfill: { erase: nothing },
      now: () => NOW,
    };
    expect(await reportAccounts(deps)).toEqual({ reported: 20, closed: 0 });
    expect(reports).toBe(20);
  });
});

describe('a list that is exported', () => {
  const running = (key: string, about: Partial<NamedIncident>): NamedIncident => ({
    key,
    summary: key,
    phase: 'fixing',
    service: null,
    serviceOption: null,
    severity: null,
    since: NOW,
    ...about,
  });
  const ALL = [
    running('A', { severity: 1, serviceOption: '5' }),
    running('B', { severity: 2, serviceOption: '6' }),
    running('C', {}),
  ];
  async function keysOf(list: object | undefined, exportLists: 'yes' | undefined = 'yes') {
    const settings = { response: { exportLists } } as never;
    const { incidents } = await exportList(
      {
        settings: { get: () => Promise.resolve({ version: 1, settings }) },
        runningIncidents: { named: () => Promise.resolve(ALL) },
        now: () => NOW,
      },
      list && { hasQuery: false, severities: [], services: [], ...list },
    );
    return incidents?.map(({ key }) => key);
  }

  test('has those of the chosen levels and services, and all where none is chosen', async () => {
    expect(await keysOf({})).toEqual(['A', 'B', 'C']);
    expect(await keysOf({ severities: [1] })).toEqual(['A']);
    expect(await keysOf({ services: ['6'] })).toEqual(['B']);
    expect(await keysOf({ severities: [1], services: ['6'] })).toEqual([]);
  });

  test('has none where that was not agreed, or the list is a query or not known', async () => {
    expect(await keysOf({ hasQuery: true })).toBeUndefined();
    expect(await keysOf(undefined)).toBeUndefined();
  });
});

describe('a page of the timeline', () => {
  async function numbersBefore(before: number | null, entries = 205) {
    const logs = new FakeIncidentLogs();
    const what = { kind: 'note' as const, text: 'x' };
    const drafts = Array.from({ length: entries }, (_, n) => ({
      id: entryId(`e${n}`),
      what,
      saidAt: NOW,
      by: DANA.id,
    }));
    await logs.append(ID, () => drafts);
    const incidents = new FakeIncidents([anIncident()]);
    const page = await readTimeline({ incidents, logs }, ID, { before });
    return [page.entries.at(0)?.seq, page.entries.at(-1)?.seq, page.entries.length, page.seq];
  }

  test('has a hundred entries, the last ones or those before one', async () => {
    expect(await numbersBefore(null)).toEqual([106, 205, 100, 205]);
    expect(await numbersBefore(106)).toEqual([6, 105, 100, 205]);
    expect(await numbersBefore(6)).toEqual([1, 5, 5, 205]);
    expect(await numbersBefore(999)).toEqual([106, 205, 100, 205]);
  });
});

describe('what is said while others write', () => {
  /** How many letters wait in line; undefined where nothing does. */
  async function waiting(count: number, padding: number): Promise<number | undefined> {
    const logs = new FakeIncidentLogs();
    const jobs = new FakeJobs();
    logs.append = async (id, make) => {
      make(await logs.head(id));
      throw no('unavailable');
    };
    const all = Array.from({ length: count }, (_, n) => ({
      id: entryId(`e${n}`),
      saying: { kind: 'note' as const, text: 'x'.repeat(n === 0 ? 1 + padding : 1) },
    }));
    const incidents = new FakeIncidents([anIncident()]);
    const said = say({ incidents, logs, jobs, now: () => NOW }, ID, { person: DANA.id, all });
    const isSaid = await said.then(
      () => true,
      (error: unknown) => error instanceof IncidentError && error.code !== 'unavailable',
    );
    const [job] = jobs.of('append');
    expect(isSaid).toBe(job !== undefined);
    return job && JSON.stringify(job.drafts).length;
  }

  test('waits in line up to what a job may hold, and is refused where it is a letter more', async () => {
    const one = (await waiting(1, 0)) ?? 0;
    const count = Math.floor(99_000 / (one + 2));
    const room = 100_000 - ((await waiting(count, 0)) ?? 0);
    expect(await waiting(count, room)).toBe(100_000);
    expect(await waiting(count, room + 1)).toBeUndefined();
  });
});

describe('sweeping logs', () => {
  async function swept(code: ErrorCode) {
    const logKeeping = new FakeIncidentLogs();
    await logKeeping.append(ID, () => [
      { what: { kind: 'note', text: 'x' }, saidAt: NOW, by: DANA.id },
    ]);
    await logKeeping.expire(ID, at('00:00'));
    const incidents = new FakeIncidents([]);
    incidents.get = () => Promise.reject(no(code));
    const now = () => (at('00:00') + 30 * 86_400_000) as Instant;
    const unwritten = { forget: () => Promise.resolve() };
    const { alertLists } = keptAlerts();
    const gone = await sweepLogs({ incidents, logKeeping, unwritten, alertLists, now });
    return [gone, logKeeping.logs.size, (await logKeeping.expired(now())).length];
  }

  test('takes those of issues that are not there; one that became another type is kept', async () => {
    expect(await swept('not-found')).toEqual([1, 0, 0]);
    expect(await swept('not-an-incident')).toEqual([0, 1, 0]);
    await expect(swept('unavailable')).rejects.toMatchObject({ code: 'unavailable' });
  });
});
