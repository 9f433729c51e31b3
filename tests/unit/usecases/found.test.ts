import { aDoor, firing, keptAlerts } from '../../fixtures/alerts';
import { incidentId } from '../../../src/domain/incident/incident';
import { describe, expect, test } from '@jest/globals';
import { type ErrorCode, IncidentError } from '../../../src/domain/errors';
import { type Pending } from '../../../src/domain/declaring/pending';
import { NO_NOTES } from '../../../src/domain/clocks/notes';
import { type SystemChange } from '../../../src/domain/response/changes';
import { type Settings } from '../../../src/domain/settings/settings';
import { type Instant } from '../../../src/domain/time';
import { type Alert } from '../../../src/ports/declaring/alerts';
import { acceptAlert } from '../../../src/usecases/declaring/accept-alert';
import { fillPending } from '../../../src/usecases/declaring/fill-pending';
import { lookAtPortal } from '../../../src/usecases/portal/look-at-portal';
import { tellAtPortal } from '../../../src/usecases/portal/tell-at-portal';
import { findChanges } from '../../../src/usecases/response/find-changes';
import { checkSetUp } from '../../../src/usecases/set-up/check-set-up';
import { tryQuery } from '../../../src/usecases/settings/try-query';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeIncidents } from '../../fakes/incidents';
import { FakeJobs } from '../../fakes/jobs';
import { fakeSiteMaps } from '../../fakes/site-maps';
import { FakeUnreadIncidents } from '../../fakes/unread-incidents';
import { anIncident, at } from '../../fixtures/incidents';
import { MAP } from '../../fixtures/issues';
import { someSettings } from '../../fixtures/settings';

const NOW = at('12:00');
const no = (code: ErrorCode, subject?: string) => new IncidentError(code, 'No', { subject });
const settingsOf = (response: Settings['response']) => ({
  get: () => Promise.resolve({ version: 1, settings: someSettings({ response }) }),
});

describe('changes near an incident', () => {
  const incident = anIncident({
    times: { impactStart: at('10:00') },
    faultyService: { id: '5', name: 'Shop' },
  });
  const change = (id: string, when: Instant, about: Partial<SystemChange> = {}): SystemChange => ({
    kind: 'issue',
    id,
    name: id,
    at: when,
    ...about,
  });

  async function found(jql: string | undefined, search: () => Promise<readonly SystemChange[]>) {
    const asked: unknown[] = [];
    const deploy = {
      ...change('d', at('09:00'), { service: 'shop' }),
      kind: 'deployment' as const,
    };
    const changes = await findChanges(
      {
        incidents: new FakeIncidents([incident]),
        logs: new FakeIncidentLogs(),
        settings: settingsOf(jql === undefined ? {} : { changesJql: jql }),
        searches: {
          changes: async (...of) => {
            asked.push(of);
            return { found: await search(), more: false };
          },
        },
        deployments: { within: () => Promise.resolve([deploy]) },
        deploymentDoor: { secret: () => Promise.resolve(jql === undefined ? undefined : 's') },
      },
      incident.id,
    );
    return { asked, ...changes, ids: changes.changes.map(({ id }) => id) };
  }

  test('are those of the query and of pipelines, without the incident itself', async () => {
    const all = [change('HOT-42', at('09:30')), change('CHG-1', at('09:30')), change('CHG-2', NOW)];
    const { asked, ids, issues, isConnected, around } = await found('a = 1', () =>
      Promise.resolve([...all, change('LATE', (NOW + 1) as Instant)]),
    );
    expect(ids).toEqual(['d', 'CHG-2', 'CHG-1']);
    expect([issues, isConnected]).toEqual([{ state: 'searched', more: false }, true]);
    expect(around).toEqual({ at: at('10:00'), of: 'impactStart' });
    const window = { from: at('10:00') - 86_400_000, until: NOW };
    expect(asked).toEqual([['a = 1', window]]);
  });

  test('are those of pipelines alone where there is no query, or Jira does not take it', async () => {
    const none = await found(undefined, () => Promise.resolve([]));
    expect(none).toMatchObject({ ids: ['d'], issues: { state: 'notConfigured' }, asked: [] });
    expect(none.isConnected).toBe(false);
    const failed = await found('a = 1', () => Promise.reject(no('refused', 'No field a.')));
    expect(failed).toMatchObject({
      ids: ['d'],
      issues: { state: 'failed', code: 'refused', subject: 'No field a.' },
    });
    const silent = await found('a = 1', () => Promise.reject(no('unavailable')));
    expect(silent.issues).toEqual({ state: 'failed', code: 'unavailable', subject: null });
    await expect(found('a = 1', () => Promise.reject(new TypeError('x')))).rejects.toThrow('x');
  });
});

