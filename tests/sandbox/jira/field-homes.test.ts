import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Body, TestSite } from './site';

/** Which project has a field that is made over REST, on both kinds of site. */

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes:';
const rows = (body: unknown): readonly Body[] => body as readonly Body[];

describe.each(['old', 'new'] as const)('a site with %s ways to treat fields', (fieldSchemes) => {
  let site: TestSite;
  let id: string;
  beforeEach(async () => {
    site = new TestSite({ fieldSchemes });
    await site.project();
    const wanted = { name: 'Impact', type: `${TYPES}textfield` };
    id = String((await site.ok('POST', '/field', wanted)).id);
    await site.onScreen(id);
  });

  const put = (key: string) => site.call('PUT', `/issue/${key}`, { fields: { [id]: 'x' } });
  async function isOnForms(key: string): Promise<readonly boolean[]> {
    const { issueTypes = [] } = await site.ok('GET', '/issue/createmeta/HOT/issuetypes');
    const task = issueTypes.find(({ name }) => name === 'Task')?.id;
    const create = await site.ok('GET', `/issue/createmeta/HOT/issuetypes/${String(task)}`);
    const edit = await site.ok('GET', `/issue/${key}/editmeta`);
    return [rows(create.fields).some(({ fieldId }) => fieldId === id), id in (edit.fields ?? {})];
  }
  const projectsOf = async () =>
    (await site.ok('GET', `/field/${id}/association/project`)).values?.map(
      ({ projectId }) => projectId,
    );

  test('a field that is made over REST is on no form until it is given to the project', async () => {
    const key = await site.issue();
    expect(await isOnForms(key)).toEqual([false, false]);
    expect(await projectsOf()).toEqual([]);
    expect(await put(key)).toMatchObject({
      status: 400,
      body: {
        errors: {
          [id]: `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`,
        },
      },
    });
    expect(await site.fields(key)).not.toHaveProperty(id);
    await site.associate(id);
    await site.associate(id);
    expect(await isOnForms(key)).toEqual([true, true]);
    expect((await put(key)).status).toBe(204);
    expect(await site.fields(key)).toHaveProperty(id, 'x');
    expect(await projectsOf()).toEqual([(await site.ok('GET', '/project/HOT')).id]);
  });

  test('a project that shares what says so has the field as well, also when it is made later', async () => {
    await site.associate(id);
    const { id: later } = await site.ok('POST', '/project', { key: 'OPS', name: 'Operations' });
    expect(await projectsOf()).toContain(String(later));
  });

  test('at most fifty fields and a hundred projects go at once, and what is not there is named', async () => {
    const { id: project } = await site.ok('GET', '/project/HOT');
    const sent = (count: number, field: string, where = Number(project)) => ({
      associationContexts: [{ type: 'PROJECT_ID', identifier: where }],
      fields: Array.from({ length: count }, () => ({ type: 'FIELD_ID', identifier: field })),
    });
    const status = async (body: unknown) =>
      (await site.call('PUT', '/field/association', body)).status;
    expect(await status(sent(51, id))).toBe(400);
    expect(await status(sent(1, 'customfield_1'))).toBe(404);
    expect(await status(sent(1, id, 99))).toBe(404);
    expect((await site.call('PUT', '/field/association', sent(1, id), site.reader)).status).toBe(
      403,
    );
  });
});

