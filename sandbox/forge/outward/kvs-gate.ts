import { type Faults } from '../../core/faults';
import { faultAnswer, pause } from './faulty';
import { logLine } from '../running/invocations';
import { translated } from '../kvs/graph';
import { answerKvs } from '../kvs/service';
import { Store, type Traffic } from '../kvs/store';
import { type Manifest } from '../manifest';
import { type PlatformCall, textOf } from './proxy';
import { notEmulated } from './refusals';
import { type KvsUse } from '../types';
import { type Work } from '../running/work';

type Deps = {
  readonly manifest: Manifest;
  readonly now: () => number;
  readonly faults: Faults;
  readonly latencyMs: number;
  readonly lagMs: number;
  readonly work: Work;
};

/** Carries the app's calls to its key-value store, and counts them as the bill does. */
export class KvsGate {
  readonly store: Store;
  private warning: ((message: string) => void) | undefined;

  constructor(private readonly deps: Deps) {
    this.store = new Store(deps.manifest.entities, deps.now, (message) => this.warning?.(message));
  }

  async answer({ running, target, body }: PlatformCall): Promise<Response> {
    const { faults, latencyMs, manifest, work, lagMs } = this.deps;
    if (!manifest.scopes.has('storage:app')) {
      const message = 'The manifest does not ask for the scope storage:app.';
      return Response.json({ code: 'UNAUTHORIZED', message }, { status: 403 });
    }
    await pause(latencyMs, running.ended.signal);
    const call = { method: 'POST', path: target };
    const fault = await faultAnswer(faults, 'kvs', saying, running.ended.signal, call);
    if (fault) return fault;
    const traffic: Traffic = { reads: [], writes: [] };
    this.warning = (message) => logLine(running, `sandbox: ${message}`);
    const request: unknown = JSON.parse(textOf(body) || '{}');
    const answer = answerKvs(this.store, target, request, traffic, this.lag());
    if (traffic.writes.length > 0) work.notBefore(performance.now() + lagMs);
    count(running.invocation.kvs, traffic);
    return answer.body === undefined
      ? new Response(null, { status: answer.status })
      : Response.json(answer.body, { status: answer.status });
  }

  /** The same store, asked in GraphQL as older packages do. */
  async graph(call: PlatformCall): Promise<Response> {
    const asked = translated(JSON.parse(textOf(call.body) || '{}'));
    if (!asked) return notEmulated('this query of the store');
    const body = new Uint8Array(new TextEncoder().encode(JSON.stringify(asked.body)));
    const answer = await this.answer({ ...call, target: asked.path, body });
    const text = await answer.text();
    const found: unknown = text === '' ? undefined : JSON.parse(text);
    if (answer.ok) return Response.json({ data: asked.data(found) });
    if (answer.status === 404) return Response.json({ data: asked.data(undefined) });
    const { code, message } = found as { readonly code: string; readonly message: string };
    const extensions = { errorType: code, statusCode: answer.status };
    return Response.json({ errors: [{ message, extensions }] });
  }

  /** The fault `kvs-lag` makes a query as old as its `retryAfter` says, 5 seconds if it says nothing. */
  private lag(): number {
    const fault = this.deps.faults.take('kvs-lag');
    return fault ? (fault.retryAfter ?? 5) * 1000 : this.deps.lagMs;
  }
}

function saying(status: number): unknown {
  return status === 429
    ? { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many requests' }
    : { code: 'INTERNAL_SERVER_ERROR', message: `Fault ${status}` };
}

function count(use: KvsUse, { reads, writes }: Traffic): void {
  const units = (sizes: readonly number[]) =>
    sizes.reduce((sum, bytes) => sum + Math.max(1, Math.ceil(bytes / 1024)), 0);
  use.reads += reads.length;
  use.writes += writes.length;
  use.readUnits += units(reads);
  use.writeUnits += units(writes);
}
