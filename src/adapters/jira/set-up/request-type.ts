import { route } from '@forge/api';
import { z } from 'zod';
import { type Site, type StepDone } from '../../../ports/set-up/site-builder';
import { type Jira } from '../http';
import { Id } from './pages';
import { needed, projectOf } from './project-of';
import { deskOf, requestTypeOf } from './service-desk';

const Made = z.object({ id: Id, name: z.string() });

/**
 * The request type by which the portal raises incidents. Jira makes it with the fields that are required, in no group;
 * the rest is arranged by hand, for which the page has a list. A project without a portal needs none.
 */
export async function requestType(jira: Jira, site: Site): Promise<StepDone> {
  const { projectId } = projectOf(site);
  const issueTypeId = needed(site, 'issueTypeId');
  const desk = await deskOf(jira, projectId);
  if (desk === undefined) {
    await site.remember({ requestTypeId: undefined });
    return { how: 'adopted', what: site.text('names.requestType.none') };
  }
  const known = site.found().requestTypeId;
  const there = await requestTypeOf(jira, desk, { issueTypeId, known });
  const { id, name } = there ?? (await make(jira, site, desk, issueTypeId));
  const made = `request-type ${id}`;
  await site.remember({ requestTypeId: id }, there ? undefined : made);
  const isOurs = site.found().ours?.includes(made) ?? false;
  return { how: isOurs ? 'done' : 'adopted', what: name };
}

async function make(
  jira: Jira,
  { text }: Site,
  desk: string,
  issueTypeId: string,
): Promise<z.infer<typeof Made>> {
  const answer = await jira(route`/rest/servicedeskapi/servicedesk/${desk}/requesttype`, {
    method: 'POST',
    experimental: true,
    body: {
      issueTypeId,
      name: text('names.requestType.name'),
      description: text('names.requestType.description'),
      helpText: text('names.requestType.help'),
    },
  });
  return Made.parse(answer);
}
