import { z } from 'zod';
import { type Clock } from '../../core/clock';
import { type Log } from '../../core/product';
import { type Functions } from './functions';
import { type Module } from '../manifest';

const MINUTE_MS = 60_000;
const FIRST_MS = 5 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
const INTERVAL_MS = {
  fiveMinute: 5 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  week: 7 * 24 * 60 * MINUTE_MS,
} as const;

const scheduleShape = z.looseObject({
  function: z.string(),
  interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
});

type Deps = {
  readonly modules: readonly Module[];
  readonly functions: Functions;
  readonly clock: Clock;
  readonly cloudId: string;
  readonly log: Log;
};

/** The scheduled triggers: first five minutes after the installation, then at their interval, never repeated on failure. */
export class Schedules {
  private readonly unschedule = new Map<string, () => void>();

  constructor(private readonly deps: Deps) {}

  start(): void {
    this.stop();
    const first = this.deps.clock.now() + FIRST_MS;
    for (const module of this.deps.modules) this.arm(module, first);
  }

  stop(): void {
    for (const cancel of this.unschedule.values()) cancel();
    this.unschedule.clear();
  }

  /** @throws when there is no such scheduled trigger. */
  async run(moduleKey: string): Promise<void> {
    const module = this.deps.modules.find(({ key }) => key === moduleKey);
    if (!module) throw new Error(`The manifest has no scheduledTrigger "${moduleKey}".`);
    const run = {
      function: scheduleShape.parse(module.config).function,
      module: moduleKey,
      kind: 'scheduled',
      trigger: moduleKey,
      accountId: null,
    } as const;
    await this.deps.functions.run(run, {
      context: { cloudId: this.deps.cloudId, moduleKey },
    });
  }

  /**
   * The next run after one at `at`. A move of the clock over years would run an hourly function tens of thousands
   * of times: only the runs of its last day are made, as a site that was asleep would have it.
   */
  private after(at: number, intervalMs: number): number {
    const { movingTo = at } = this.deps.clock;
    const skipped = Math.ceil((movingTo - DAY_MS - at) / intervalMs);
    return at + intervalMs * Math.max(1, skipped);
  }

  private arm(module: Module, at: number): void {
    const { clock, log } = this.deps;
    const cancel = clock.schedule(at, () => {
      const { interval } = scheduleShape.parse(module.config);
      this.arm(module, this.after(at, INTERVAL_MS[interval]));
      this.run(module.key).catch((error: unknown) => log(`scheduledTrigger ${module.key}`, error));
    });
    this.unschedule.set(module.key, cancel);
  }
}
