import { route } from '@forge/api';
import { z } from 'zod';
import { type SiteFacts } from '../../../domain/set-up/check';
import { type Phase } from '../../../domain/incident/lifecycle';
import { type SiteMap } from '../../../ports/set-up/site-map';
import { type Jira } from '../http';

const Reference = z.object({ fromStatusReference: z.string().nullish() });
const Workflows = z.object({
  statuses: z.array(z.object({ id: z.string(), name: z.string(), statusReference: z.string() })),
  workflows: z.array(
    z.object({
      statuses: z.array(
        z.object({
          statusReference: z.string(),
          properties: z.record(z.string(), z.string()).optional(),
        }),
      ),
      transitions: z.array(
        z.object({
          type: z.string(),
          toStatusReference: z.string().nullish(),
          links: z.array(Reference).nullish(),
        }),
      ),
    }),
  ),
});
type Workflow = z.infer<typeof Workflows>['workflows'][number];

/** Every status of the incident's workflow: what it stands for, whether one can edit there, where one gets from it. */
export async function statusesOnSite(jira: Jira, map: SiteMap): Promise<SiteFacts['statuses']> {
  const { projectId, issueTypeId, phases } = map;
  const answer = await jira(route`/rest/api/3/workflows`, {
    method: 'POST',
    body: { projectAndIssueTypes: [{ projectId, issueTypeId }] },
  });
  const { statuses, workflows } = Workflows.parse(answer);
  const [workflow] = workflows;
  if (!workflow) return [];
  const phaseOf = (reference: string): Phase | undefined =>
    phases[statuses.find((one) => one.statusReference === reference)?.id ?? ''];
  return workflow.statuses.map(({ statusReference: reference, properties = {} }) => ({
    name: statuses.find((one) => one.statusReference === reference)?.name ?? reference,
    phase: phaseOf(reference),
    editable: properties['jira.issue.editable'] !== 'false',
    leadsTo: leavesTo(workflow, reference).flatMap((to) => phaseOf(to) ?? []),
  }));
}

function leavesTo({ transitions }: Workflow, from: string): string[] {
  return transitions
    .filter(
      ({ type, links }) =>
        type === 'GLOBAL' ||
        (type === 'DIRECTED' && links?.some((link) => link.fromStatusReference === from)),
    )
    .flatMap(({ toStatusReference }) => toStatusReference ?? []);
}
