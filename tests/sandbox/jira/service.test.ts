import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Body, TestSite } from './site';

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
      ...{ key: 'HR', name: 'People' },
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
    expect((await plain.call('GET', '/rest/servicedeskapi/servicedesk')).status).toBe(501);
  });
});