describe('at the portal', () => {
  const running = [{ service: 'Shop', severity: 1 as const, since: NOW }];
  function told(about: {
    mayBeInJira?: boolean;
    browses?: () => Promise<boolean>;
    showsRunning?: boolean;
    statusPage?: string;
    requestTypeId?: string;
  }) {
    const { mayBeInJira = false, browses = () => Promise.resolve(true), statusPage } = about;
    const found = { requestTypeId: '40' };
    return tellAtPortal(
      {
        siteMaps: fakeSiteMaps(MAP),
        permissions: { browses },
        setUpStore: { get: () => Promise.resolve({ choices: {} as never, found, steps: {} }) },
        portalRules: { get: () => Promise.resolve({ showsRunning: about.showsRunning ?? false }) },
        settings: settingsOf(statusPage === undefined ? {} : { statusPage }),
        runningIncidents: { all: () => Promise.resolve(running), named: () => Promise.resolve([]) },
      },
      { requestTypeId: about.requestTypeId ?? '40', mayBeInJira },
    );
  }

  test('another form is told nothing', async () => {
    expect(await told({ requestTypeId: '41', showsRunning: true })).toBeUndefined();
  });

  test('whoever may see in Jira is told where to look, and is not told what runs', async () => {
    const seen = await told({
      mayBeInJira: true,
      showsRunning: true,
      statusPage: 'https://s.example',
    });
    expect(seen).toMatchObject({
      statusPage: 'https://s.example',
      where: { projectId: '10000', issueTypeId: '10010' },
    });
    expect(seen).not.toHaveProperty('running');
  });

  test('whoever sees nothing there is told what runs, where that is wanted', async () => {
    expect(await told({ showsRunning: true })).toEqual({ running });
    expect(await told({ showsRunning: false })).toEqual({});
    const blind = { mayBeInJira: true, showsRunning: true };
    expect(await told({ ...blind, browses: () => Promise.resolve(false) })).toEqual({ running });
    const forbidden = () => Promise.reject(no('forbidden'));
    expect(await told({ ...blind, browses: forbidden })).toEqual({ running });
  });

  test.each(['unavailable', 'not-found', 'refused'] as const)('%s is no answer', async (code) => {
    const asked = told({ mayBeInJira: true, browses: () => Promise.reject(no(code)) });
    await expect(asked).rejects.toMatchObject({ code });
  });

  test('an administrator sees the form, and what it does not ask', async () => {
    const look = (portal: object | undefined) =>
      lookAtPortal({
        siteMaps: fakeSiteMaps(MAP),
        setUpStore: {
          get: () =>
            Promise.resolve({
              choices: {} as never,
              found: { projectKey: 'HOT', requestTypeId: '40' },
              steps: {},
            }),
        },
        portals: {
          look: (map, known) => {
            expect([map, known]).toEqual([MAP, '40']);
            return Promise.resolve(portal as never);
          },
        },
        portalRules: { get: () => Promise.resolve({ showsRunning: true }) },
      });
    const common = {
      projectId: '10000',
      projectKey: 'HOT',
      issueTypeId: '10010',
      showsRunning: true,
    };
    expect(await look(undefined)).toEqual(common);
    expect(await look({ id: '3' })).toEqual({ ...common, portal: { id: '3' } });
    const type = { id: '40', name: 'Report', isListed: true };
    const { portal } = await look({
      id: '3',
      requestType: {
        ...type,
        fields: [
          { id: 'summary', help: 'What is the emergency?' },
          { id: 's', help: ' ' },
          { id: 'f', help: 'Guess if unsure' },
          { id: 'p', help: '' },
        ],
      },
    });
    expect(portal?.requestType).toMatchObject(type);
    expect(portal?.requestType?.missing).toEqual(['description']);
    expect(portal?.requestType?.unhelped).toEqual(['severity', 'affectedProducts']);
    expect(portal?.requestType).not.toHaveProperty('fields');
  });
});

