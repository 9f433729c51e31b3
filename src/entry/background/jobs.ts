import { type AsyncEvent } from '@forge/events';
import { type JobKind, type JobOf, JOBS, type QueueName } from '../../ports/jobs';
import { findForLater } from '../../usecases/figures/look-at-figures';
import { lookAfterIncident } from '../../usecases/incident/look-after-incident';
import { noteDeleted } from '../../usecases/incident/note-deleted';
import { markLog } from '../../usecases/log/mark-log';
import { raiseAlert } from '../../usecases/declaring/raise-alert';
import { runBackfill } from '../../usecases/figures/run-backfill';
import { runRebuild } from '../../usecases/figures/run-rebuild';
import { writeWaiting } from '../../usecases/log/write-waiting';
import { type ForApp } from '../../wiring/app';
import { retrying } from './retry';

type Work<K extends JobKind> = (wiring: ForApp, job: JobOf<K>) => Promise<unknown>;

/** What is done for each kind of job. */
const WORK: { readonly [K in JobKind]: Work<K> } = {
  'look-after': (wiring, { incident }) => lookAfterIncident(wiring, incident),
  deleted: async (wiring, { incident }) => {
    if (!(await noteDeleted(wiring, incident))) await lookAfterIncident(wiring, incident);
  },
  append: async (wiring, { incident, drafts }) => {
    await writeWaiting(wiring, { incident, drafts });
    await markLog(wiring, incident);
  },
  'new-head': ({ logs }, { incident }) => logs.makeHeadAnew(incident),
  backfill: (wiring, job) => runBackfill(wiring, job),
  'rebuild-figures': (wiring, job) => runRebuild(wiring, job),
  'find-visible': (wiring, { person, jql }) => {
    const seenIncidents = wiring.seenBy(person);
    return findForLater({ ...wiring, seenIncidents }, { person, jql });
  },
  raise: (wiring, { alert }) => raiseAlert(wiring, alert),
};

/**
 * The consumer of a queue. A job may come twice and late; each kind of work changes nothing the second time. What an
 * older version of the app put in line is read; what a newer one did is put back, for a version that knows it.
 *
 * @returns an InvocationError to be called again later, else nothing.
 */
export function onJob(wiring: ForApp, queue: QueueName) {
  return ({ body }: Pick<AsyncEvent, 'body'>) => {
    let retryAfterSeconds: number | undefined;
    return retrying(
      wiring.log,
      async () => {
        const job = wiring.jobBodies.read(queue, body);
        ({ retryAfterSeconds } = JOBS[job.kind]);
        await done(wiring, job);
      },
      () => retryAfterSeconds,
    );
  };
}

function done<K extends JobKind>(
  wiring: ForApp,
  job: JobOf<K> & { readonly kind: K },
): Promise<unknown> {
  return WORK[job.kind](wiring, job);
}
