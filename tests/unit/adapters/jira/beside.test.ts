import { describe, expect, test } from '@jest/globals';
import { jiraCleanUps } from '../../../../src/adapters/jira/clean-ups';
import { jiraDuplicates } from '../../../../src/adapters/jira/duplicates';
import { jiraFieldOptions } from '../../../../src/adapters/jira/field-options';
import { jiraHistories } from '../../../../src/adapters/jira/histories';
import { jiraMarkedComments } from '../../../../src/adapters/jira/marked-comments';
import { type IncidentId } from '../../../../src/domain/incident/incident';
import { type Answers, FakeJira, listOf, refusal } from '../../../fakes/jira';
import { fakeSiteMaps } from '../../../fakes/site-maps';
import { anIncident, at, DANA } from '../../../fixtures/incidents';
import { MAP } from '../../../fixtures/issues';

const ID = '10042' as IncidentId;
const TYPES = 'GET /rest/api/3/issueLinkType';
const LINK = 'POST /rest/api/3/issueLink';
const LINKED = `GET /rest/api/3/issue/${ID}`;
const SEARCH = 'POST /rest/api/3/search/jql';
const type = (id: string, name: string, outward: string, inward = outward) => ({
  id,
  name,
  inward,
  outward,
});
const withTypes = (...issueLinkTypes: readonly object[]): Answers => ({
  [TYPES]: { issueLinkTypes },
  [LINK]: undefined,
  [LINKED]: { fields: { issuelinks: [] } },
});

/** The id of the type that a link was made with; what was answered where none was. */
async function linkedBy(types: Answers, link: (jira: FakeJira) => Promise<string>) {
  const jira = new FakeJira(types);
  const answer = await link(jira);
  const [write] = jira.writes;
  return write
    ? [answer, (write.body as { readonly type: { readonly id: string } }).type.id]
    : [answer];
}

describe('a link to a duplicate', () => {
  const other = anIncident({ id: '7' as IncidentId });
  const link = (jira: FakeJira) => jiraDuplicates(jira.ask).link(anIncident(), other);

  test('says which of the two is the duplicate', async () => {
    const jira = new FakeJira(
      withTypes(type('1', 'Blocks', 'blocks'), type('2', 'Duplicate', 'x')),
    );
    expect(await link(jira)).toBe('linked');
    expect(jira.writes).toEqual([
      {
        call: LINK,
        body: { type: { id: '2' }, inwardIssue: { id: ID }, outwardIssue: { id: '7' } },
      },
    ]);
  });

  test('is of the type that means it: by its name, else by its words', async () => {
    const words = type('3', 'Zwilling', 'dupliziert');
    const named = type('4', 'Duplicate', 'same as');
    expect(await linkedBy(withTypes(words, named), link)).toEqual(['linked', '4']);
    expect(await linkedBy(withTypes(type('5', 'Relates', 'relates to'), words), link)).toEqual([
      'linked',
      '3',
    ]);
    expect(await linkedBy(withTypes(type('6', 'Duplikat', 'wie')), link)).toEqual(['linked', '6']);
    expect(await linkedBy(withTypes(type('5', 'Relates', 'relates')), link)).toEqual([
      'no-link-type',
    ]);
    expect(await linkedBy({ [TYPES]: refusal(404) }, link)).toEqual(['no-link-type']);
  });

  test.each([400, 403, 404, 429])(
    'that is refused (%i) is not said to be there',
    async (status) => {
      const types = withTypes(type('2', 'Duplicate', 'x'));
      await expect(link(new FakeJira({ ...types, [LINK]: refusal(status) }))).rejects.toThrow();
    },
  );
});

