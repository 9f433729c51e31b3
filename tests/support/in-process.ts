import { AsyncLocalStorage } from 'node:async_hooks';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { z } from 'zod';
import { type WorkerReply } from '../../sandbox/forge/running/workers';
import { PROJECT } from './project';

/*
 * Import this before `./site`: the sites of the test file then run the functions of src as they lie there, in the
 * process of the test, instead of a bundle in a process of its own. Nothing is built and nothing is started, which
 * takes a site from many seconds to about one. Limits of time and of memory are not held.
 */
jest.mock('../../sandbox/forge/running/workers', () => ({ Workers: InProcess }));
jest.mock('../../sandbox/forge/build', () => ({ buildBackend: () => Promise.resolve() }));

const runEvent = z.object({
  handler: z.string(),
  body: z.unknown(),
  _meta: z.object({
    clock: z.object({ now: z.number() }),
    context: z.unknown(),
    runtime: z.looseObject({
      proxy: z.looseObject({ url: z.string(), token: z.string() }),
      appContext: z.looseObject({}),
      contextAri: z.string().optional(),
    }),
  }),
});
type Runtime = z.infer<typeof runEvent>['_meta']['runtime'];
type Line = (line: string) => void;

const LANGUAGES = ['en-US', 'de-DE'];

const runs = new AsyncLocalStorage<{ readonly runtime: Runtime; readonly log: Line }>();

/** Stands where the sandbox has its processes. */
class InProcess {
  start(): void {
    offerSeams();
  }

  async run(event: unknown, limitMs: number, log: Line): Promise<Ran> {
    const { handler, body, _meta } = runEvent.parse(event);
    const { clock, context } = _meta;
    // Only the app asks the machine what time it is; timers stay real.
    jest.spyOn(Date, 'now').mockReturnValue(clock.now);
    const lambdaContext = { getRemainingTimeInMillis: () => limitMs };
    const runtime = { ..._meta.runtime, metrics: SILENT, lambdaContext, container: CODE };
    const reply = await runs.run({ runtime, log }, () => answerOf(handler, body, context));
    return { reply, coldStart: false };
  }

  coldStart(): void {
    // There is nothing that could be warm.
  }

  stop(): Promise<void> {
    jest.restoreAllMocks();
    return Promise.resolve();
  }
}

type Ran = { readonly reply: WorkerReply; readonly coldStart: boolean };
type Handler = (body: unknown, context: unknown) => unknown;

async function answerOf(handler: string, body: unknown, context: unknown): Promise<WorkerReply> {
  const [file = '', name = ''] = handler.split('.');
  try {
    const entries = (await ENTRIES[file]?.()) as Readonly<Record<string, Handler>> | undefined;
    if (!entries?.[name]) throw new Error(`src/${file}.ts has no exported function ${name}`);
    const said = await entries[name](structuredClone(body), context);
    const answer: unknown = said === undefined ? undefined : JSON.parse(JSON.stringify(said));
    return { kind: 'answer', result: { success: true, body: answer } };
  } catch (error) {
    const { message, name: type, stack = '' } = error instanceof Error ? error : new Error('?');
    const told = { errorMessage: message, errorType: type, stack };
    return { kind: 'answer', result: { success: false, error: told } };
  }
}

/** The files that the manifest names. */
const ENTRIES: Readonly<Record<string, () => Promise<unknown>>> = {
  index: () => import('../../src/index'),
  administration: () => import('../../src/administration'),
  background: () => import('../../src/background'),
  figures: () => import('../../src/figures'),
  'incidents-page': () => import('../../src/incidents-page'),
};

const SILENT = {
  counter: () => ({ incr: () => undefined, decr: () => undefined }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
};

/** Where `@forge/api` looks for texts: beside the bundle. */
const CODE = { appCodeDir: textsBesideCode() };

function textsBesideCode(): string {
  const folder = mkdtempSync(join(tmpdir(), 'in-process-'));
  const texts = join(folder, '__LOCALES__');
  mkdirSync(texts);
  for (const language of LANGUAGES) {
    copyFileSync(join(PROJECT, `dist/locales/${language}.json`), join(texts, `${language}.json`));
  }
  const config = { locales: LANGUAGES, fallback: { defaultLocale: 'en-US' } };
  writeFileSync(join(texts, 'i18n-info.json'), JSON.stringify({ config }));
  return folder;
}

type Target = {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
};

/** The seams of `@forge/*`: what a run knows, and where its calls go. Lines of the log go where Forge shows them. */
function offerSeams(): void {
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => runs.getStore()?.runtime,
  });
  Object.assign(globalThis, {
    __forge_fetch__: (target: Target, path: string, init: RequestInit = {}) =>
      viaProxy(addressOf(target), filledIn(path), init),
  });
  for (const level of ['info', 'warn'] as const) {
    const machine = console[level].bind(console);
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      const run = runs.getStore();
      if (run) run.log(`${level}: ${words.join(' ')}`);
      else machine(...words);
    });
  }
}

function viaProxy(address: string, target: string, init: RequestInit): Promise<Response> {
  const run = runs.getStore();
  if (!run) throw new Error('A call left the app while no function was running: await every call.');
  const { url, token } = run.runtime.proxy;
  const headers = new Headers(init.headers);
  headers.set('forge-proxy-authorization', `Bearer ${token}`);
  headers.set('forge-proxy-target', target.replace(/[^\x21-\x7e]/gu, encodeURIComponent));
  return fetch(`${url}${address}`, { ...init, headers });
}

function addressOf({ type, provider = '', remote = 'context', accountId }: Target): string {
  if (type !== 'fpp') return `/fpp/as/app/provider/atlassian/capability/${type}`;
  const query = accountId === undefined ? '' : `accountId=${encodeURIComponent(accountId)}`;
  return `/fpp/provider/${provider}/remote/${remote}?${query}`;
}

/** The paths of the queue carry placeholders that the platform fills in. */
function filledIn(path: string): string {
  const { contextAri = '', appContext = {} } = runs.getStore()?.runtime ?? {};
  const values: Readonly<Record<string, unknown>> = { contextAri, ...appContext };
  return path.replace(/\{(contextAri|environmentId|appId|appVersion)\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name])),
  );
}
