import { type Job, type JobKind, type JobOf, type Jobs } from '../../src/ports/jobs';

/** A queue that keeps what is handed over until a test runs it. */
export class FakeJobs implements Jobs {
  readonly waiting: Job[] = [];

  handOver: Jobs['handOver'] = (job) => {
    this.waiting.push(job);
    return Promise.resolve();
  };

  of<K extends JobKind>(kind: K): readonly JobOf<K>[] {
    return this.waiting.filter((job): job is JobOf<K> => job.kind === kind);
  }

  /** Takes the waiting ones of a kind out of the queue. */
  take<K extends JobKind>(kind: K): readonly JobOf<K>[] {
    const taken = this.of(kind);
    this.waiting.splice(0, Infinity, ...this.waiting.filter((job) => job.kind !== kind));
    return taken;
  }

  /** Whom the app was asked to look after. */
  get lookedAfter(): readonly string[] {
    return this.of('look-after').map(({ incident }) => incident);
  }
}
