import { z } from 'zod';
import { incidentId } from '../../domain/incident/incident';
import { type ForApp } from '../../wiring/app';
import { retrying } from './retry';

const IssueEvent = z.object({ issue: z.object({ id: z.string() }) });

/**
 * `avi:jira:created:issue` and `avi:jira:updated:issue`. Forge promises neither order nor exactly once, so the
 * event only says which issue to look at; the job looks at the issue itself. The manifest's filter lets incidents
 * through and nothing else.
 *
 * @returns an InvocationError to be called again later (Forge grants four more tries), else nothing.
 */
export function onIssueChanged({ jobs, log }: Pick<ForApp, 'jobs' | 'log'>) {
  return (event: unknown) =>
    retrying(log, async () => {
      const { issue } = IssueEvent.parse(event);
      await jobs.handOver({ kind: 'look-after', incident: incidentId(issue.id) });
    });
}

const Transition = z.object({ issue: z.object({ id: z.union([z.string(), z.number()]) }) });

/**
 * `jira:workflowPostFunction`: the same hint from the workflow itself, for transitions that fire an event of their own
 * and so reach no trigger. It may come beside the event; the job then finds nothing to do.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onTransition({ jobs, log }: Pick<ForApp, 'jobs' | 'log'>) {
  return (event: unknown) =>
    retrying(log, async () => {
      const { issue } = Transition.parse(event);
      await jobs.handOver({ kind: 'look-after', incident: incidentId(String(issue.id)) });
    });
}