test('checking set-up tells alerts that wait first, a line for each reason, with how many', async () => {
  const alert = (code: ErrorCode | undefined, said: string | null): Alert => ({
    id: 'a',
    mark: 'm',
    declaration: { summary: 'x', source: 'self' },
    receivedAt: NOW,
    state: 'waiting',
    tried: true,
    ...(code && { reason: { code, said } }),
  });
  const open = [
    alert('refused', 'Region is required.'),
    alert('forbidden', null),
    alert(undefined, null),
    alert('refused', 'Region is required.'),
  ];
  const gone = {
    projectThere: false,
    switchedOn: false,
    hints: 'none',
    issueTypeThere: false,
  } as const;
  const unreadIncidents = new FakeUnreadIncidents();
  await unreadIncidents.keep([{ id: incidentId('10046'), why: 'hidden' }], NOW);
  const faults = await checkSetUp({
    unreadIncidents,
    siteMaps: fakeSiteMaps(MAP),
    siteInspector: {
      inspect: () =>
        Promise.resolve({
          ...gone,
          fields: {},
          statuses: [],
          levels: [],
          appRights: [],
          demanded: [],
        }),
    },
    alerts: { open: () => Promise.resolve(open) },
  });
  expect(faults.slice(0, 4)).toMatchObject([
    { weight: 'stops', code: 'alerts-waiting', subject: '2|refused|Region is required.' },
    { weight: 'stops', code: 'alerts-waiting', subject: '1|forbidden|' },
    { weight: 'stops', code: 'unread', subject: '1' },
    { code: 'no-project' },
  ]);
});

test('a query is counted where it can be put together with another', async () => {
  const searches = { count: (jql: string) => Promise.resolve(jql.length) };
  expect(await tryQuery({ searches }, 'a = 1')).toBe(5);
  for (const jql of ['(a = 1', 'a = 1 ORDER BY key']) {
    await expect(tryQuery({ searches }, jql)).rejects.toMatchObject({ code: 'invalid-input' });
  }
});

describe('what was declared', () => {
  const one: Pending = {
    field: 'faultyService',
    wanted: ['Shop'],
    why: 'unknown-name',
    reason: null,
    over: '',
  };
  const filled = (error: Error) =>
    fillPending({ fill: () => Promise.reject(error) }, anIncident(), {
      ...NO_NOTES,
      pending: [one],
    });

  test.each(['refused', 'forbidden'] as const)(
    'and is %s by Jira is kept with its reason',
    async (code) => {
      const { left } = await filled(no(code, 'Not on the screen.'));
      expect(left).toMatchObject([{ why: 'refused', reason: 'Not on the screen.' }]);
    },
  );

  test('while Jira is down is asked for again', async () => {
    await expect(filled(no('unavailable'))).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('of an alert that comes again is what is newer than when it came before', async () => {
    const [kept, jobs] = [keptAlerts(), new FakeJobs()];
    const incident = anIncident({ phase: 'resolved' });
    const deps = { ...kept, jobs, incidents: new FakeIncidents([incident]) };
    const before = at('11:00');
    const said = { alertId: 'a', summary: 'x', source: 'monitoring' } as const;
    await acceptAlert({ ...deps, now: () => before }, aDoor(), firing(said));
    const raised = { state: 'raised', incident: incident.id } as const;
    await kept.alerts.change('a', (alert) => ({ ...alert, ...raised }));
    const again = { ...said, impactStart: before, detected: (before + 1) as Instant };
    const accepted = await acceptAlert({ ...deps, now: () => NOW }, aDoor(), firing(again));
    expect(accepted).toMatchObject({ alert: { declaration: { detected: before + 1 } } });
    expect(accepted).not.toHaveProperty('alert.declaration.impactStart');
  });
});
