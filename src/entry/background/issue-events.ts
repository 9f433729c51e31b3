import { z } from 'zod';
import { incidentId } from '../../domain/incident/incident';
import { forgetSights } from '../../usecases/figures/forget-sights';
import { type ForApp } from '../../wiring/app';
import { retrying } from './retry';

/** Which fields were changed; undefined where that cannot be read. */
const Changed = z
  .object({ items: z.array(z.object({ fieldId: z.string() })) })
  .transform(({ items }) => items.map(({ fieldId }) => fieldId))
  .optional()
  .catch(undefined);

const IssueEvent = z.object({
  eventType: z.string().optional(),
  issue: z.object({ id: z.string() }),
  changelog: Changed,
});

const UPDATED = 'avi:jira:updated:issue';

type ForEvents = Pick<ForApp, 'jobs' | 'log' | 'sights' | 'now'>;

/**
 * `avi:jira:created:issue`, `avi:jira:updated:issue` and what else the manifest names. Forge promises neither order nor
 * exactly once, so the event only says which issue to look at; the job looks at the issue itself. What was changed is
 * believed for one thing: that others may see it now. The manifest's filter lets incidents through and nothing else.
 *
 * @returns an InvocationError to be called again later (Forge grants four more tries), else nothing.
 */
export function onIssueChanged(wiring: ForEvents) {
  const { jobs, log } = wiring;
  return (event: unknown) =>
    retrying(log, async () => {
      const { eventType, issue, changelog } = IssueEvent.parse(event);
      if (eventType === UPDATED) await forgetSights(wiring, changelog);
      await jobs.handOver({ kind: 'look-after', incident: incidentId(issue.id) });
    });
}

const Transition = z.object({ issue: z.object({ id: z.union([z.string(), z.number()]) }) });

/**
 * `jira:workflowPostFunction`: the same hint from the workflow itself, for transitions that fire an event of their own
 * and so reach no trigger. It may come beside the event; the job then finds nothing to do. It does not say what was
 * changed on the way.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onTransition(wiring: ForEvents) {
  const { jobs, log } = wiring;
  return (event: unknown) =>
    retrying(log, async () => {
      const { issue } = Transition.parse(event);
      await forgetSights(wiring, undefined);
      await jobs.handOver({ kind: 'look-after', incident: incidentId(String(issue.id)) });
    });
}
