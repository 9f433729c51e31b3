import { type Rest } from './rest';

type Id = { readonly id: string };

/** What a seed of incidents needs to know of the project: field ids by name. */
export type HotProject = {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Looks up project HOT and the fields of its incidents by their names. */
export async function hotProject(admin: Rest): Promise<HotProject> {
  const project = await admin.get<Id>('/rest/api/3/project/HOT');
  const types = await admin.get<readonly (Id & { name: string })[]>('/rest/api/3/issuetype');
  const fields = await admin.get<readonly (Id & { name: string })[]>('/rest/api/3/field');
  return {
    projectId: project.id,
    issueTypeId: types.find(({ name }) => name === 'Incident')?.id ?? '',
    fields: Object.fromEntries(fields.map(({ id, name }) => [name, id])),
  };
}

/** A project HOT with issue type Incident and nothing more, for another app that is tried here. */
export async function addPlainHot(admin: Rest): Promise<void> {
  const { accountId } = await admin.get<{ accountId: string }>('/rest/api/3/myself');
  const project = await admin.post<{ id: number }>('/rest/api/3/project', {
    key: 'HOT',
    name: 'Hot incidents',
    projectTypeKey: 'software',
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
    leadAccountId: accountId,
    assigneeType: 'UNASSIGNED',
  });
  const type = await admin.post<Id>('/rest/api/3/issuetype', {
    name: 'Incident',
    type: 'standard',
  });
  const scheme = await admin.post<{ issueTypeSchemeId: string }>('/rest/api/3/issuetypescheme', {
    name: 'HOT: issue types',
    issueTypeIds: [type.id],
    defaultIssueTypeId: type.id,
  });
  await admin.put('/rest/api/3/issuetypescheme/project', {
    issueTypeSchemeId: scheme.issueTypeSchemeId,
    projectId: String(project.id),
  });
}
