import { describe, expect, test } from '@jest/globals';
import { jiraPortals } from '../../../../src/adapters/jira/portals';
import { requestType } from '../../../../src/adapters/jira/set-up/request-type';
import { fieldsOfForm } from '../../../../src/adapters/jira/set-up/service-desk';
import { type Found } from '../../../../src/ports/set-up/site-builder';
import { type Answers, FakeJira, refusal } from '../../../fakes/jira';
import { FakeSite, MAKE, PROJECT, t } from '../../../fakes/set-up-site';

const site = (about: Found = {}) => new FakeSite(MAKE, { ...PROJECT, ...about });

/** Each status that a call may come back with, and what it is then. */
const CODES = [
  [400, 'refused'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'refused'],
  [429, 'unavailable'],
] as const;

describe('the request type', () => {
  const DESKS = 'GET /rest/servicedeskapi/servicedesk';
  const TYPES = 'GET /rest/servicedeskapi/servicedesk/3/requesttype';
  const MAKE_ONE = 'POST /rest/servicedeskapi/servicedesk/3/requesttype';
  const ofService = { projectTypeKey: 'service_desk' };
  const type = (id: number, issueTypeId: unknown) => ({ id, name: `Type ${id}`, issueTypeId });
  /** Jira Service Management has words of its own for pages. */
  const listed =
    (...all: readonly object[]) =>
    ({ query }: { readonly query: Readonly<Record<string, string>> }) => {
      const start = Number(query.start);
      const values = all.slice(start, start + Number(query.limit));
      return { values, isLastPage: start + values.length >= all.length };
    };
  const desks = Array.from({ length: 50 }, (_, n) => ({ id: 100 + n, projectId: n }));
  const SITE: Answers = {
    'GET /rest/api/3/project/10000': ofService,
    [DESKS]: listed(...desks, { id: 3, projectId: 10000 }),
    [TYPES]: listed(),
    [MAKE_ONE]: { id: 40, name: 'Made' },
  };

  test('is made for the issue type, and says that it knows this is experimental', async () => {
    const own = site();
    const jira = new FakeJira(SITE);
    expect(await requestType(jira.ask, own)).toEqual({ how: 'done', what: 'Made' });
    expect(jira.writes).toEqual([
      {
        call: MAKE_ONE,
        experimental: true,
        body: {
          issueTypeId: '10010',
          name: t('names.requestType.name'),
          description: t('names.requestType.description'),
          helpText: t('names.requestType.help'),
        },
      },
    ]);
    expect(own.found()).toMatchObject({ requestTypeId: '40', ours: ['request-type 40'] });
    expect(jira.queriesOf(DESKS)).toEqual([
      { start: '0', limit: '50' },
      { start: '50', limit: '50' },
    ]);
  });

  test('that is known is used, else the first of the issue type, on whatever page', async () => {
    const foreign = Array.from({ length: 50 }, (_, n) => type(n, 1));
    const there = listed(...foreign, type(60, 10010), type(61, 10010));
    for (const [known, id] of [
      [undefined, '60'],
      ['61', '61'],
      ['7', '60'],
    ]) {
      const own = site({ requestTypeId: known });
      const jira = new FakeJira({ ...SITE, [TYPES]: there });
      expect(await requestType(jira.ask, own)).toEqual({ how: 'adopted', what: `Type ${id}` });
      expect(jira.writes).toEqual([]);
      expect(own.found().requestTypeId).toBe(id);
    }
    const ours = site({ ours: ['request-type 60'] });
    const again = new FakeJira({ ...SITE, [TYPES]: there });
    expect((await requestType(again.ask, ours)).how).toBe('done');
  });

  test.each([
    ['of another kind', { 'GET /rest/api/3/project/10000': { projectTypeKey: 'software' } }],
    ['without a desk', { [DESKS]: listed(...desks) }],
    ['of a site that has no portals any more', { [DESKS]: refusal(404) }],
    ['of a site that lets nobody near them', { [DESKS]: refusal(403) }],
  ])('is not there for a project %s, and what was known is forgotten', async (_, more) => {
    const own = site({ requestTypeId: '40' });
    const jira = new FakeJira({ ...SITE, ...more });
    expect(await requestType(jira.ask, own)).toEqual({
      how: 'adopted',
      what: t('names.requestType.none'),
    });
    expect(jira.writes).toEqual([]);
    expect(own.told).toEqual([{ requestTypeId: undefined }]);
  });

  test.each(Object.keys(SITE))('ends its step where %s is refused', async (call) => {
    for (const [status, code] of CODES) {
      if (call === DESKS && (code === 'forbidden' || code === 'not-found')) continue;
      const own = site();
      const jira = new FakeJira({ ...SITE, [call]: refusal(status) });
      await expect(requestType(jira.ask, own)).rejects.toMatchObject({ code });
      expect(own.told).toEqual([]);
    }
  });

  test('asks the fields of its form', async () => {
    const jira = new FakeJira({
      'GET /rest/servicedeskapi/servicedesk/3/requesttype/40/field': {
        requestTypeFields: [
          { fieldId: 'summary' },
          { fieldId: 'customfield_1', description: 'Guess' },
        ],
      },
    });
    expect(await fieldsOfForm(jira.ask, '3', '40')).toEqual([
      { id: 'summary', help: '' },
      { id: 'customfield_1', help: 'Guess' },
    ]);
  });
});

describe('the portal of a project', () => {
  const FORM = 'GET /rest/servicedeskapi/servicedesk/3/requesttype/60/field';
  const oneOf = (value: object) => ({ values: [value], isLastPage: true });
  const SITE: Answers = {
    'GET /rest/api/3/project/10000': { projectTypeKey: 'service_desk' },
    'GET /rest/servicedeskapi/servicedesk': oneOf({ id: 3, projectId: 10000 }),
    'GET /rest/servicedeskapi/servicedesk/3/requesttype': oneOf({
      id: 60,
      name: 'Report',
      issueTypeId: 10010,
      groupIds: [1],
    }),
    [FORM]: { requestTypeFields: [{ fieldId: 'summary' }] },
  };
  const look = (more: Answers = {}) => {
    const jira = new FakeJira({ ...SITE, ...more });
    const map = { projectId: '10000', issueTypeId: '10010' };
    return jiraPortals(jira.ask).look(map, undefined);
  };

  test('has a form, which is in a group or in none', async () => {
    const requestType = {
      id: '60',
      name: 'Report',
      isListed: true,
      fields: [{ id: 'summary', help: '' }],
    };
    expect(await look()).toEqual({ id: '3', requestType });
    const types = 'GET /rest/servicedeskapi/servicedesk/3/requesttype';
    const unlisted = oneOf({ id: 60, name: 'Report', issueTypeId: 10010 });
    expect(await look({ [types]: unlisted })).toMatchObject({ requestType: { isListed: false } });
    expect(await look({ [types]: { values: [], isLastPage: true } })).toEqual({ id: '3' });
  });

  test('is not there for a project of another kind', async () => {
    const project = { 'GET /rest/api/3/project/10000': { projectTypeKey: 'software' } };
    expect(await look(project)).toBeUndefined();
  });
});
