import { Queue } from '@forge/events';
import { IncidentError } from '../../domain/errors';
import {
  type Job,
  type JobBodies,
  type JobKind,
  type JobOf,
  JOBS,
  type Jobs,
} from '../../ports/jobs';
import { askInTime } from '../in-time';
import { newer, type Shape } from '../store/shape';
import { JOB_SHAPES, UNNAMED } from '../store/shapes/jobs';

/** Work handed to a Forge queue, which repeats it until it is done. */
export function forgeJobs(): Jobs {
  return { handOver: (job) => handOver(job) };
}

async function handOver<K extends JobKind>(job: JobOf<K> & { readonly kind: K }): Promise<void> {
  const { queue, line } = JOBS[job.kind];
  const shape: Shape<JobOf<K>> = JOB_SHAPES[job.kind];
  const body = shape.stored(job);
  const event = { body, concurrency: { key: line(job), limit: 1 } };
  try {
    await askInTime('The queue', 'uncertain', () => new Queue({ key: queue }).push(event));
  } catch (cause) {
    if (cause instanceof IncidentError) throw cause;
    throw new IncidentError('unavailable', 'The queue did not take the job', { cause });
  }
}

/** Nothing is lost by waiting: Forge keeps a job for a day, and a mended version of the app may read it. */
const UNREADABLE_WAIT_MS = 900_000;

/** Bodies as {@link forgeJobs} writes them, and as those before it did. */
export function forgeJobBodies(): JobBodies {
  return {
    read(queue, body): Job {
      const kind = kindIn(body) ?? UNNAMED[queue];
      if (!isKnown(kind)) throw newer('job', `queue ${queue} (${kind})`, 1);
      const reading = JOB_SHAPES[kind].look(body);
      if (reading.is === 'whole') return reading.value;
      if (reading.is === 'newer') throw newer(`job ${kind}`, `queue ${queue}`, reading.version);
      const retryAfterMs = UNREADABLE_WAIT_MS;
      throw new IncidentError('damaged-data', `A job ${kind} cannot be read`, { retryAfterMs });
    },
  };
}

function kindIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('kind' in body)) return undefined;
  return String(body.kind);
}

function isKnown(kind: string): kind is JobKind {
  return Object.hasOwn(JOB_SHAPES, kind);
}
