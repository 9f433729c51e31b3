import { type Rest } from './rest';
import { INCIDENT_FIELDS, NATIVE_HELP } from './words';

type Id = { readonly id: string };

/** The create screen asks for five things and whether it is a drill; the others show everything. */
export async function addScreens(
  admin: Rest,
  projectId: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const own =
    await admin.get<readonly { id: string; schema?: { custom?: string } }[]>('/rest/api/3/field');
  const derived = own.filter(({ schema }) => schema?.custom?.includes('/static/time-to-'));
  const raised = INCIDENT_FIELDS.filter(({ onCreate }) => onCreate).map(({ name }) => fields[name]);
  const asked = ['summary', 'description', ...raised];
  const later = INCIDENT_FIELDS.filter(({ onCreate }) => !onCreate).map(({ name }) => fields[name]);
  const rest = ['assignee', 'reporter', ...later, ...derived.map(({ id }) => id)];
  const create = await addScreen(admin, 'HOT: raise an incident', asked);
  const edit = await addScreen(admin, 'HOT: edit and view', [...asked, ...rest]);
  const screens = await admin.post<{ id: number }>('/rest/api/3/screenscheme', {
    name: 'HOT: screens',
    screens: { default: edit, create, edit, view: edit },
  });
  const scheme = await admin.post<Id>('/rest/api/3/issuetypescreenscheme', {
    name: 'HOT: screens by issue type',
    issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: String(screens.id) }],
  });
  await admin.put('/rest/api/3/issuetypescreenscheme/project', {
    issueTypeScreenSchemeId: scheme.id,
    projectId,
  });
}

async function addScreen(
  admin: Rest,
  name: string,
  fieldIds: readonly (string | undefined)[],
): Promise<number> {
  const screen = await admin.post<{ id: number }>('/rest/api/3/screens', { name, description: '' });
  const tabs = await admin.get<readonly Id[]>(`/rest/api/3/screens/${screen.id}/tabs`);
  const tab =
    tabs[0] ?? (await admin.post<Id>(`/rest/api/3/screens/${screen.id}/tabs`, { name: 'Fields' }));
  for (const fieldId of fieldIds) {
    await admin.post(`/rest/api/3/screens/${screen.id}/tabs/${tab.id}/fields`, { fieldId });
  }
  return screen.id;
}

/** Summary and description are Jira's own fields: what they ask for is said in the project's field scheme. */
export async function addHelpTexts(admin: Rest, projectId: string): Promise<void> {
  const scheme = await admin.post<{ id: number }>('/rest/api/3/config/fieldschemes', {
    name: 'HOT: fields',
    description: 'What is asked of whoever raises an incident',
  });
  await admin.put('/rest/api/3/config/fieldschemes/projects', {
    [String(scheme.id)]: { projectIds: [Number(projectId)] },
  });
  await admin.put(
    '/rest/api/3/config/fieldschemes/fields/parameters',
    Object.fromEntries(
      Object.entries(NATIVE_HELP).map(([field, description]) => [
        field,
        [{ schemeIds: [scheme.id], parameters: { description } }],
      ]),
    ),
  );
}
