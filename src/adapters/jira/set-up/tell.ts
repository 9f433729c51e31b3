import { route } from '@forge/api';
import { z } from 'zod';
import { type Site } from '../../../ports/set-up/site-builder';
import { PATIENT_MS } from '../../http';
import { type Jira } from '../http';
import { needed, projectOf } from './project-of';
import { ruleOf, RULE } from './workflow-parts';

const Rule = z.looseObject({
  ruleKey: z.string(),
  parameters: z.looseObject({ key: z.string().optional() }).optional(),
});
const Workflows = z.object({
  statuses: z.array(z.unknown()),
  workflows: z.array(
    z.looseObject({
      id: z.string(),
      version: z.unknown(),
      statuses: z.array(z.unknown()),
      transitions: z.array(z.looseObject({ type: z.string(), actions: z.array(Rule).nullish() })),
    }),
  ),
});

/**
 * Adds the rule that calls the app to every transition of a workflow that the site has. Everything else goes back as it
 * was read; Jira refuses it when somebody changed the workflow meanwhile.
 */
export async function tellOnEveryTransition(jira: Jira, site: Site): Promise<void> {
  const { projectId } = projectOf(site);
  const issueTypeId = needed(site, 'issueTypeId');
  const answer = await jira(route`/rest/api/3/workflows`, {
    method: 'POST',
    body: { projectAndIssueTypes: [{ projectId, issueTypeId }] },
  });
  const { statuses, workflows } = Workflows.parse(answer);
  const [workflow] = workflows;
  if (!workflow) return;
  const rule = ruleOf();
  // Raising is told of by its event; a rule there would only do everything twice.
  const silent = workflow.transitions.filter(
    ({ type, actions }) => type !== 'INITIAL' && !hasRule(actions ?? [], rule),
  );
  if (silent.length === 0) return;
  const { id, version, description, startPointLayout } = workflow;
  const transitions = workflow.transitions.map((transition) =>
    silent.includes(transition)
      ? { ...transition, actions: [...(transition.actions ?? []), ruleOf()] }
      : transition,
  );
  const changed = {
    id,
    version,
    description,
    startPointLayout,
    statuses: workflow.statuses,
    transitions,
  };
  await jira(route`/rest/api/3/workflows/update`, {
    method: 'POST',
    deadlineMs: PATIENT_MS,
    body: { statuses, workflows: [changed] },
  });
}

function hasRule(
  actions: readonly z.infer<typeof Rule>[],
  rule: ReturnType<typeof ruleOf>,
): boolean {
  return actions.some(
    ({ ruleKey, parameters }) => ruleKey === RULE && parameters?.key === rule.parameters.key,
  );
}
