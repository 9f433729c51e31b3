import { route } from '@forge/api';
import { z } from 'zod';
import { fieldOf, type NativeField } from '../../../domain/incident/fields';
import { type Site } from '../../../ports/set-up/site-builder';
import { type Jira } from '../http';
import { everything, Id, Named, PAGE } from './pages';
import { projectOf } from './project-of';

const Mapping = z.object({
  contextId: Id,
  projectId: Id.optional(),
  isGlobalContext: z.boolean().optional(),
});
const Option = z.object({ id: Id, value: z.string() });

type FieldOnSite = { readonly name: NativeField; readonly id: string };

/**
 * The context of a field that holds in the project: its default and its options. A list of options is the project's own,
 * so that those of others stay theirs, unless somebody chose the field with its options. The global context stays: Jira
 * lets nobody delete or narrow it (CHANGE-3019), and which projects have a field is said elsewhere (`associations.ts`).
 *
 * @returns its id, which is kept
 */
export async function contextIn(jira: Jira, site: Site, field: FieldOnSite): Promise<string> {
  const { projectId, projectKey } = projectOf(site);
  const mappings = await everything(Mapping, (startAt) =>
    jira(
      route`/rest/api/3/field/${field.id}/context/projectmapping?startAt=${startAt}&maxResults=${PAGE}`,
    ),
  );
  const own = mappings.find((one) => one.projectId === projectId)?.contextId;
  const global = mappings.find(({ isGlobalContext }) => isGlobalContext)?.contextId;
  const { kind } = fieldOf(field.name);
  const withOptions = kind === 'select' || kind === 'checkboxes';
  const isChosen = site.choices.fields[field.name] !== undefined;
  const there = own ?? (withOptions && !isChosen ? undefined : global);
  const id =
    there ??
    (await make(jira, field, projectId, site.text('names.schemes.context', { key: projectKey })));
  await site.remember({ contexts: { ...site.found().contexts, [field.name]: id } });
  if (field.name === 'drill') await addDrillOption(jira, site, field.id, id);
  return id;
}

async function make(
  jira: Jira,
  { id }: FieldOnSite,
  projectId: string,
  name: string,
): Promise<string> {
  const answer = await jira(route`/rest/api/3/field/${id}/context`, {
    method: 'POST',
    body: { name, projectIds: [projectId], issueTypeIds: [] },
  });
  return Named.parse(answer).id;
}

/** The one box to tick. */
async function addDrillOption(
  jira: Jira,
  { text }: Site,
  field: string,
  context: string,
): Promise<void> {
  const value = text('names.fields.drill.option');
  const options = await everything(Option, (startAt) =>
    jira(
      route`/rest/api/3/field/${field}/context/${context}/option?startAt=${startAt}&maxResults=${PAGE}`,
    ),
  );
  if (options.length > 0) return;
  await jira(route`/rest/api/3/field/${field}/context/${context}/option`, {
    method: 'POST',
    body: { options: [{ value, disabled: false }] },
  });
}
