import { type InvokeReply, type Place, type UiModule } from '../core/contract';
import { type ProductEvent } from '../core/product';
import { type AppIdentity } from './identity';
import { type Manifest, modulesOf } from './manifest';
import { exportPayload } from './macro-export';
import { type Parts, putTogether } from './parts';
import {
  type Bill,
  type DroppedEvent,
  type Forge,
  type ForgeOptions,
  type Invocation,
  type MacroExport,
  type ResolverCall,
} from './types';

const PAYLOAD_BYTES = 500 * 1024;

/** The Forge platform around one app: {@link Forge} says what each call does. */
export class Host implements Forge {
  private readonly parts: Parts;
  private installed = false;

  constructor(options: ForgeOptions) {
    this.parts = putTogether(options);
  }

  get manifest(): Manifest {
    return this.parts.manifest;
  }

  get app(): AppIdentity {
    return this.parts.app;
  }

  async start(): Promise<void> {
    this.parts.workers.start();
    await this.parts.proxy.start();
  }

  async stop(): Promise<void> {
    const { schedules, queues, triggers, workers, proxy } = this.parts;
    schedules.stop();
    queues.clear();
    triggers.clear();
    await Promise.all([workers.stop(), proxy.stop()]);
  }

  async install(): Promise<void> {
    const { app, triggers, schedules, invocations } = this.parts;
    this.installed = true;
    // What a seed had the app do before is history: the list begins here.
    invocations.clear();
    schedules.start();
    triggers.deliver({
      name: 'avi:forge:installed:app',
      payload: {
        id: `ari:cloud:ecosystem::installation/${app.installationId}`,
        app: { id: `ari:cloud:ecosystem::app/${app.appId}`, version: app.version },
        environment: { id: app.environmentId },
      },
      atlassianId: null,
      selfGenerated: false,
    });
    await this.idle();
  }

  deliver(event: ProductEvent): void {
    this.parts.triggers.deliver(event);
  }

  reported(): readonly string[] {
    return this.parts.stargate.reported;
  }

  async call(call: ResolverCall): Promise<InvokeReply> {
    const { modules, functions } = this.parts;
    const { moduleKey, functionKey, payload = {}, accountId, place } = call;
    try {
      if (Buffer.byteLength(JSON.stringify(payload)) > PAYLOAD_BYTES) {
        return refusal(
          'The payload of a resolver call must not exceed 500 KB.',
          'PAYLOAD_TOO_LARGE',
        );
      }
      const resolver = modules.resolverOf(moduleKey);
      const outcome = await functions.run(
        {
          function: resolver.function,
          module: moduleKey,
          kind: 'resolver',
          trigger: functionKey,
          accountId,
        },
        {
          call: { functionKey, payload },
          context: modules.context(resolver.module, place, accountId, call),
        },
      );
      if (outcome.result === 'ok') return { ok: true, result: outcome.value };
      if (outcome.result === 'retry') return { ok: true, result: { _retry: true } };
      return { ok: false, error: outcome.error };
    } catch (error) {
      return refusal(error instanceof Error ? error.message : String(error), 'NO_SUCH_RESOLVER');
    }
  }

  async exportMacro(macro: MacroExport): Promise<unknown> {
    const { functions, manifest, modules } = this.parts;
    const module = modulesOf(manifest, 'macro').find(({ key }) => key === macro.moduleKey);
    const adfExport = module?.config['adfExport'] as { readonly function?: string } | undefined;
    if (!module || adfExport?.function === undefined) return undefined;
    const run = { function: adfExport.function, module: module.key, trigger: 'adfExport' };
    const outcome = await functions.run(
      // Nobody looks at an export: the app has to be content with what it may see itself.
      { ...run, kind: 'export', accountId: null },
      exportPayload(macro, modules.context(module, {}, null, { localId: macro.localId })),
    );
    return outcome.result === 'ok' ? outcome.value : undefined;
  }

  webtrigger(path: string, request: Request): Promise<Response | undefined> {
    return this.parts.webtriggers.answer(path, request);
  }

  modules(
    type: string,
    place: Place,
    accountId: string | null,
    options?: { readonly locale?: string; readonly theme?: 'light' | 'dark' },
  ): readonly UiModule[] {
    return this.parts.modules.list(type, place, accountId, options);
  }

  frame(request: Request): Promise<Response> {
    return this.parts.frames.answer(request);
  }

  idle(): Promise<void> {
    return this.parts.work.idle();
  }

  runScheduled(moduleKey: string): Promise<void> {
    return this.parts.schedules.run(moduleKey);
  }

  coldStart(): void {
    this.parts.workers.coldStart();
  }

  invocations(): readonly Invocation[] {
    return this.parts.invocations.list();
  }

  dropped(): readonly DroppedEvent[] {
    return this.parts.queues.dropped();
  }

  storage(): unknown {
    return this.parts.kvs.store.dump();
  }

  bill(): Bill {
    return this.parts.invocations.bill();
  }

  keep(): () => void {
    const putBack = this.parts.kvs.store.keep();
    return () => {
      this.reset();
      putBack();
    };
  }

  reset(): void {
    const { kvs, queues, triggers, invocations, schedules } = this.parts;
    kvs.store.clear();
    queues.clear();
    triggers.clear();
    invocations.clear();
    if (this.installed) schedules.start();
  }
}

function refusal(message: string, type: string): InvokeReply {
  return { ok: false, error: { message, type } };
}
