import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { type Clock } from '../../core/clock';
import { evaluate } from '../../core/expression';
import { type Faults } from '../../core/faults';
import { type Log, type ProductEvent } from '../../core/product';
import { type Functions } from './functions';
import { type Module } from '../manifest';
import { askedDelayMs, backoffMs, type RetryOptions } from './retries';
import { type Work } from './work';

/** Its function runs after a transition, and is tried again, as that of a trigger. */
export const POST_FUNCTION = 'jira:workflowPostFunction';
const MAX_BYTES = 200_000;
const MAX_RETRIES = 4;
const REORDER_MS = 100;

const filterShape = z.looseObject({
  ignoreSelf: z.boolean().optional(),
  expression: z.string().optional(),
  onError: z
    .enum(['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG'])
    .default('IGNORE_AND_LOG'),
});
const triggerShape = z.looseObject({
  function: z.string(),
  events: z.array(
    z.union([z.string(), z.looseObject({ eventType: z.string(), filter: filterShape.optional() })]),
  ),
  filter: filterShape.optional(),
});

type Filter = z.infer<typeof filterShape>;
type Deps = {
  readonly modules: readonly Module[];
  readonly functions: Functions;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly work: Work;
  readonly cloudId: string;
  readonly log: Log;
};
type Delivery = {
  readonly module: string;
  readonly function: string;
  readonly event: ProductEvent;
  readonly body: object;
};

/** Hands events to the triggers of the manifest, several at a time and, like the platform, without promising any order. */
export class Triggers {
  private late: (() => void)[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(private readonly deps: Deps) {}

  deliver(event: ProductEvent): void {
    const { faults, work } = this.deps;
    if (Buffer.byteLength(JSON.stringify(event.payload)) > MAX_BYTES) {
      this.deps.log(`${event.name} was not delivered: its payload exceeds 200 kB`);
      return;
    }
    if (faults.take('event-drop')) return;
    if (faults.take('event-reorder')) {
      void work.track(() => this.overtaken(() => this.send(event)));
      return;
    }
    const copies = faults.take('event-duplicate') ? 2 : 1;
    const sent = Array.from({ length: copies }, () => this.send(event));
    const overtaken = this.late;
    this.late = [];
    void work.track(async () => {
      await Promise.all(sent);
      for (const release of overtaken) release();
    });
  }

  /** Takes what waits for another try off the clock. */
  clear(): void {
    for (const cancel of this.waiting) cancel();
    this.waiting.clear();
  }

  /** Lets the next event pass first, if one comes soon. */
  private async overtaken(send: () => Promise<void>): Promise<void> {
    await Promise.race([
      setTimeout(REORDER_MS),
      new Promise<void>((resolve) => this.late.push(resolve)),
    ]);
    await send();
  }

  private async send(event: ProductEvent): Promise<void> {
    try {
      const deliveries = this.deps.modules.flatMap((module) => this.deliveryOf(module, event));
      await Promise.all(deliveries.map((delivery) => this.run(delivery, 0)));
    } catch (error) {
      this.deps.log(`${event.name} was not delivered`, error);
    }
  }

  private deliveryOf(module: Module, event: ProductEvent): readonly Delivery[] {
    if (event.module !== undefined || module.type === POST_FUNCTION)
      return event.module === module.key ? [this.toPostFunction(module, event)] : [];
    const trigger = triggerShape.parse(module.config);
    const wanted = trigger.events.find(
      (one) => (typeof one === 'string' ? one : one.eventType) === event.name,
    );
    if (wanted === undefined) return [];
    const body = {
      ...event.payload,
      eventType: event.name,
      ...(event.atlassianId === null ? {} : { atlassianId: event.atlassianId }),
      ...(event.selfGenerated ? { selfGenerated: true } : {}),
      context: { cloudId: this.deps.cloudId, moduleKey: module.key },
    };
    const filters = [trigger.filter, typeof wanted === 'string' ? undefined : wanted.filter];
    const passes = filters.every(
      (filter) => !filter || this.passes(filter, event, body, module.key),
    );
    return passes ? [{ module: module.key, function: trigger.function, event, body }] : [];
  }

  /** A post function is told what happened without the name of an event, and has no filter. */
  private toPostFunction(module: Module, event: ProductEvent): Delivery {
    const context = { cloudId: this.deps.cloudId, moduleKey: module.key };
    const { atlassianId, payload } = event;
    const body = { ...payload, ...(atlassianId === null ? {} : { atlassianId }), context };
    return { module: module.key, function: String(module.config['function']), event, body };
  }

  private passes(filter: Filter, event: ProductEvent, body: object, module: string): boolean {
    if (filter.ignoreSelf && event.selfGenerated) return false;
    if (filter.expression === undefined) return true;
    try {
      const result = evaluate(filter.expression, { event: body });
      if (typeof result === 'boolean') return result;
      return this.onError(filter, module, `the filter gave ${String(result)}`);
    } catch (error) {
      // An expression runs in a realm of its own, so its errors are not instances of ours.
      return this.onError(filter, module, `the filter failed: ${String(error)}`);
    }
  }

  private onError({ onError }: Filter, module: string, problem: string): boolean {
    if (onError.endsWith('_AND_LOG')) this.deps.log(`trigger ${module}: ${problem}`);
    return onError.startsWith('RECEIVE');
  }

  private async run(delivery: Delivery, tries: number, retry?: RetryOptions): Promise<void> {
    const { functions, clock, log } = this.deps;
    const { event, module } = delivery;
    const retryContext = retry && {
      retryContext: {
        retryCount: tries,
        retryReason: retry.retryReason,
        retryData: retry.retryData,
      },
    };
    const outcome = await functions.run(
      {
        function: delivery.function,
        module,
        kind: 'trigger',
        trigger: event.name,
        accountId: null,
      },
      { ...delivery.body, ...retryContext },
    );
    if (outcome.result === 'ok' || outcome.result === 'error') return;
    if (tries >= MAX_RETRIES) {
      log(`trigger ${module}: ${event.name} was given up after ${tries + 1} tries`);
      return;
    }
    const asked = outcome.result === 'retry' ? outcome.retry : { retryReason: 'FUNCTION_TIME_OUT' };
    const wait = outcome.result === 'retry' ? askedDelayMs(asked) : backoffMs(tries + 1);
    const cancel = clock.schedule(clock.now() + wait, () => {
      this.waiting.delete(cancel);
      this.run(delivery, tries + 1, asked).catch((error: unknown) =>
        log(`trigger ${module}`, error),
      );
    });
    this.waiting.add(cancel);
  }
}
