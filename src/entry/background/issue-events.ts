import { z } from 'zod';
import { IncidentError } from '../../domain/errors';
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
  issue: z.object({ id: z.union([z.string().min(1), z.number()]) }),
  changelog: Changed,
});

const UPDATED = 'avi:jira:updated:issue';
const DELETED = 'avi:jira:deleted:issue';

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
      const { eventType, issue, changelog } = readEvent(IssueEvent, event);
      if (eventType === UPDATED) await forgetSights(wiring, changelog);
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
 * and so reach no trigger. It may come beside the event; the job then finds nothing to do. It does not say what was
 * changed on the way.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onTransition(wiring: ForEvents) {
  const { jobs, log } = wiring;
  return (event: unknown) =>
    retrying(log, async () => {
      const { issue } = readEvent(Transition, event);
      await forgetSights(wiring, undefined);
      await jobs.handOver({ kind: 'look-after', incident: incidentId(String(issue.id)) });
    });
}
