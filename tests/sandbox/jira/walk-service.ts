import { APP, type TestSite } from './site';

const API = '/rest/servicedeskapi';

/** Runs a service desk: its request types, a request of somebody who does not see the project, and what an app modifies. */
export async function serve(site: TestSite): Promise<void> {
  const made = await site.ok('POST', '/project', {
    key: 'HELP',
    name: 'Help',
    projectTypeKey: 'service_desk',
    projectTemplateKey: 'com.atlassian.servicedesk:simplified-it-service-management',
  });
  const { issueTypes = [] } = await site.ok('GET', '/project/HELP');
  const issueTypeId = String(issueTypes.find(({ name }) => name === '[System] Incident')?.id);
  const { values: desks = [] } = await site.ok('GET', `${API}/servicedesk`);
  const desk = `${API}/servicedesk/${String(desks.at(-1)?.id)}`;
  await site.ok('GET', desk);
  await site.ok('GET', `${desk}/requesttypegroup`);
  const wanted = { issueTypeId, name: 'Incident', description: 'Something is down', helpText: '' };
  const type = await site.ok('POST', `${desk}/requesttype`, wanted);
  const one = `${desk}/requesttype/${String(type.id)}`;
  await site.ok('GET', `${desk}/requesttype`);
  await site.ok('GET', `${API}/requesttype`);
  await site.ok('GET', one);
  await site.ok('GET', `${one}/field`);
  const request = {
    serviceDeskId: String(desks.at(-1)?.id),
    requestTypeId: String(type.id),
    requestFieldValues: { summary: 'The tills are down' },
  };
  const raised = await site.ok('POST', `${API}/request`, request, site.outsider);
  const at = `${API}/request/${String(raised['issueKey'])}`;
  await site.ok('GET', at, undefined, site.outsider);
  await site.ok('GET', `${at}/status`, undefined, site.outsider);
  await site.ok('GET', `${API}/request`, undefined, site.outsider);
  await site.ok('DELETE', one);
  await modify(site, String(made.id), issueTypeId);
}

/** UI modifications are the app's alone. */
async function modify(site: TestSite, projectId: string, issueTypeId: string): Promise<void> {
  const contexts = [{ projectId, issueTypeId, viewType: 'GIC' }];
  const { id } = await site.ok('POST', '/uiModifications', { name: 'Hints', contexts }, APP);
  const one = `/uiModifications/${String(id)}`;
  await site.ok('PUT', one, { data: '{}', contexts }, APP);
  await site.ok('GET', '/uiModifications?expand=contexts,data', undefined, APP);
  await site.ok('DELETE', one, undefined, APP);
}
