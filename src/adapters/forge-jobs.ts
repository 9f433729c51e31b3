import { Queue } from '@forge/events';
import { IncidentError } from '../domain/errors';
import { type Jobs } from '../ports/jobs';

/** The queues of manifest.yml. What travels through them is read by entry/jobs.ts. */
const figures = new Queue({ key: 'figures' });
const entries = new Queue({ key: 'entries' });
const backfill = new Queue({ key: 'backfill' });
const rebuild = new Queue({ key: 'figures-rebuild' });
const sights = new Queue({ key: 'sights' });
const alerts = new Queue({ key: 'alerts' });

type Body = Readonly<Record<string, unknown>>;

/** Work handed to a Forge queue, which repeats it until it is done. */
export function forgeJobs(): Jobs {
  return {
    updateFigures: (incident) => handOver(figures, `figures-${incident}`, { incident }),
    append: (incident, drafts) => handOver(entries, `entries-${incident}`, { incident, drafts }),
    goOnWithBackfill: (job) => handOver(backfill, 'backfill', job),
    goOnWithRebuild: (job) => handOver(rebuild, 'figures-rebuild', job),
    findVisible: (asked) => handOver(sights, `sights-${asked.person}`, asked),
    raise: (alert) => handOver(alerts, `alerts-${alert}`, { alert }),
  };
}

/** One at a time of each key. */
async function handOver(queue: Queue, key: string, body: Body): Promise<void> {
  try {
    await queue.push({ body, concurrency: { key, limit: 1 } });
  } catch (cause) {
    throw new IncidentError('unavailable', 'The queue did not take the job', { cause });
  }
}
