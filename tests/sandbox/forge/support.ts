import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../../sandbox/core/clock';
import { type Facts, type Place } from '../../../sandbox/core/contract';
import { Faults } from '../../../sandbox/core/faults';
import { type Caller, type Product } from '../../../sandbox/core/product';
import { buildBackend, createForge, type Forge, type ForgeOptions } from '../../../sandbox/forge';

export const APP = join(__dirname, 'fixture-app');
/** One build per Jest worker; the bundler is only asked again when the fixture changes. */
const BACKEND = join(
  __dirname,
  `../../../dist/backend/fixture-${process.env['JEST_WORKER_ID'] ?? '0'}`,
);
export const CREATED = Date.parse('2026-03-02T10:00:00Z');
export const ANNA = '712020:anna';
export const ADMIN = '712020:admin';

type Seen = { request: Request; body: string; caller: Caller };

export type World = {
  readonly products: ForgeOptions['products'];
  readonly forge: Forge;
  readonly clock: Clock;
  readonly faults: Faults;
  /** What Jira was asked. */
  readonly jira: Seen[];
  /** What left for the internet. */
  readonly outside: Request[];
  readonly logs: string[];
  /** Calls a function of the fixture's resolver. */
  readonly call: (
    functionKey: string,
    payload?: unknown,
    options?: { accountId?: string | null; moduleKey?: string; place?: Place },
  ) => Promise<unknown>;
  /** Runs steps of the fixture's store and gives their answers. */
  readonly store: (...steps: readonly (readonly unknown[])[]) => Promise<unknown[]>;
  readonly moveTo: (moment: number) => Promise<void>;
};

/** A site with a Jira of four addresses, on a clock that stands still. */
export async function aWorld(options: Partial<ForgeOptions> = {}): Promise<World> {
  await buildBackend({ appDir: APP, outDir: BACKEND });
  const clock = options.clock ?? new Clock(CREATED);
  const faults = new Faults();
  const jira: Seen[] = [];
  const outside: Request[] = [];
  const logs: string[] = [];
  const products = options.products ?? { jira: fakeJira(jira) };
  const forge = createForge({
    appDir: APP,
    backendDir: BACKEND,
    site: { baseUrl: () => 'http://localhost:4000', cloudId: 'cloud-1' },
    facts,
    outside: (request) => {
      outside.push(request);
      const moved = request.url.endsWith('/moved');
      return Promise.resolve(
        moved
          ? new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } })
          : new Response(`found at ${request.url}`, { headers: { 'content-encoding': 'gzip' } }),
      );
    },
    faults,
    log: (message, detail) =>
      logs.push(detail === undefined ? message : `${message} ${JSON.stringify(detail)}`),
    ...options,
    products,
    clock,
  });
  await forge.start();
  const call: World['call'] = async (functionKey, payload = {}, more = {}) => {
    const { accountId = ANNA, moduleKey = 'place', place = { issue: 'LOST-1' } } = more;
    const reply = await forge.call({ moduleKey, functionKey, payload, accountId, place });
    return reply.ok ? reply.result : reply.error;
  };
  return {
    products,
    forge,
    clock,
    faults,
    jira,
    outside,
    logs,
    call,
    store: async (...steps) => (await call('store', { steps })) as unknown[],
    moveTo: (moment) => clock.moveTo(moment, () => forge.idle()),
  };
}

export function anEmptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sandbox-forge-'));
}

function fakeJira(seen: Seen[]): Product {
  return {
    name: 'jira',
    coverage: [],
    scopesFor: (method, path) => {
      if (path.startsWith('/rest/api/3/secret')) return [['read:top-secret:jira']];
      if (path.startsWith('/rest/api/3/unknown')) return undefined;
      return method === 'GET' ? [['read:jira-work'], ['read:issue:jira']] : [['write:jira-work']];
    },
    fetch: async (request, caller) => {
      seen.push({ request, body: await request.clone().text(), caller });
      return Response.json({ accountId: caller.accountId, path: new URL(request.url).pathname });
    },
  };
}

function facts(place: Place, accountId: string | null): Facts | undefined {
  if (accountId === '712020:outsider') return undefined;
  const reader = accountId === '712020:reader';
  return {
    user:
      accountId === null
        ? null
        : {
            accountId,
            locale: reader ? 'de_DE' : 'en_US',
            timeZone: 'Europe/Berlin',
            isAdmin: accountId === ADMIN,
            groups: [],
          },
    ...(place.issue === undefined
      ? {}
      : {
          issue: {
            id: '10001',
            key: place.issue,
            type: place.issue === 'LOST-9' ? 'Bug' : 'Thing',
            typeId: '7',
          },
        }),
    project: { id: '100', key: 'LOST', type: 'software' },
    permissions: reader ? ['BROWSE_PROJECTS'] : ['BROWSE_PROJECTS', 'EDIT_ISSUES'],
    properties: { issue: {}, issueType: {}, project: {}, user: {} },
  };
}
