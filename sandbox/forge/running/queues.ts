import { randomUUID } from 'node:crypto';
import { type z } from 'zod';
import { type Clock } from '../../core/clock';
import { type Log } from '../../core/product';
import { type Functions, type Outcome } from './functions';
import { type Module } from '../manifest';
import { consumerBody, expiryOf, jobRequest, pushRequest, type QueueJob } from './queue-jobs';
import { askedDelayMs, backoffMs } from './retries';
import { type DroppedEvent } from '../types';

const MAX_EVENTS = 50;
const MAX_BYTES = 200 * 1024;
const MAX_PER_MINUTE = 500;
const MAX_CHAIN = 1000;
/** Ended jobs are remembered for their statistics, up to this many. */
const KEPT = 5000;
const ENDED: ReadonlySet<QueueJob['state']> = new Set(['success', 'failed']);

type Deps = {
  readonly consumers: readonly Module[];
  readonly functions: Functions;
  readonly clock: Clock;
  readonly log: Log;
};

/** The queues of an app: at least once, in no order, each event until it succeeds or 24 hours are over. */
export class Queues {
  private jobs: QueueJob[] = [];
  private held: QueueJob[] = [];
  private given: DroppedEvent[] = [];
  private pushes: number[] = [];

  constructor(private readonly deps: Deps) {}

  /** @param depth how many queue events in a row led to this push. */
  push(body: unknown, depth: number): Response {
    const request = pushRequest.parse(body);
    if (Buffer.byteLength(JSON.stringify(request.payload)) > MAX_BYTES) {
      return Response.json({ errorMessage: 'The payload exceeds 200 KB.' }, { status: 413 });
    }
    if (request.payload.length > MAX_EVENTS) {
      return Response.json({ errorMessage: `At most ${MAX_EVENTS} events.` }, { status: 413 });
    }
    if (depth >= MAX_CHAIN) return Response.json({ message: 'Cyclic pushes' }, { status: 405 });
    if (!this.mayPush(request.payload.length)) return new Response(null, { status: 429 });
    if (!this.consumerOf(request.queueName)) {
      const message = `No consumer for the queue ${request.queueName}`;
      return Response.json({ code: 404, message }, { status: 404 });
    }
    this.accept(request, depth);
    return new Response(null, { status: 201 });
  }

  private accept({ queueName, jobId, payload }: z.infer<typeof pushRequest>, depth: number): void {
    const pushedAt = this.deps.clock.now();
    if (this.jobs.length > KEPT) this.jobs = this.jobs.filter(({ state }) => !ENDED.has(state));
    for (const one of payload) {
      const job: QueueJob = {
        ...one,
        queue: queueName,
        jobId,
        eventId: randomUUID(),
        pushedAt,
        depth: depth + 1,
        state: 'waiting',
        failures: 0,
        retry: undefined,
        unschedule: undefined,
      };
      this.jobs.push(job);
      this.at(pushedAt + (one.delayInSeconds ?? 0) * 1000, job);
    }
  }

  stats(body: unknown): Response {
    const jobs = this.jobsOf(body);
    if (jobs.length === 0) return new Response(null, { status: 404 });
    const count = (...states: QueueJob['state'][]) =>
      jobs.filter(({ state }) => states.includes(state)).length;
    return Response.json({
      success: count('success'),
      inProgress: count('waiting', 'running'),
      failed: count('failed'),
    });
  }

  /** Takes the events of a push back that do not run yet. */
  cancel(body: unknown): Response {
    const jobs = this.jobsOf(body);
    if (jobs.length === 0) return new Response(null, { status: 404 });
    for (const job of jobs.filter(({ state }) => state === 'waiting')) {
      job.unschedule?.();
      job.state = 'failed';
    }
    return new Response(null, { status: 204 });
  }

  dropped(): readonly DroppedEvent[] {
    return this.given;
  }

  clear(): void {
    for (const job of this.jobs) {
      job.unschedule?.();
      job.state = 'failed';
    }
    this.jobs = [];
    this.held = [];
    this.given = [];
    this.pushes = [];
  }

  private at(moment: number, job: QueueJob): void {
    job.state = 'waiting';
    if (moment <= this.deps.clock.now()) {
      this.ready(job);
      return;
    }
    job.unschedule = this.deps.clock.schedule(moment, () => this.ready(job));
  }

  /** Starts a job, or holds it back while as many of its concurrency key run as its limit allows. */
  private ready(job: QueueJob): void {
    job.unschedule = undefined;
    if (job.state !== 'waiting') return;
    if (this.isFull(job)) {
      this.held.push(job);
      return;
    }
    job.state = 'running';
    this.run(job).catch((error: unknown) => this.deps.log(`queue ${job.queue}`, error));
  }

  private isFull({ queue, concurrency }: QueueJob): boolean {
    if (!concurrency) return false;
    const running = this.jobs.filter(
      (other) =>
        other.state === 'running' &&
        other.queue === queue &&
        other.concurrency?.key === concurrency.key,
    );
    return running.length >= concurrency.limit;
  }

  private async run(job: QueueJob): Promise<void> {
    const { functions, clock } = this.deps;
    const consumer = this.consumerOf(job.queue);
    if (!consumer) return;
    const run = {
      function: String(consumer.config['function']),
      module: consumer.key,
      kind: 'consumer',
      trigger: job.queue,
      accountId: null,
      depth: job.depth,
    } as const;
    this.settle(job, await functions.run(run, consumerBody(job, clock.now())));
  }

  private settle(job: QueueJob, outcome: Outcome): void {
    const now = this.deps.clock.now();
    if (outcome.result === 'ok') job.state = 'success';
    else if (outcome.result === 'retry') {
      const { retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = outcome.retry;
      this.again(job, now + askedDelayMs(outcome.retry), retryReason, retryData);
    } else {
      job.failures += 1;
      const { type } = outcome.error;
      const reason = type === 'FUNCTION_TIME_OUT' ? type : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
      this.again(job, now + backoffMs(job.failures), reason, job.retry?.data);
    }
    const waiting = this.held;
    this.held = [];
    for (const one of waiting) this.ready(one);
  }

  private again(job: QueueJob, moment: number, reason: string, data: unknown): void {
    const count = (job.retry?.count ?? 0) + 1;
    const { queue, jobId, body } = job;
    if (moment >= expiryOf(job)) {
      job.state = 'failed';
      this.given.push({ queue, jobId, body, tries: count, reason });
      this.deps.log(`queue ${queue}: an event was given up after ${count} tries (${reason})`);
      return;
    }
    job.retry = { count, reason, data };
    this.at(moment, job);
  }

  private mayPush(count: number): boolean {
    const now = this.deps.clock.now();
    this.pushes = this.pushes.filter((at) => at > now - 60_000 && at <= now);
    if (this.pushes.length + count > MAX_PER_MINUTE) return false;
    this.pushes.push(...Array.from({ length: count }, () => now));
    return true;
  }

  private jobsOf(body: unknown): readonly QueueJob[] {
    const { queueName, jobId } = jobRequest.parse(body);
    return this.jobs.filter((job) => job.queue === queueName && job.jobId === jobId);
  }

  private consumerOf(queue: string): Module | undefined {
    return this.deps.consumers.find(({ config }) => config['queue'] === queue);
  }
}
