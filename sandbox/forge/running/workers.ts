import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Log } from '../../core/product';

/** What a function answered, as the runtime wrapper puts it. */
type FunctionResult =
  | { readonly success: true; readonly body?: unknown }
  | {
      readonly success: false;
      readonly error: {
        readonly errorMessage: string;
        readonly errorType: string;
        readonly stack: string;
      };
    };

export type WorkerReply =
  | { readonly kind: 'answer'; readonly result: FunctionResult }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'crash'; readonly message: string };

type Job = {
  readonly finish: (reply: WorkerReply) => void;
  readonly onLog: (line: string) => void;
};
type Message =
  | { readonly id: string; readonly result: FunctionResult }
  | { readonly id: string; readonly log: string }
  | { readonly stray: string };

class Worker {
  readonly jobs = new Map<string, Job>();
  used = false;
  /** Takes no more jobs and is killed once it has none. */
  retired = false;

  constructor(readonly child: ChildProcess) {}
}

/**
 * The process that runs an app's functions, many runs at a time. A run that takes too long is given up; its
 * process gets no more work and is killed as soon as its other runs have ended.
 */
export class Workers {
  private readonly alive = new Set<Worker>();
  private current: Worker | undefined;
  private stopped = false;

  constructor(
    private readonly options: {
      readonly backendDir: string;
      readonly memoryMB: number;
      readonly variables: Readonly<Record<string, string>>;
      readonly log: Log;
    },
  ) {}

  /** @throws when the app's functions have not been built. */
  start(): void {
    const entry = join(this.options.backendDir, '__forge__.cjs');
    if (!existsSync(entry))
      throw new Error(`${entry} is missing: build the app's functions first.`);
    this.stopped = false;
    this.current ??= this.fork();
  }

  /** Runs one event. Never throws. */
  async run(
    event: unknown,
    limitMs: number,
    onLog: (line: string) => void,
  ): Promise<{ readonly reply: WorkerReply; readonly coldStart: boolean }> {
    if (this.stopped) return { reply: { kind: 'crash', message: 'stopped' }, coldStart: false };
    const worker = (this.current ??= this.fork());
    const coldStart = !worker.used;
    worker.used = true;
    const id = randomUUID();
    const reply = await new Promise<WorkerReply>((resolve) => {
      const timer = setTimeout(() => {
        this.retire(worker);
        finish({ kind: 'timeout' });
      }, limitMs);
      const finish = (answer: WorkerReply) => {
        clearTimeout(timer);
        worker.jobs.delete(id);
        this.reap(worker);
        resolve(answer);
      };
      worker.jobs.set(id, { finish, onLog });
      worker.child.send({ id, event, deadline: Date.now() + limitMs });
    });
    return { reply, coldStart };
  }

  /** The next run starts in a fresh process. */
  coldStart(): void {
    if (this.current) this.retire(this.current);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(
      [...this.alive].map(async ({ child }) => {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }),
    );
  }

  private fork(): Worker {
    const { backendDir, memoryMB, variables, log } = this.options;
    const child = fork(
      join(__dirname, '../runtime/worker.cjs'),
      [join(backendDir, '__forge__.cjs')],
      {
        execArgv: ['--enable-source-maps', `--max-old-space-size=${memoryMB}`],
        // The app sees its own variables and nothing of this machine.
        env: { ...variables },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    const worker = new Worker(child);
    this.alive.add(worker);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => log(`function process: ${chunk.toString().trimEnd()}`));
    }
    child.on('message', (message: Message) => {
      if ('stray' in message) log(message.stray);
      else if ('log' in message) worker.jobs.get(message.id)?.onLog(message.log);
      else worker.jobs.get(message.id)?.finish({ kind: 'answer', result: message.result });
    });
    child.on('error', (error) => log('function process', error));
    child.on('exit', (code, signal) => this.gone(worker, `exit ${code ?? signal ?? ''}`));
    return worker;
  }

  private gone(worker: Worker, message: string): void {
    this.alive.delete(worker);
    if (this.current === worker) this.current = undefined;
    for (const { finish } of [...worker.jobs.values()]) finish({ kind: 'crash', message });
  }

  private retire(worker: Worker): void {
    if (this.current === worker) this.current = undefined;
    worker.retired = true;
    this.reap(worker);
  }

  private reap(worker: Worker): void {
    if (worker.retired && worker.jobs.size === 0) worker.child.kill('SIGKILL');
  }
}
