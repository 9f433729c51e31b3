import { route } from '@forge/api';
import { z } from 'zod';
import { type Site, type StepDone } from '../../../ports/set-up/site-builder';
import { type Jira, orNothing } from '../http';
import { needed, projectOf } from './project-of';

/**
 * The property of project and issue type that the display conditions of manifest.yml read. Both: other projects may
 * share the type, and a project may have other types.
 */
const MARK = 'incident-response';

/** Conditions compare texts, and Jira makes one of `true`: https://developer.atlassian.com/platform/forge/manifest-reference/display-conditions/entity-property-conditions/ */
const OfProject = z.object({
  value: z.object({ enabled: z.literal(true), issueTypeId: z.number() }),
});

type Where = { readonly projectId: string; readonly issueTypeId: string };

/** Marks project and issue type, so that nothing shows itself elsewhere. A type that was marked before no longer is. */
export async function switchOn(jira: Jira, site: Site): Promise<StepDone> {
  const { projectId, projectKey } = projectOf(site);
  const issueTypeId = needed(site, 'issueTypeId');
  const before = await typeMarkedIn(jira, projectId);
  await jira(route`/rest/api/3/issuetype/${issueTypeId}/properties/${MARK}`, {
    method: 'PUT',
    body: { enabled: true },
  });
  await jira(route`/rest/api/3/project/${projectId}/properties/${MARK}`, {
    method: 'PUT',
    body: { enabled: true, issueTypeId: Number(issueTypeId) },
  });
  if (before !== undefined && before !== issueTypeId) await unmark(jira, before);
  return { how: 'done', what: projectKey };
}

/** Whether both marks are there. @throws {IncidentError} `forbidden`, `unavailable` */
export async function isSwitchedOn(
  jira: Jira,
  { projectId, issueTypeId }: Where,
): Promise<boolean> {
  const [marked, ofType] = await Promise.all([
    typeMarkedIn(jira, projectId),
    orNothing(() => jira(route`/rest/api/3/issuetype/${issueTypeId}/properties/${MARK}`)),
  ]);
  return marked === issueTypeId && ofType !== undefined;
}

async function typeMarkedIn(jira: Jira, projectId: string): Promise<string | undefined> {
  const answer = await orNothing(() =>
    jira(route`/rest/api/3/project/${projectId}/properties/${MARK}`),
  );
  const property = OfProject.safeParse(answer);
  return property.success ? String(property.data.value.issueTypeId) : undefined;
}

async function unmark(jira: Jira, issueTypeId: string): Promise<void> {
  await orNothing(() =>
    jira(route`/rest/api/3/issuetype/${issueTypeId}/properties/${MARK}`, { method: 'DELETE' }),
  );
}
