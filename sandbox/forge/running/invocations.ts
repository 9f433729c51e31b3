import { randomUUID } from 'node:crypto';
import { type Kind } from './functions-of';
import { type Bill, type Invocation } from '../types';

const KEPT = 5000;
const LOG_LINES = 1000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** A run under way, as the proxy knows it by its token. */
export type Running = {
  readonly token: string;
  readonly invocation: Mutable<Omit<Invocation, 'kvs'>> & {
    readonly kvs: { -readonly [K in keyof Invocation['kvs']]: number };
  };
  readonly accountId: string | null;
  /** How many queue events in a row led to this run. */
  readonly depth: number;
  /** Ends with the run: calls that still wait are let go. */
  readonly ended: AbortController;
};

export type RunOf = {
  readonly function: string;
  readonly module: string;
  readonly kind: Kind;
  readonly trigger: string;
  readonly accountId: string | null;
  readonly depth: number;
};

/** The list of what ran, newest last, and what it would cost. */
export class Invocations {
  private kept: Running['invocation'][] = [];
  private readonly running = new Map<string, Running>();
  private sums = { invocations: 0, gbSeconds: 0, kvsReadKb: 0, kvsWriteKb: 0, points: 0 };

  constructor(
    private readonly now: () => number,
    private readonly memoryMB: number,
  ) {}

  begin({ depth, ...run }: RunOf): Running {
    const running: Running = {
      token: randomUUID(),
      accountId: run.accountId,
      depth,
      ended: new AbortController(),
      invocation: {
        ...run,
        id: randomUUID(),
        at: new Date(this.now()).toISOString(),
        ms: 0,
        coldStart: false,
        productCalls: [],
        kvs: { reads: 0, writes: 0, readUnits: 0, writeUnits: 0 },
        egress: [],
        result: 'running',
        logs: [],
      },
    };
    this.running.set(running.token, running);
    this.kept = [...this.kept.slice(-KEPT + 1), running.invocation];
    return running;
  }

  byToken(token: string): Running | undefined {
    return this.running.get(token);
  }

  /** A token is good as long as its run. */
  end({ token, ended, invocation }: Running): void {
    this.running.delete(token);
    ended.abort();
    this.sums.invocations += 1;
    this.sums.gbSeconds += (invocation.ms / 1000) * (this.memoryMB / 1024);
    this.sums.kvsReadKb += invocation.kvs.readUnits;
    this.sums.kvsWriteKb += invocation.kvs.writeUnits;
    this.sums.points += invocation.productCalls.reduce((sum, { points }) => sum + points, 0);
  }

  list(): readonly Invocation[] {
    return this.kept;
  }

  bill(): Bill {
    return { ...this.sums };
  }

  clear(): void {
    this.kept = [];
    this.sums = { invocations: 0, gbSeconds: 0, kvsReadKb: 0, kvsWriteKb: 0, points: 0 };
  }
}

/** Adds a line to a run's log; the platform cuts long logs off, and so does this. */
export function logLine({ invocation }: Running, line: string): void {
  if (invocation.logs.length < LOG_LINES) invocation.logs.push(line);
}
