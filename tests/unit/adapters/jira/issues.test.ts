import { describe, expect, test } from '@jest/globals';
import { jiraFigures } from '../../../../src/adapters/jira/figure-fields';
import { jiraIncidents } from '../../../../src/adapters/jira/incidents';
import { jiraListedStates } from '../../../../src/adapters/jira/listed-states';
import { jiraNotices } from '../../../../src/adapters/jira/notices';
import { jiraPermissions } from '../../../../src/adapters/jira/permissions';
import { IncidentError } from '../../../../src/domain/errors';
import { type IncidentId } from '../../../../src/domain/incident/incident';
import { type Answer, FakeJira, refusal } from '../../../fakes/jira';
import { fakeSiteMaps } from '../../../fakes/site-maps';
import { anIncident, at, DANA } from '../../../fixtures/incidents';
import { anIssue, MAP } from '../../../fixtures/issues';

const maps = fakeSiteMaps(MAP);
const ID = '10042' as IncidentId;
const ISSUE = '/rest/api/3/issue/10042';
const moment = (hhmm: string) => `2026-03-02T${hhmm}:00.000+0000`;

async function read(fields: object, properties?: object) {
  const jira = new FakeJira({ [`GET ${ISSUE}`]: anIssue(42, fields, properties) });
  return { jira, incident: await jiraIncidents(jira.ask, maps).get(ID) };
}

describe('an issue', () => {
  test('is read with all that an incident can have', async () => {
    const listed = {
      phase: 'fixing',
      severity: 1,
      ledSince: 'a',
      nextUpdateDue: 'b',
      lastUpdate: 'c',
    };
    const { incident, jira } = await read(
      {
        status: { id: '2' },
        assignee: { accountId: DANA.id, displayName: DANA.name },
        updated: moment('11:30'),
        statuscategorychangedate: moment('10:10'),
        s: { id: '71', value: 'SEV-1' },
        i1: moment('09:50'),
        i2: moment('10:00'),
        i3: null,
        ttd: 10,
        ttr: 0,
        f: { id: '5', value: 'Shop' },
        p: [{ id: '6', value: 'App' }, { id: '7' }],
        d: [{ id: '8', value: 'Drill' }],
        c: 'https://chat.example',
        v: '',
      },
      { incident: { ...listed, other: true } },
    );
    expect(incident).toEqual({
      id: ID,
      key: 'HOT-42',
      summary: 'Card payments fail',
      severity: 1,
      phase: 'fixing',
      faultyService: { id: '5', name: 'Shop' },
      affectedProducts: [
        { id: '6', name: 'App' },
        { id: '7', name: '' },
      ],
      rooms: { chatChannel: 'https://chat.example' },
      isDrill: true,
      incidentManager: DANA,
      created: at('10:00'),
      statusSince: at('10:10'),
      updated: at('11:30'),
      listed,
      times: { impactStart: at('09:50'), impactDetected: at('10:00') },
      figures: { ttdMinutes: 10, ttrMinutes: 0 },
    });
    expect(jira.sent[0]?.query).toEqual({
      fields: '*all,-description,-comment,-worklog,-attachment,-issuelinks,-subtasks',
      properties: 'incident',
    });
  });

  test('is read with nothing but what every issue has', async () => {
    const { incident } = await read({
      assignee: null,
      p: null,
      f: null,
      s: null,
      d: null,
      ttd: null,
    });
    expect(incident).toEqual({
      id: ID,
      key: 'HOT-42',
      summary: 'Card payments fail',
      severity: undefined,
      phase: 'new',
      faultyService: null,
      affectedProducts: [],
      rooms: {},
      incidentManager: undefined,
      created: at('10:00'),
      statusSince: undefined,
      updated: undefined,
      listed: undefined,
      times: {},
      figures: { ttdMinutes: undefined, ttrMinutes: undefined },
    });
    const unticked = await read({ d: [], s: { id: '99' } }, { incident: { phase: 3 } });
    expect(unticked.incident).not.toHaveProperty('isDrill');
    expect(unticked.incident).toMatchObject({ severity: undefined, listed: undefined });
  });

  test.each([
    ['of another project', { project: { id: '1' } }, 'not-an-incident', 'HOT-42'],
    ['of another type', { issuetype: { id: '1' } }, 'not-an-incident', 'HOT-42'],
    ['in a status that stands for nothing', { status: { id: '9' } }, 'status-unknown', '9'],
    [
      'of a status with a name',
      { status: { id: '9', name: 'Parked' } },
      'status-unknown',
      'Parked',
    ],
    ['with a moment that is none', { created: 'yesterday' }, 'unreadable', undefined],
    ['without a status', { status: undefined }, 'unreadable', undefined],
  ])('%s is said not to be one', async (_, fields, code, subject) => {
    const error = await read(fields).catch((thrown: unknown) => thrown);
    if (!(error instanceof IncidentError)) throw error;
    expect([error.code, error.details.subject]).toEqual([code, subject]);
  });
});