describe('a clean-up issue', () => {
  const ISSUE = 'POST /rest/api/3/issue';

  test('is found by its wish, among those of the person who asks', async () => {
    const jira = new FakeJira({ [SEARCH]: { issues: [{ key: 'TEAM-1' }] } });
    expect(await jiraCleanUps(jira.ask).find('w1')).toBe('TEAM-1');
    expect(jira.sent[0]?.body).toEqual({
      jql: 'issue.property[incident-clean-up].wish = "w1" AND creator = currentUser()',
      maxResults: 1,
      fields: ['key'],
    });
    const none = new FakeJira({ [SEARCH]: { issues: [] } });
    expect(await jiraCleanUps(none.ask).find('w1')).toBeUndefined();
  });

  test('is made with the mark of its wish and of the incident', async () => {
    const jira = new FakeJira({ [ISSUE]: { key: 'TEAM-2' } });
    const wish = { id: 'w1', summary: 'An alarm', project: '1', issueType: '2' };
    expect(await jiraCleanUps(jira.ask).make(wish, anIncident())).toBe('TEAM-2');
    expect(jira.writes).toEqual([
      {
        call: ISSUE,
        body: {
          fields: { project: { id: '1' }, issuetype: { id: '2' }, summary: 'An alarm' },
          properties: [{ key: 'incident-clean-up', value: { wish: 'w1', incident: ID } }],
        },
      },
    ]);
  });

  test('is linked to the incident as something that it relates to', async () => {
    const link = (jira: FakeJira) => jiraCleanUps(jira.ask).link('TEAM-1', anIncident());
    const jira = new FakeJira(withTypes(type('1', 'Relates', 'is about', 'has')));
    expect(await link(jira)).toBe('linked');
    expect(jira.writes[0]?.body).toEqual({
      type: { id: '1' },
      inwardIssue: { key: 'TEAM-1' },
      outwardIssue: { id: ID },
    });
    const translated = type('2', 'Beziehung', 'bezieht sich auf');
    const oneWay = type('3', 'Folge', 'relates to', 'is related by');
    expect(await linkedBy(withTypes(oneWay, translated), link)).toEqual(['linked', '2']);
    expect(await linkedBy(withTypes(oneWay, type('4', 'X', 'blocks')), link)).toEqual([
      'no-link-type',
    ]);
  });
});

describe('options of a field', () => {
  const CONTEXT = '/rest/api/3/field/customfield_9/context';
  const OPTION = `${CONTEXT}/7/option`;
  const where = { fieldId: 'customfield_9', contextId: '7' };
  const options = (answers: Answers, asApp: Answers = {}) => {
    const [jira, app] = [new FakeJira(answers), new FakeJira(asApp)];
    return { jira, app, options: jiraFieldOptions(jira.ask, app.ask) };
  };
  const option = (n: number, more: object = {}) => ({ id: String(n), value: `V${n}`, ...more });

  test('are read to the last page, a hundred at a time', async () => {
    const many = Array.from({ length: 100 }, (_, n) => option(n));
    const site = options({ [`GET ${OPTION}`]: listOf(...many, option(100, { disabled: true })) });
    const found = await site.options.list(where);
    expect(found).toHaveLength(101);
    expect([found[0]?.disabled, found[100]]).toEqual([false, option(100, { disabled: true })]);
    expect(site.jira.queriesOf(`GET ${OPTION}`)).toEqual([
      { startAt: '0', maxResults: '100' },
      { startAt: '100', maxResults: '100' },
    ]);
  });

  test('are added, changed, moved and removed in the context', async () => {
    const { jira, options: site } = options({
      [`POST ${OPTION}`]: { options: [option(5)] },
      [`PUT ${OPTION}`]: undefined,
      [`PUT ${OPTION}/move`]: undefined,
      [`DELETE ${OPTION}/5`]: undefined,
    });
    expect(await site.add(where, ['V5'])).toEqual([{ ...option(5), disabled: false }]);
    await site.update(where, [{ id: '5', value: 'New', disabled: true }]);
    await site.move(where, ['5', '6'], 'First');
    await site.remove(where, '5');
    expect(jira.writes).toEqual([
      { call: `POST ${OPTION}`, body: { options: [{ value: 'V5', disabled: false }] } },
      { call: `PUT ${OPTION}`, body: { options: [{ id: '5', value: 'New', disabled: true }] } },
      { call: `PUT ${OPTION}/move`, body: { customFieldOptionIds: ['5', '6'], position: 'First' } },
      { call: `DELETE ${OPTION}/5` },
    ]);
  });

  test('that are gone are removed; that cannot be are not', async () => {
    const removing = (status: number) =>
      options({ [`DELETE ${OPTION}/5`]: refusal(status) }).options.remove(where, '5');
    await removing(404);
    for (const [status, code] of [
      [400, 'refused'],
      [403, 'forbidden'],
      [429, 'unavailable'],
    ] as const) {
      await expect(removing(status)).rejects.toMatchObject({ code });
    }
  });

  test('are used where anybody or the app finds an issue, or may find one on the next page', async () => {
    const answer = (issues: readonly object[], nextPageToken?: string): Answers => ({
      [SEARCH]: { issues, ...(nextPageToken !== undefined && { nextPageToken }) },
    });
    const none = options(answer([]), answer([]));
    expect(await none.options.areUsed('customfield_9', ['1', '2'])).toBe(false);
    const body = { jql: 'cf[9] in (1,2)', maxResults: 1, fields: ['id'] };
    expect([none.jira.sent[0]?.body, none.app.sent[0]?.body]).toEqual([body, body]);
    for (const [ours, apps] of [
      [answer([{}]), answer([])],
      [answer([]), answer([{}])],
      [answer([]), answer([], 'more')],
    ] as const) {
      expect(await options(ours, apps).options.areUsed('customfield_9', ['1'])).toBe(true);
    }
  });

  test('belong to the context that is known, the project’s own, or everybody’s', async () => {
    const MAPPINGS = `GET ${CONTEXT}/projectmapping`;
    const global = { contextId: 'g', isGlobalContext: true };
    const own = { contextId: 'o', projectId: '10000' };
    const shared = { contextId: 'o', projectId: '2' };
    const of = async (mappings: readonly object[], given?: string) =>
      options({ [MAPPINGS]: listOf(...mappings) }).options.contextOf(
        'customfield_9',
        '10000',
        given,
      );
    expect(await of([global, own])).toEqual({ contextId: 'o', shared: false });
    expect(await of([global, own, shared])).toEqual({ contextId: 'o', shared: true });
    expect(await of([{ contextId: 'x', projectId: '2' }, global])).toEqual({
      contextId: 'g',
      shared: true,
    });
    expect(await of([global, own], 'g')).toEqual({ contextId: 'g', shared: true });
    expect(await of([own], 'gone')).toEqual({ contextId: 'gone', shared: false });
    await expect(of([{ contextId: 'x', projectId: '2' }])).rejects.toMatchObject({
      code: 'not-set-up',
      details: { subject: 'customfield_9' },
    });
  });
});

