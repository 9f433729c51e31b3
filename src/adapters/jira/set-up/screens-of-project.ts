import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../../domain/errors';
import { type Jira } from '../http';
import { everything, Id, Named, PAGE } from './pages';

const OfProject = z.object({
  values: z.array(z.object({ issueTypeScreenScheme: z.object({ id: Id }) })),
});
const Mapping = z.object({ issueTypeId: Id, screenSchemeId: Id });
const ScreenScheme = z.object({
  id: Id,
  screens: z.object({
    default: Id,
    create: Id.optional(),
    edit: Id.optional(),
    view: Id.optional(),
  }),
});
const Tabs = z.array(Named);
const Items = z.array(z.object({ id: z.string() }));

/** Ids of the screens that an issue of this type meets in this project. */
export type ProjectScreens = {
  readonly create: string;
  readonly edit: string;
  readonly view: string;
};

/** Follows project → scheme by issue type → screen scheme → screens. @throws {IncidentError} `not-found` */
export async function screensOfProject(
  jira: Jira,
  { projectId, issueTypeId }: { readonly projectId: string; readonly issueTypeId: string },
): Promise<ProjectScreens> {
  const answer = await jira(
    route`/rest/api/3/issuetypescreenscheme/project?projectId=${projectId}`,
  );
  const scheme = OfProject.parse(answer).values[0]?.issueTypeScreenScheme.id;
  if (scheme === undefined) throw new IncidentError('not-found', 'The project has no screens');
  const mappings = await everything(Mapping, (startAt) =>
    jira(
      route`/rest/api/3/issuetypescreenscheme/mapping?startAt=${startAt}&maxResults=${PAGE}&issueTypeScreenSchemeId=${scheme}`,
    ),
  );
  const id = (
    mappings.find((one) => one.issueTypeId === issueTypeId) ??
    mappings.find((one) => one.issueTypeId === 'default')
  )?.screenSchemeId;
  const schemes = await everything(ScreenScheme, (startAt) =>
    jira(route`/rest/api/3/screenscheme?startAt=${startAt}&maxResults=${PAGE}&id=${id ?? ''}`),
  );
  const found = schemes.find((one) => one.id === id)?.screens;
  if (!found) throw new IncidentError('not-found', 'The project has no screen scheme');
  const { default: other, create = other, edit = other, view = other } = found;
  return { create, edit, view };
}

/** The fields on all tabs of a screen, and its first tab. */
export async function fieldsOnScreen(
  jira: Jira,
  screenId: string,
): Promise<{ readonly tab: string; readonly fields: readonly string[] }> {
  const tabs = Tabs.parse(await jira(route`/rest/api/3/screens/${screenId}/tabs`));
  const first = tabs[0]?.id;
  if (first === undefined) throw new IncidentError('not-found', `Screen ${screenId} has no tab`);
  const fields = await Promise.all(
    tabs.map(async ({ id }) =>
      Items.parse(await jira(route`/rest/api/3/screens/${screenId}/tabs/${id}/fields`)),
    ),
  );
  return { tab: first, fields: fields.flat().map(({ id }) => id) };
}