describe('what is written into an issue', () => {
  const incident = anIncident({
    id: ID,
    phase: 'new',
    times: { impactStart: at('09:50'), impactDetected: at('10:00') },
  });
  const writing = (answers: Readonly<Record<string, Answer>> = {}) => {
    const jira = new FakeJira({
      [`PUT ${ISSUE}`]: undefined,
      [`PUT ${ISSUE}/assignee`]: undefined,
      [`POST ${ISSUE}/transitions`]: undefined,
      ...answers,
    });
    return { jira, incidents: jiraIncidents(jira.ask, maps) };
  };

  test('are the times that are others, and null for one that is taken away', async () => {
    const { jira, incidents } = writing();
    await incidents.setTimes(incident, { impactStart: at('09:50'), impactRecovered: at('11:00') });
    expect(jira.writes).toEqual([
      {
        call: `PUT ${ISSUE}`,
        body: { fields: { i2: null, i3: '2026-03-02T11:00:00.000+0000' } },
      },
    ]);
    await incidents.setTimes(incident, incident.times);
    expect(jira.sent).toHaveLength(1);
  });

  test('is the option of a severity; a level without one is not set up', async () => {
    const { jira, incidents } = writing();
    await incidents.setSeverity(incident, 2);
    expect(jira.writes).toEqual([{ call: `PUT ${ISSUE}`, body: { fields: { s: { id: '72' } } } }]);
    const without = jiraIncidents(jira.ask, fakeSiteMaps({ ...MAP, severities: { '71': 1 } }));
    await expect(without.setSeverity(incident, 3)).rejects.toMatchObject({
      code: 'not-set-up',
      details: { subject: '3' },
    });
  });

  test('is who leads', async () => {
    const { jira, incidents } = writing();
    await incidents.assign(incident, DANA.id);
    expect(jira.writes).toEqual([{ call: `PUT ${ISSUE}/assignee`, body: { accountId: DANA.id } }]);
  });

  test('is a transition that leads to the phase, if it is not there yet', async () => {
    const transitions = [
      { id: '11', to: { id: '9' } },
      { id: '21', to: { id: '3' } },
      { id: '31', to: { id: '2' } },
    ];
    const { jira, incidents } = writing({ [`GET ${ISSUE}/transitions`]: { transitions } });
    await incidents.moveTo(incident, 'fixing');
    expect(jira.writes).toEqual([
      { call: `POST ${ISSUE}/transitions`, body: { transition: { id: '31' } } },
    ]);
    await incidents.moveTo(incident, 'new');
    expect(jira.sent).toHaveLength(2);
    await expect(incidents.moveTo(incident, 'cancelled')).rejects.toMatchObject({
      code: 'refused',
    });
    expect(jira.writes).toHaveLength(1);
  });

  test.each([
    [400, 'refused'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'refused'],
    [429, 'unavailable'],
  ] as const)('and is refused (%i) is %s, with Jira’s words', async (status, code) => {
    const { incidents } = writing({
      [`PUT ${ISSUE}`]: refusal(status),
      [`PUT ${ISSUE}/assignee`]: refusal(status),
      [`GET ${ISSUE}/transitions`]: { transitions: [{ id: '1', to: { id: '2' } }] },
      [`POST ${ISSUE}/transitions`]: refusal(status),
    });
    const says = ['refused', 'forbidden'].includes(code);
    const details = says ? { subject: `No: ${status}.` } : {};
    for (const write of [
      () => incidents.setTimes(incident, {}),
      () => incidents.setSeverity(incident, 1),
      () => incidents.assign(incident, DANA.id),
      () => incidents.moveTo(incident, 'fixing'),
    ]) {
      await expect(write()).rejects.toMatchObject({ code, details });
    }
  });
});