describe('comments that are marked for the timeline', () => {
  const COMMENTS = `GET /rest/api/3/issue/${ID}/comment`;
  const moment = '2026-03-02T10:00:00.000+0000';
  const text = (words: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  });
  const comment = (n: number, words = 'plain', more: object = {}) => ({
    id: `c${n}`,
    created: moment,
    body: text(words),
    ...more,
  });
  /** The newest first, as they are asked for. */
  const site = (all: readonly object[], total = all.length) =>
    new FakeJira({
      [COMMENTS]: ({ query }) => {
        const from = Number(query.startAt);
        return { total, comments: all.slice(from, from + Number(query.maxResults)) };
      },
    });
  const of = (jira: FakeJira, known: readonly string[] = []) =>
    jiraMarkedComments(jira.ask).of(ID, known);

  test('are those of everybody, without the mark, the oldest first', async () => {
    const jira = site([
      comment(5, 'No mark'),
      comment(4, 'Second #Timeline', { updated: '2026-03-02T10:05:00.000+0000' }),
      comment(3, '#timeline secret', { visibility: { type: 'role' } }),
      comment(2, '#timeline inner', { jsdPublic: false }),
      comment(1, '#timeline First', { jsdPublic: true, author: { accountId: DANA.id } }),
      comment(0, '#timelines are something else'),
    ]);
    const [t10, t1005] = [at('10:00'), at('10:05')];
    expect(await of(jira)).toEqual({
      isWhole: true,
      marked: [
        { id: 'c1', at: t10, version: t10, text: 'First', by: DANA.id },
        { id: 'c4', at: t10, version: t1005, text: 'Second' },
      ],
    });
    expect(jira.queriesOf(COMMENTS)).toEqual([
      { orderBy: '-created', maxResults: '100', startAt: '0' },
    ]);
  });

  const many = (count: number) => Array.from({ length: count }, (_, n) => comment(n));

  test('are read back to the ones that are known, and no further', async () => {
    const near = site(many(350));
    expect((await of(near)).isWhole).toBe(true);
    expect(near.sent).toHaveLength(1);
    const far = site(many(350));
    expect((await of(far, ['c7', 'c230'])).isWhole).toBe(true);
    expect(far.queriesOf(COMMENTS).map(({ startAt }) => startAt)).toEqual(['0', '100', '200']);
  });

  test('are all there where one that was known is not: it was deleted', async () => {
    for (const [count, pages] of [
      [0, 1],
      [100, 1],
      [101, 2],
      [200, 2],
    ]) {
      const jira = site(many(count ?? 0));
      expect((await of(jira, ['gone'])).isWhole).toBe(true);
      expect(jira.sent).toHaveLength(pages ?? 0);
    }
  });

  test('may not be all where the number changed meanwhile, or there are more than are read', async () => {
    const jira = new FakeJira({
      [COMMENTS]: ({ query: { startAt } }) =>
        startAt === '0'
          ? { total: 102, comments: many(100) }
          : { total: 101, comments: [comment(100)] },
    });
    expect((await of(jira, ['gone'])).isWhole).toBe(false);
    const endless = site(many(1001));
    expect((await of(endless, ['gone'])).isWhole).toBe(false);
    expect(endless.sent).toHaveLength(10);
  });
});

