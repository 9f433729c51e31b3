import { Queue } from '@forge/events';
import { IncidentError } from '../domain/errors';
import { type Jobs } from '../ports/jobs';

/** The queue of manifest.yml. What travels through it is read by entry/jobs.ts. */
const queue = new Queue({ key: 'figures' });

/** Work handed to a Forge queue, which repeats it until it is done. */
export function forgeJobs(): Jobs {
  return {
    async updateFigures(id) {
      try {
        await queue.push({
          body: { incident: id },
          concurrency: { key: `figures-${id}`, limit: 1 },
        });
      } catch (cause) {
        throw new IncidentError('unavailable', 'The queue did not take the job', { cause });
      }
    },
  };
}
