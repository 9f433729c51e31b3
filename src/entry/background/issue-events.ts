import { z } from 'zod';
import { IncidentError } from '../../domain/errors';
import { incidentId } from '../../domain/incident/incident';
import { type ForApp } from '../../wiring/app';
import { retrying } from './retry';

const IssueEvent = z.object({
  eventType: z.string().optional(),
  issue: z.object({ id: z.union([z.string().min(1), z.number()]) }),
});
const DELETED = 'avi:jira:deleted:issue';

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
      const { eventType, issue } = readEvent(IssueEvent, event);
      const kind = eventType === DELETED ? 'deleted' : 'look-after';
      await jobs.handOver({ kind, incident: incidentId(String(issue.id)) });
    });
}

/** An event without an issue is said and dropped: it is the same the next time. @throws {IncidentError} `invalid-input` */
function readEvent<Event>(shape: z.ZodType<Event>, event: unknown): Event {
  const read = shape.safeParse(event);
  if (read.success) return read.data;
  const where = z.prettifyError(read.error);
  throw new IncidentError('invalid-input', `An event that names no issue: ${where}`);
}

const Transition = IssueEvent.pick({ issue: true });

/**
 * `jira:workflowPostFunction`: the same hint from the workflow itself, for transitions that fire an event of their own
 * and so reach no trigger. It may come beside the event; the job then finds nothing to do.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onTransition({ jobs, log }: Pick<ForApp, 'jobs' | 'log'>) {
  return (event: unknown) =>
    retrying(log, async () => {
      const { issue } = readEvent(Transition, event);
      await jobs.handOver({ kind: 'look-after', incident: incidentId(String(issue.id)) });
    });
}