describe('a site that has not moved to field schemes', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = new TestSite({ fieldSchemes: 'old' });
    await site.project();
  });

  test.each([
    ['GET', '/config/fieldschemes'],
    ['GET', '/config/fieldschemes/projects?projectId=10000'],
    ['POST', '/config/fieldschemes'],
    ['PUT', '/config/fieldschemes/fields'],
  ])('does not know %s %s', async (method, path) => {
    const body = method === 'GET' ? undefined : { name: 'Incidents' };
    expect((await site.call(method, path, body)).status).toBe(404);
  });

  test('a new field configuration has what the default one has; showing a field puts it there', async () => {
    const wanted = { name: 'Impact', type: `${TYPES}textfield` };
    const { id } = await site.ok('POST', '/field', wanted);
    const made = await site.ok('POST', '/fieldconfiguration', { name: 'Incidents' });
    const path = `/fieldconfiguration/${String(made.id)}/fields`;
    const ids = async () =>
      (await site.ok('GET', `${path}?maxResults=100`)).values?.map((one) => one.id);
    expect(await ids()).toContain('description');
    expect(await ids()).not.toContain(id);
    await site.ok('PUT', path, { fieldConfigurationItems: [{ id, isHidden: false }] });
    expect(await ids()).toContain(id);
  });

  test('a service project has a field configuration scheme of its own from the start', async () => {
    const key = { key: 'HELP', name: 'Help', projectTypeKey: 'service_desk' };
    const { id } = await site.ok('POST', '/project', key);
    const { values } = await site.ok('GET', `/fieldconfigurationscheme/project?projectId=${id}`);
    const name = 'Jira Service Management Field Configuration Scheme for Project HELP';
    expect(values).toMatchObject([
      { projectIds: [String(id)], fieldConfigurationScheme: { name } },
    ]);
  });
});

describe('a site with field schemes', () => {
  let site: TestSite;
  beforeEach(async () => {
    site = new TestSite();
    await site.project();
  });

  test('has no use for field configurations', async () => {
    expect((await site.ok('GET', '/fieldconfiguration')).values).toEqual([]);
    const reply = await site.call('POST', '/fieldconfiguration', { name: 'Incidents' });
    expect(reply.status).toBe(400);
  });

  test('a new scheme has the fewest fields, a copy those of its origin', async () => {
    const idsOf = async (id: unknown) =>
      (
        await site.ok('GET', `/config/fieldschemes/${String(id)}/fields?maxResults=100`)
      ).values?.map(({ fieldId }) => fieldId);
    const { id } = await site.ok('POST', '/config/fieldschemes', { name: 'Bare' });
    expect(await idsOf(id)).not.toContain('description');
    const copy = await site.ok('POST', '/config/fieldschemes/10000/clone', { name: 'Copy' });
    expect(await idsOf(copy.id)).toContain('description');
  });

  test('tells of each field whether it went well', async () => {
    const entry = (id: number) => [{ schemeIds: [id] }];
    const path = '/config/fieldschemes/fields';
    const well = { fieldId: 'labels', schemeId: 10000, success: true, workTypeIds: [] };
    const ill = {
      fieldId: 'summary',
      schemeId: 99999,
      success: false,
      workTypeIds: [],
      error: "Scheme 99999 doesn't exist",
    };
    const reply = (body: unknown) => site.call('PUT', path, body);
    expect(await reply({ labels: entry(10000) })).toMatchObject({
      status: 200,
      body: { results: [well] },
    });
    expect(await reply({ labels: entry(10000), summary: entry(99999) })).toMatchObject({
      status: 207,
      body: { results: [well, ill] },
    });
    expect(await reply({ summary: entry(99999) })).toMatchObject({
      status: 400,
      body: { results: [ill] },
    });
  });
});

describe('a new project', () => {
  test.each([
    ['simplified-it-service-management-basic', 400],
    ['company-managed-blank-service-project', 400],
    ['simplified-it-service-management', 201],
  ])('%s is a template only where table and values have it: %d', async (name, status) => {
    const site = new TestSite();
    const reply = await site.call('POST', '/project', {
      key: 'HELP',
      name: 'Help',
      projectTypeKey: 'service_desk',
      projectTemplateKey: `com.atlassian.servicedesk:${name}`,
    });
    expect(reply.status).toBe(status);
  });

  test('has a template or schemes, not both', async () => {
    const site = new TestSite();
    const reply = await site.call('POST', '/project', {
      key: 'HOT',
      name: 'Hot',
      projectTypeKey: 'software',
      fieldScheme: 10000,
      projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
    });
    expect(reply.status).toBe(400);
  });
});

test('an experimental call of Jira Service Management wants to be told that one knows', async () => {
  const site = new TestSite();
  const reply = await site.jira.fetch(
    new Request('http://jira.test/rest/servicedeskapi/servicedesk/1/requesttype', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    }),
    { accountId: site.admin.accountId, viaApp: false },
  );
  expect(reply.status).toBe(412);
  expect(await reply.json()).toMatchObject({
    errorMessage: expect.stringContaining("the header 'X-ExperimentalApi: opt-in'"),
  });
});
