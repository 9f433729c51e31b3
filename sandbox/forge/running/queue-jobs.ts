import { z } from 'zod';

/** A push of `@forge/events`. */
export const pushRequest = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(
    z.object({
      body: z.record(z.string(), z.unknown()),
      delayInSeconds: z.number().optional(),
      concurrency: z.object({ key: z.string(), limit: z.number() }).optional(),
    }),
  ),
});

/** A question about a push, or its cancelling. */
export const jobRequest = z.object({ queueName: z.string(), jobId: z.string() });

type Payload = z.infer<typeof pushRequest>['payload'][number];

/** One event of a queue on its way through its tries. */
export type QueueJob = Payload & {
  readonly queue: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly pushedAt: number;
  /** How many pushes in a row led to this one. */
  readonly depth: number;
  state: 'waiting' | 'running' | 'success' | 'failed';
  failures: number;
  retry: { readonly count: number; readonly reason: string; readonly data: unknown } | undefined;
  /** Takes the job's timer off the clock. */
  unschedule: (() => void) | undefined;
};

const RETENTION_MS = 24 * 3600 * 1000;

/** When the platform gives the job up. */
export function expiryOf({ pushedAt }: QueueJob): number {
  return pushedAt + RETENTION_MS;
}

/** What the consumer's function gets. */
export function consumerBody(job: QueueJob, now: number): object {
  const { queue, jobId, eventId, body, delayInSeconds, concurrency, retry } = job;
  return {
    queueName: queue,
    jobId,
    eventId,
    body,
    ...(delayInSeconds === undefined ? {} : { delayInSeconds }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(retry === undefined
      ? {}
      : {
          retryContext: {
            retryCount: retry.count,
            retryReason: retry.reason,
            retryData: retry.data,
            retentionWindow: {
              startTime: new Date(job.pushedAt).toISOString(),
              remainingTimeMs: expiryOf(job) - now,
            },
          },
        }),
  };
}
