import { route } from '@forge/api';
import { z } from 'zod';
import { fieldsOfScreen } from '../../../domain/set-up/set-up';
import { type Site, type StepDone } from '../../../ports/set-up/site-builder';
import { type Jira } from '../http';
import { everything, Id, Named, PAGE } from './pages';
import { needed, projectOf } from './project-of';
import { fieldsOnScreen, screensOfProject } from './screens-of-project';

const Fields = z.array(
  Named.extend({ schema: z.object({ custom: z.string().optional() }).optional() }),
);
const Made = z.object({ id: Id });

/** The create screen asks the five things of the handbook and whether it is a drill; the other one shows everything. */
export async function screens(jira: Jira, site: Site): Promise<StepDone> {
  await findDerivedFields(jira, site);
  return 'make' in site.choices.project ? ownScreens(jira, site) : theirScreens(jira, site);
}

/** TTD and TTR: the app brings them, so they are known by their modules. */
async function findDerivedFields(jira: Jira, site: Site): Promise<void> {
  const fields = Fields.parse(await jira(route`/rest/api/3/field`));
  const idOf = (module: string) =>
    fields.find(({ schema }) => schema?.custom?.endsWith(`/static/${module}`))?.id;
  const derived = {
    timeToDetect: idOf('time-to-detect'),
    timeToRecovery: idOf('time-to-recovery'),
  };
  await site.remember({ fields: { ...site.found().fields, ...derived } });
}

function asked(site: Site, screen: 'create' | 'edit'): string[] {
  const fields = needed(site, 'fields');
  const native = fieldsOfScreen(screen).flatMap((name) => fields[name] ?? []);
  if (screen === 'create') return ['summary', 'description', ...native];
  const derived = [fields.timeToDetect, fields.timeToRecovery].filter((id) => id !== undefined);
  return ['summary', 'description', 'assignee', 'reporter', ...native, ...derived];
}

async function ownScreens(jira: Jira, site: Site): Promise<StepDone> {
  const { projectKey: key } = projectOf(site);
  const { text } = site;
  const create = await screen(jira, text('names.screens.create', { key }), asked(site, 'create'));
  const edit = await screen(jira, text('names.screens.edit', { key }), asked(site, 'edit'));
  await assign(
    jira,
    site,
    await screenScheme(jira, text('names.schemes.screens', { key }), { create, edit }),
  );
  return {
    how: 'done',
    what: `${text('names.screens.create', { key })}, ${text('names.screens.edit', { key })}`,
  };
}

/** A screen of this name with at least these fields. */
async function screen(jira: Jira, name: string, fields: readonly string[]): Promise<number> {
  const there = await everything(Named, (startAt) =>
    jira(route`/rest/api/3/screens?startAt=${startAt}&maxResults=${PAGE}&queryString=${name}`),
  );
  const id =
    there.find((one) => one.name === name)?.id ??
    Made.parse(
      await jira(route`/rest/api/3/screens`, { method: 'POST', body: { name, description: '' } }),
    ).id;
  await addMissing(jira, id, fields);
  return Number(id);
}

/** Puts what is missing on the first tab, in this order. */
async function addMissing(
  jira: Jira,
  screenId: string,
  fields: readonly string[],
): Promise<number> {
  const { tab, fields: there } = await fieldsOnScreen(jira, screenId);
  const missing = fields.filter((id) => !there.includes(id));
  for (const fieldId of missing) {
    await jira(route`/rest/api/3/screens/${screenId}/tabs/${tab}/fields`, {
      method: 'POST',
      body: { fieldId },
    });
  }
  return missing.length;
}

type Screens = { readonly create: number; readonly edit: number };

async function screenScheme(jira: Jira, name: string, { create, edit }: Screens): Promise<string> {
  const there = await everything(Named, (startAt) =>
    jira(route`/rest/api/3/screenscheme?startAt=${startAt}&maxResults=${PAGE}&queryString=${name}`),
  );
  const found = there.find((one) => one.name === name)?.id;
  if (found !== undefined) return found;
  const answer = await jira(route`/rest/api/3/screenscheme`, {
    method: 'POST',
    body: { name, screens: { default: edit, create, edit, view: edit } },
  });
  return Made.parse(answer).id;
}

async function assign(jira: Jira, site: Site, screenSchemeId: string): Promise<void> {
  const { projectId, projectKey } = projectOf(site);
  const name = site.text('names.schemes.issueTypeScreens', { key: projectKey });
  const there = await everything(Named, (startAt) =>
    jira(
      route`/rest/api/3/issuetypescreenscheme?startAt=${startAt}&maxResults=${PAGE}&queryString=${name}`,
    ),
  );
  const id =
    there.find((one) => one.name === name)?.id ??
    Made.parse(
      await jira(route`/rest/api/3/issuetypescreenscheme`, {
        method: 'POST',
        body: { name, issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId }] },
      }),
    ).id;
  await jira(route`/rest/api/3/issuetypescreenscheme/project`, {
    method: 'PUT',
    body: { issueTypeScreenSchemeId: id, projectId },
  });
}

/**
 * The screens that the project has get what they lack. Another project shows our fields too if it shares both the screen
 * and the field scheme (or configuration) with this one; contexts do not keep them out.
 */
async function theirScreens(jira: Jira, site: Site): Promise<StepDone> {
  const { projectId } = projectOf(site);
  const { create, edit, view } = await screensOfProject(jira, {
    projectId,
    issueTypeId: needed(site, 'issueTypeId'),
  });
  const added =
    (await addMissing(jira, create, asked(site, 'create'))) +
    (await addMissing(jira, edit, asked(site, 'edit'))) +
    (view === edit ? 0 : await addMissing(jira, view, asked(site, 'edit')));
  return { how: added > 0 ? 'done' : 'adopted', what: `+${added}` };
}
