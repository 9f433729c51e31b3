import { route } from '@forge/api';
import { z } from 'zod';
import { type Jira, orNothing } from './http';

const LinkTypes = z.object({
  issueLinkTypes: z.array(
    z.object({ id: z.string(), name: z.string(), inward: z.string(), outward: z.string() }),
  ),
});

export type LinkType = z.infer<typeof LinkTypes>['issueLinkTypes'][number];

/** The site's types of links; none where linking is switched off, which Jira answers with 404. */
export async function linkTypes(jira: Jira): Promise<readonly LinkType[]> {
  const answer = await orNothing(() => jira(route`/rest/api/3/issueLinkType`));
  return answer === undefined ? [] : LinkTypes.parse(answer).issueLinkTypes;
}
