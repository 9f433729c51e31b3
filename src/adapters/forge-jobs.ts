import { Queue } from '@forge/events';
import { IncidentError } from '../domain/errors';
import { type Jobs } from '../ports/jobs';

/** The queues of manifest.yml. What travels through them is read by entry/jobs.ts. */
const figures = new Queue({ key: 'figures' });
const backfill = new Queue({ key: 'backfill' });

/** Work handed to a Forge queue, which repeats it until it is done. */
export function forgeJobs(): Jobs {
  return {
    updateFigures: (id) =>
      handOver(() =>
        figures.push({
          body: { incident: id },
          concurrency: { key: `figures-${id}`, limit: 1 },
        }),
      ),
    goOnWithBackfill: (job) =>
      handOver(() => backfill.push({ body: job, concurrency: { key: 'backfill', limit: 1 } })),
  };
}

async function handOver(push: () => Promise<unknown>): Promise<void> {
  try {
    await push();
  } catch (cause) {
    throw new IncidentError('unavailable', 'The queue did not take the job', { cause });
  }
}
