import { route } from '@forge/api';
import { z } from 'zod';
import { type SiteFacts } from '../../../domain/set-up/check';
import { NATIVE_FIELD_NAMES } from '../../../domain/incident/fields';
import { type SiteMap } from '../../../ports/set-up/site-map';
import { type Jira } from '../http';
import { isAssociated } from '../set-up/associations';
import { everything, Id, Named, PAGE } from '../set-up/pages';
import { fieldsOnScreen, screensOfProject } from '../set-up/screens-of-project';

const Fields = z.array(Named);
const ProjectMapping = z.object({
  contextId: Id,
  projectId: Id.optional(),
  isGlobalContext: z.boolean().optional(),
});
const TypeMapping = z.object({
  contextId: Id,
  issueTypeId: Id.optional(),
  isAnyIssueType: z.boolean().optional(),
});

/** Every mapped field: whether it is there, belongs to the project, holds for incidents, and on which screens people meet it. */
export async function fieldsOnSite(jira: Jira, map: SiteMap): Promise<SiteFacts['fields']> {
  const [all, screens] = await Promise.all([
    jira(route`/rest/api/3/field`).then((answer) => Fields.parse(answer)),
    onScreens(jira, map),
  ]);
  const looked = NATIVE_FIELD_NAMES.map(async (name) => {
    const field = all.find(({ id }) => id === map.fields[name]);
    if (!field) return [];
    const { id } = field;
    const [inProject, inContext] = await Promise.all([
      isAssociated(jira, map.projectId, id),
      holdsForIncidents(jira, id, map),
    ]);
    const facts = {
      name: field.name,
      inProject,
      inContext,
      onCreate: screens.create.includes(id),
      onEdit: screens.edit.includes(id),
      onView: screens.view.includes(id),
    };
    return [[name, facts] as const];
  });
  return Object.fromEntries((await Promise.all(looked)).flat());
}

async function onScreens(jira: Jira, map: SiteMap) {
  const { create, edit, view } = await screensOfProject(jira, map);
  const [onCreate, onEdit, onView] = await Promise.all(
    [create, edit, view].map(async (screen) => (await fieldsOnScreen(jira, screen)).fields),
  );
  return { create: onCreate ?? [], edit: onEdit ?? [], view: onView ?? [] };
}

/** A context holds in the project and for the issue type. */
async function holdsForIncidents(
  jira: Jira,
  field: string,
  { projectId, issueTypeId }: SiteMap,
): Promise<boolean> {
  const [projects, types] = await Promise.all([
    everything(ProjectMapping, (startAt) =>
      jira(
        route`/rest/api/3/field/${field}/context/projectmapping?startAt=${startAt}&maxResults=${PAGE}`,
      ),
    ),
    everything(TypeMapping, (startAt) =>
      jira(
        route`/rest/api/3/field/${field}/context/issuetypemapping?startAt=${startAt}&maxResults=${PAGE}`,
      ),
    ),
  ]);
  const own = projects.find((one) => one.projectId === projectId);
  const context = (own ?? projects.find(({ isGlobalContext }) => isGlobalContext))?.contextId;
  return types.some(
    (one) => one.contextId === context && (one.isAnyIssueType || one.issueTypeId === issueTypeId),
  );
}