describe('TTD and TTR', () => {
  const WRITE = 'POST /rest/api/3/app/field/value';

  test('of many are written by their values, in one call, without a line in the history', async () => {
    const jira = new FakeJira({ [WRITE]: undefined });
    const figures = jiraFigures(jira.ask, maps);
    const of = (id: string, ttdMinutes?: number, ttrMinutes?: number) => ({
      id: id as IncidentId,
      figures: { ttdMinutes, ttrMinutes },
    });
    await figures.writeMany([of('1', 5, 60), of('2', 5), of('3', 0, 60)]);
    expect(jira.sent).toMatchObject([{ query: { generateChangelog: 'false' } }]);
    expect(jira.writes).toEqual([
      {
        call: WRITE,
        body: {
          updates: [
            { customField: 'ttd', issueIds: [1, 2], value: 5 },
            { customField: 'ttd', issueIds: [3], value: 0 },
            { customField: 'ttr', issueIds: [1, 3], value: 60 },
            { customField: 'ttr', issueIds: [2], value: null },
          ],
        },
      },
    ]);
    await figures.write('4' as IncidentId, {});
    expect(jira.writes[1]?.body).toEqual({
      updates: [
        { customField: 'ttd', issueIds: [4], value: null },
        { customField: 'ttr', issueIds: [4], value: null },
      ],
    });
  });
});

test('what lists read, how far the log is, and a notice are written as they were given', async () => {
  const properties = `PUT ${ISSUE}/properties`;
  const jira = new FakeJira({
    [`${properties}/incident`]: undefined,
    [`${properties}/incident-log`]: undefined,
    [`POST ${ISSUE}/notify`]: undefined,
  });
  const states = jiraListedStates(jira.ask);
  await states.write(ID, { phase: 'new' });
  await states.mark(ID, 7);
  await jiraNotices(jira.ask).tell(ID, [DANA.id], { subject: 'S', text: 'T' });
  expect(jira.writes).toEqual([
    { call: `${properties}/incident`, body: { phase: 'new' } },
    { call: `${properties}/incident-log`, body: { v: 1, seq: 7 } },
    {
      call: `POST ${ISSUE}/notify`,
      body: { subject: 'S', textBody: 'T', to: { users: [{ accountId: DANA.id }] } },
    },
  ]);
});

describe('what somebody may do', () => {
  const MINE = 'GET /rest/api/3/mypermissions';
  const PROJECT = 'GET /rest/api/3/project/10000';
  const rights = (right: string, havePermission: boolean): Answer => ({
    permissions: { [right]: { havePermission } },
  });
  const of = (mine: Answer, project: Answer = {}) => {
    const jira = new FakeJira({ [MINE]: mine, [PROJECT]: project });
    return { jira, permissions: jiraPermissions(jira.ask) };
  };

  test('is to edit an incident, by Jira’s word', async () => {
    const may = of(rights('EDIT_ISSUES', true));
    expect([...(await may.permissions.of(ID))]).toEqual(['edit']);
    expect(may.jira.queriesOf(MINE)).toEqual([{ issueId: ID, permissions: 'EDIT_ISSUES' }]);
    for (const answer of [rights('EDIT_ISSUES', false), rights('OTHER', true)]) {
      expect((await of(answer).permissions.of(ID)).size).toBe(0);
    }
    for (const status of [403, 404]) {
      expect((await of(refusal(status)).permissions.of(ID)).size).toBe(0);
    }
    await expect(of(refusal(429)).permissions.of(ID)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  test('is to browse the project: by the right, and by being shown it', async () => {
    const right = rights('BROWSE_PROJECTS', true);
    const may = of(right);
    expect(await may.permissions.browses('10000')).toBe(true);
    expect(may.jira.queriesOf(MINE)).toEqual([
      { projectId: '10000', permissions: 'BROWSE_PROJECTS' },
    ]);
    const without = of(rights('BROWSE_PROJECTS', false));
    expect(await without.permissions.browses('10000')).toBe(false);
    for (const status of [403, 404]) {
      expect(await of(right, refusal(status)).permissions.browses('10000')).toBe(false);
      expect(await of(refusal(status)).permissions.browses('10000')).toBe(false);
    }
    await expect(of(right, refusal(429)).permissions.browses('10000')).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  test('is to administer Jira', async () => {
    const may = of(rights('ADMINISTER', true));
    expect(await may.permissions.administersJira()).toBe(true);
    expect(may.jira.queriesOf(MINE)).toEqual([{ permissions: 'ADMINISTER' }]);
    expect(await of(rights('ADMINISTER', false)).permissions.administersJira()).toBe(false);
    expect(await of(rights('OTHER', true)).permissions.administersJira()).toBe(false);
    await expect(of(refusal(403)).permissions.administersJira()).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
