import { beforeEach, describe, expect, test } from '@jest/globals';
import { APP, type Body, TestSite } from './site';

/** Projects of Jira Service Management, and sites without it. */

const DESK = {
  key: 'ITSM',
  name: 'Service desk',
  projectTypeKey: 'service_desk',
  projectTemplateKey: 'com.atlassian.servicedesk:simplified-it-service-management',
};

let site: TestSite;
beforeEach(async () => {
  site = new TestSite();
  await site.ok('POST', '/project', DESK);
});

const names = (rows: unknown): unknown[] => (rows as Body[]).map(({ name }) => name);

async function raise(type: string): Promise<string> {
  const fields = { project: { key: 'ITSM' }, issuetype: { name: type }, summary: 'Tills are down' };
  return String((await site.ok('POST', '/issue', { fields })).key);
}

async function move(key: string, name: string): Promise<void> {
  const { transitions = [] } = await site.ok('GET', `/issue/${key}/transitions`);
  const id = transitions.find((one) => one.name === name)?.id;
  await site.ok('POST', `/issue/${key}/transitions`, { transition: { id } });
}

describe('a service project', () => {
  test('has the types, workflows and schemes of its own that its template makes', async () => {
    const project = await site.ok('GET', '/project/ITSM');
    expect(project).toMatchObject({ projectTypeKey: 'service_desk' });
    expect(names(project.issueTypes)).toEqual(
      expect.arrayContaining(['[System] Incident', '[System] Service request', '[System] Problem']),
    );
    const scheme = await site.ok('GET', `/workflowscheme/project?projectId=${String(project.id)}`);
    const [{ workflowScheme } = {}] = scheme.values as unknown as { workflowScheme: Body }[];
    expect(Object.values(workflowScheme?.issueTypeMappings as object)).toContain(
      'ITSM: Incident Management workflow for Jira Service Management',
    );
    await site.ok('POST', '/project', {
      ...DESK,
      key: 'HR',
      name: 'People',
      projectTemplateKey: 'com.atlassian.servicedesk:simplified-hr-service-desk',
    });
    const { issueTypes } = await site.ok('GET', '/project/HR');
    expect(names(issueTypes)).not.toContain('[System] Problem');
  });

  test('is for its team alone', async () => {
    const key = await raise('[System] Incident');
    const look = async (): Promise<number> =>
      (await site.call('GET', `/issue/${key}`, undefined, site.responder)).status;
    expect(await look()).toBe(404);
    const roles = (await site.ok('GET', '/role')) as unknown as Body[];
    const team = roles.find(({ name }) => name === 'Service Desk Team')?.id;
    await site.ok('POST', `/project/ITSM/role/${String(team)}`, {
      user: [site.responder.accountId],
    });
    expect(await look()).toBe(200);
    const facts = site.jira.facts({ issue: key }, site.responder.accountId);
    expect(facts?.project?.type).toBe('service_desk');
    expect(site.jira.facts({ issue: key }, site.reader.accountId)).toBeUndefined();
  });

  test('moves its incidents without a resolution, into a status that nothing leads out of', async () => {
    const key = await raise('[System] Incident');
    for (const name of ['Investigate', 'Resolve', 'Close']) await move(key, name);
    const { status, resolution } = await site.fields(key);
    expect([status, resolution]).toMatchObject([{ name: 'Closed' }, null]);
    expect((await site.ok('GET', `/issue/${key}/transitions`)).transitions).toEqual([]);
  });

  test('refuses a template of another type', async () => {
    const other = { ...DESK, key: 'ABC', name: 'Other', projectTypeKey: 'software' };
    const { status, body } = await site.call('POST', '/project', other);
    expect(status).toBe(400);
    expect(body.errors?.projectTemplate).toMatch(/invalid project template/);
  });
});

describe('a site', () => {
  const types = async (on: TestSite): Promise<unknown[]> =>
    ((await on.ok('GET', '/project/type/accessible')) as unknown as Body[]).map(({ key }) => key);

  test('with Jira Service Management says so', async () => {
    expect(await types(site)).toContain('service_desk');
    expect(await site.ok('GET', '/rest/servicedeskapi/info')).toMatchObject({
      isLicensedForUse: true,
    });
  });

  test('without it has no service projects, and says so', async () => {
    const plain = new TestSite({ serviceManagement: false });
    expect(await types(plain)).toEqual(['software', 'business']);
    expect((await plain.call('GET', '/project/type/service_desk/accessible')).status).toBe(404);
    expect((await plain.call('POST', '/project', DESK)).body.errors).toHaveProperty('projectType');
    expect(await plain.ok('GET', '/rest/servicedeskapi/info')).toMatchObject({
      isLicensedForUse: false,
    });
    expect((await plain.call('GET', '/rest/servicedeskapi/servicedesk')).status).toBe(404);
  });
});

