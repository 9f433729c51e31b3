import { route } from '@forge/api';
import { z } from 'zod';
import { fieldOf, type NativeField } from '../../domain/fields';
import { type Site } from '../../ports/site-builder';
import { type Jira } from '../jira-http';
import { everything, Id, Named, PAGE } from './pages';
import { projectOf } from './project-of';

const Context = Named.extend({ isGlobalContext: z.boolean() });
const Mapping = z.object({
  contextId: Id,
  projectId: Id.optional(),
  isGlobalContext: z.boolean().optional(),
});
const Option = z.object({ id: Id, value: z.string() });

type FieldOnSite = { readonly name: NativeField; readonly id: string; readonly ours: boolean };

/**
 * The context of a field that holds in the project. A field of ours is kept to the project: elsewhere nobody sees it.
 * A field that was there keeps its contexts; one with options that nobody chose gets its own for the project, so that
 * the options of others stay theirs.
 *
 * @returns its id
 */
export async function contextIn(jira: Jira, site: Site, field: FieldOnSite): Promise<string> {
  const { projectId, projectKey } = projectOf(site);
  const contexts = await everything(Context, (startAt) =>
    jira(route`/rest/api/3/field/${field.id}/context?startAt=${startAt}&maxResults=${PAGE}`),
  );
  const mappings = await everything(Mapping, (startAt) =>
    jira(
      route`/rest/api/3/field/${field.id}/context/projectmapping?startAt=${startAt}&maxResults=${PAGE}`,
    ),
  );
  const global = contexts.find(({ isGlobalContext }) => isGlobalContext);
  const own = mappings.find((one) => one.projectId === projectId)?.contextId;
  const { kind } = fieldOf(field.name);
  const withOptions = kind === 'select' || kind === 'checkboxes';
  // Chosen with its options, or without any: the context that is there does.
  const chosen = site.choices.fields[field.name] !== undefined;
  if (own === undefined && !field.ours && global && (chosen || !withOptions)) return global.id;
  const id =
    own ??
    (await make(jira, field, projectId, site.text('names.schemes.context', { key: projectKey })));
  // The one that Jira made with the field, and only once: a later one is somebody's, with values of other projects.
  const isNew = site.found().contexts?.[field.name] === undefined;
  if (field.ours && global && isNew) {
    await jira(route`/rest/api/3/field/${field.id}/context/${global.id}`, { method: 'DELETE' });
  }
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
