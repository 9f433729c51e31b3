import { type Site } from '../../sandbox/site/site';
import { rest } from './site';

type Named = { readonly id: number | string; readonly name: string };

/** Hides an incident from the app, as a security level does that was made without it. @returns what shows it again */
export async function hideFromApp(site: Site, key: string): Promise<() => Promise<void>> {
  await addPrivateLevel(site, []);
  await setPrivate(site, key);
  return () => setPrivate(site, key, false);
}

/**
 * A security level "Private" for administrators and apps, and the field for it on the screens of incidents.
 *
 * @param roles who sees it beside administrators
 */
export async function addPrivateLevel(
  site: Site,
  roles: readonly string[] = ['atlassian-addons-project-access'],
): Promise<void> {
  const admin = rest(site, 'ada');
  const all = await admin.get<readonly Named[]>('/rest/api/3/role');
  const members = all.filter(({ name }) => roles.includes(name));
  const { id: schemeId } = await admin.post<{ id: string }>('/rest/api/3/issuesecurityschemes', {
    name: 'Private incidents',
    levels: [
      {
        name: 'Private',
        members: [
          { type: 'group', parameter: 'jira-administrators' },
          ...members.map(({ id }) => ({ type: 'projectrole', parameter: String(id) })),
        ],
      },
    ],
  });
  const { id: projectId } = await admin.get<{ id: string }>('/rest/api/3/project/HOT');
  await admin.put('/rest/api/3/issuesecurityschemes/project', { projectId, schemeId }).catch(seen);
  const { values } = await admin.get<{ values: readonly Named[] }>('/rest/api/3/screens');
  for (const { id } of values.filter(({ name }) => name.startsWith('HOT'))) {
    const path = `/rest/api/3/screens/${id}/tabs`;
    const [tab] = await admin.get<readonly Named[]>(path);
    const fields = await admin.get<readonly Named[]>(`${path}/${tab?.id}/fields`);
    if (fields.some((field) => field.id === 'security')) continue;
    await admin.post(`${path}/${tab?.id}/fields`, { fieldId: 'security' });
  }
}

/** Jira answers with where its task can be looked at, which is no failure. */
function seen(error: unknown): void {
  if (!String(error).includes(': 303 ')) throw error;
}

/** Only administrators see it from now on; or, once more, whoever sees the project. */
export async function setPrivate(site: Site, key: string, isPrivate = true): Promise<void> {
  const security = isPrivate ? { name: 'Private' } : null;
  await rest(site, 'ada').put(`/rest/api/3/issue/${key}`, { fields: { security } });
}