describe('change logs', () => {
  const FETCH = 'POST /rest/api/3/changelog/bulkfetch';
  const changes = (issueId: string, ...changeHistories: readonly object[]) => ({
    issueId,
    changeHistories,
  });
  const entry = (id: string, created: string | number, ...items: readonly object[]) => ({
    id,
    created,
    items,
  });
  const of = async (...answers: readonly object[]) => {
    const left = [...answers];
    const jira = new FakeJira({
      [FETCH]: () => ({ ...left.shift() }),
    });
    const found = await jiraHistories(jira.ask, fakeSiteMaps(MAP)).of([ID, '7' as IncidentId]);
    return { jira, found };
  };
  const ten = '2026-03-02T10:00:00.000+0000';

  test('are asked for the few fields that matter, a thousand at a time, to the last page', async () => {
    const { jira, found } = await of(
      {
        issueChangeLogs: [changes(ID, entry('2', '2026-03-02T11:00:00.000+0000'))],
        nextPageToken: 'n',
      },
      {
        issueChangeLogs: [changes(ID, entry('1', ten), entry('3', at('12:00') / 1000))],
        nextPageToken: null,
      },
    );
    expect((found.get(ID) ?? []).map(({ id, at: when }) => [id, when])).toEqual([
      ['1', at('10:00')],
      ['2', at('11:00')],
      ['3', at('12:00')],
    ]);
    expect(found.get('7' as IncidentId)).toEqual([]);
    const body = {
      issueIdsOrKeys: [ID, '7'],
      fieldIds: ['status', 'assignee', 'issuelinks', 'i1', 'i2', 'i3', 's'],
      maxResults: 1000,
    };
    expect(jira.writes.map((one) => one.body)).toEqual([body, { ...body, nextPageToken: 'n' }]);
    expect(jira.deadlines).toEqual({ [FETCH]: 20_000 });
  });

  test('say what was changed from what to what', async () => {
    const items: readonly object[] = [
      { fieldId: 'status', from: '1', to: '2' },
      { fieldId: 'i1', from: '', to: '2026-03-02T09:50:00.000+0000' },
      { fieldId: 's', from: '71', to: '99' },
      { fieldId: 'assignee', from: null, to: DANA.id },
      { fieldId: 'issuelinks', to: 'X-1', toString: 'This duplicates X-1' },
      { field: 'Link', from: 'X-2', to: '', fromString: 'This blocks X-2' },
      { fieldId: 'issuelinks', to: 'X-3' },
    ];
    const author = { accountId: 'a', displayName: 'App', accountType: 'app' };
    const { found } = await of({
      issueChangeLogs: [
        changes(ID, { ...entry('1', ten, ...items), author }, entry('2', at('11:00'))),
      ],
    });
    expect(found.get(ID)).toEqual([
      {
        id: '1',
        at: at('10:00'),
        by: { id: 'a', name: 'App', isApp: true },
        phase: { from: 'new', to: 'fixing' },
        times: { impactStart: { from: null, to: at('09:50') } },
        severity: { from: 1, to: undefined },
        assignee: { from: null, to: DANA.id },
        links: [
          { added: true, text: 'This duplicates X-1' },
          { added: false, text: 'This blocks X-2' },
          { added: true, text: '' },
        ],
      },
      {
        id: '2',
        at: at('11:00'),
        by: undefined,
        phase: undefined,
        times: undefined,
        severity: undefined,
        assignee: undefined,
        links: undefined,
      },
    ]);
  });
});
