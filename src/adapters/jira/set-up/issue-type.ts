import { route } from '@forge/api';
import { z } from 'zod';
import { type Site, type StepDone } from '../../../ports/set-up/site-builder';
import { type Jira } from '../http';
import { everything, Id, Named, PAGE } from './pages';
import { projectOf } from './project-of';

const Types = z.array(
  Named.extend({ subtask: z.boolean().optional(), scope: z.unknown().optional() }),
);
const Made = z.object({ id: Id });
const MadeScheme = z.object({ issueTypeSchemeId: Id });
const OfProject = z.object({
  values: z.array(z.object({ issueTypeScheme: z.object({ id: Id, name: z.string() }) })),
});
const SchemeItem = z.object({ issueTypeSchemeId: Id, issueTypeId: Id });

/** The issue type, and the project's scheme that offers it. */
export async function issueType(jira: Jira, site: Site): Promise<StepDone> {
  const { choices, found, remember, text } = site;
  const types = Types.parse(await jira(route`/rest/api/3/issuetype`));
  const name = text('names.issueType.name');
  const there = choices.issueType
    ? types.find(({ id }) => id === choices.issueType)
    : types.find((one) => one.name === name && !one.subtask && one.scope === undefined);
  const id = there?.id ?? (await make(jira, site));
  await remember({ issueTypeId: id }, there ? undefined : `issueType ${id}`);
  if ('make' in choices.project) await onlyThis(jira, site, id);
  else await alsoThis(jira, site, id);
  const ours = found().ours?.includes(`issueType ${id}`);
  return { how: ours ? 'done' : 'adopted', what: there?.name ?? name };
}

async function make(jira: Jira, { text }: Site): Promise<string> {
  const answer = await jira(route`/rest/api/3/issuetype`, {
    method: 'POST',
    body: {
      name: text('names.issueType.name'),
      description: text('names.issueType.description'),
      type: 'standard',
    },
  });
  return Made.parse(answer).id;
}

async function schemeOfProject(jira: Jira, site: Site): Promise<Named | undefined> {
  const { projectId } = projectOf(site);
  const answer = await jira(route`/rest/api/3/issuetypescheme/project?projectId=${projectId}`);
  return OfProject.parse(answer).values[0]?.issueTypeScheme;
}

/** A project of ours offers incidents and nothing else. */
async function onlyThis(jira: Jira, site: Site, issueTypeId: string): Promise<void> {
  const { projectId, projectKey } = projectOf(site);
  const name = site.text('names.schemes.issueTypes', { key: projectKey });
  if ((await schemeOfProject(jira, site))?.name === name) return;
  const schemes = await everything(Named, (startAt) =>
    jira(
      route`/rest/api/3/issuetypescheme?startAt=${startAt}&maxResults=${PAGE}&queryString=${name}`,
    ),
  );
  const scheme =
    schemes.find((one) => one.name === name)?.id ??
    MadeScheme.parse(
      await jira(route`/rest/api/3/issuetypescheme`, {
        method: 'POST',
        body: { name, issueTypeIds: [issueTypeId], defaultIssueTypeId: issueTypeId },
      }),
    ).issueTypeSchemeId;
  await jira(route`/rest/api/3/issuetypescheme/project`, {
    method: 'PUT',
    body: { issueTypeSchemeId: scheme, projectId },
  });
}

/** A project of the site's own offers incidents beside what it has. */
async function alsoThis(jira: Jira, site: Site, issueTypeId: string): Promise<void> {
  const scheme = await schemeOfProject(jira, site);
  if (!scheme) return;
  const items = await everything(SchemeItem, (startAt) =>
    jira(
      route`/rest/api/3/issuetypescheme/mapping?startAt=${startAt}&maxResults=${PAGE}&issueTypeSchemeId=${scheme.id}`,
    ),
  );
  if (items.some((item) => item.issueTypeId === issueTypeId)) return;
  await jira(route`/rest/api/3/issuetypescheme/${scheme.id}/issuetype`, {
    method: 'PUT',
    body: { issueTypeIds: [issueTypeId] },
  });
}