describe('the portal of a service project', () => {
  const API = '/rest/servicedeskapi';

  /** A request type for incidents, as an app makes it. @returns desk, type and its address. */
  async function incidentType() {
    const { issueTypes = [] } = await site.ok('GET', '/project/ITSM');
    const issueTypeId = String(issueTypes.find(({ name }) => name === '[System] Incident')?.id);
    const desk = `${API}/servicedesk/ITSM`;
    const wanted = { issueTypeId, name: 'Incident', helpText: 'Is it down?' };
    const type = await site.ok('POST', `${desk}/requesttype`, wanted);
    const request = (values: object) => ({
      serviceDeskId: type['serviceDeskId'],
      requestTypeId: type.id,
      requestFieldValues: values,
    });
    return { desk, type, path: `${desk}/requesttype/${String(type.id)}`, request };
  }

  test('begins with what the issue type requires, in no group', async () => {
    const { path, type } = await incidentType();
    expect(type).toMatchObject({ groupIds: [], helpText: 'Is it down?' });
    const { requestTypeFields } = await site.ok('GET', `${path}/field`);
    expect(requestTypeFields).toMatchObject([{ fieldId: 'summary', required: true }]);
  });

  test('is arranged by administrators by hand, with fields of the create screen only', async () => {
    const { desk, path, type } = await incidentType();
    const name = 'What is wrong?';
    const field = { fieldId: 'summary', name, description: '', required: true };
    const arranged = { groupIds: ['1'], fields: [field, { ...field, fieldId: 'duedate9' }] };
    const by = (who: { readonly accountId: string }) =>
      site.jira.arrangeForm(String(type.id), arranged, who.accountId);
    expect(by(site.responder)).toBeUndefined();
    expect(by(site.admin)?.fields).toEqual([field]);
    expect((await site.ok('GET', `${path}/field`)).requestTypeFields).toMatchObject([{ name }]);
    expect((await site.ok('GET', `${desk}/requesttype?groupId=1`)).values).toHaveLength(1);
  });

  test('takes requests of people who see nothing in Jira, and shows them their own', async () => {
    const { request } = await incidentType();
    const raised = await site.ok(
      'POST',
      `${API}/request`,
      request({ summary: 'Down' }),
      site.outsider,
    );
    const key = String(raised['issueKey']);
    expect((await site.call('GET', `/issue/${key}`, undefined, site.outsider)).status).toBe(404);
    expect(await site.fields(key)).toMatchObject({ reporter: { displayName: 'Otto' } });
    const seen = async (who: typeof site.reader) =>
      (await site.call('GET', `${API}/request/${key}`, undefined, who)).status;
    expect([await seen(site.outsider), await seen(site.reader)]).toEqual([200, 404]);
  });

  test('refuses what the form does not ask for, and asks for what it needs', async () => {
    const { request } = await incidentType();
    const sent = request({ priority: { name: 'High' } });
    const { status, body } = await site.call('POST', `${API}/request`, sent);
    expect(status).toBe(400);
    expect(body['errorMessage']).toMatch(/'priority' is not on the form.*Summary is required/);
  });

  test('has request types that only its administrators make', async () => {
    const { desk, type } = await incidentType();
    const wanted = { issueTypeId: type['issueTypeId'], name: 'Another' };
    const reply = await site.call('POST', `${desk}/requesttype`, wanted, site.responder);
    expect(reply.status).toBe(403);
  });
});

describe('UI modifications', () => {
  const wanted = (contexts: object[]) => ({ name: 'Hints', contexts, data: '{}' });

  test('are made by apps, for places that are there', async () => {
    const { id: projectId } = await site.ok('GET', '/project/ITSM');
    const here = [{ projectId, issueTypeId: '10002', viewType: 'GIC' }];
    expect((await site.call('POST', '/uiModifications', wanted(here))).status).toBe(403);
    const nowhere = [{ projectId: '1', issueTypeId: '10002', viewType: 'GIC' }];
    expect((await site.call('POST', '/uiModifications', wanted(nowhere), APP)).status).toBe(404);
    const wild = [{ viewType: 'GIC' }];
    expect((await site.call('POST', '/uiModifications', wanted(wild), APP)).status).toBe(400);
    await site.ok('POST', '/uiModifications', wanted(here), APP);
    const at = { project: 'ITSM', issueTypeId: '10002' };
    const held = (view: 'GIC' | 'IssueView', issueTypeId = at.issueTypeId) =>
      site.jira.modifications({ ...at, issueTypeId }, view, site.admin.accountId);
    expect(held('GIC')).toMatchObject([{ data: '{}' }]);
    expect(held('IssueView')).toEqual([]);
    expect(held('GIC', '10003')).toEqual([]);
  });
});
