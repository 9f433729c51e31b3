import { join } from 'node:path';
import { Clock } from '../core/clock';
import { type SitePerson } from '../core/contract';
import { Faults } from '../core/faults';
import { type Log } from '../core/product';
import { createForge, type Forge } from '../forge';
import { createJira, type Jira } from '../jira';
import { Outside } from './outside';
import { startServer, type Server } from './server';
import { Sessions } from './sessions';

/** What fills a fresh site: people always, the rest as asked. */
export type Seed = {
  readonly people: (jira: Jira) => Promise<readonly SitePerson[]>;
  /** After the app is installed. */
  readonly rest: (jira: Jira, clock: Clock, people: readonly SitePerson[]) => Promise<void>;
};

export type SiteOptions = {
  readonly appDir: string;
  readonly backendDir: string;
  /** Built pages of the site and the bridge client. */
  readonly pagesDir: string;
  readonly bridgeClient: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Epoch milliseconds at which the clock stands still; absent: it runs. */
  readonly clockAt?: number;
  readonly seed: Seed;
  readonly variables?: Readonly<Record<string, string>>;
  readonly latency?: { readonly product?: number; readonly kvs?: number };
  readonly log?: Log;
};

/** A local Atlassian site with one app installed. */
export type Site = {
  readonly url: string;
  readonly clock: Clock;
  readonly jira: Jira;
  readonly forge: Forge;
  readonly faults: Faults;
  readonly outside: Outside;
  people(): readonly SitePerson[];
  /** Back to how it was right after the start. */
  reset(): Promise<void>;
  /** Ends within a second. */
  stop(): Promise<void>;
};

const CLOUD_ID = '5d0b6c2e-2f4a-4f0e-9a6c-1b7e3f9d8c21';

/** Starts a site. @throws {Error} when the port is taken or the app cannot be loaded. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const clock = new Clock(options.clockAt);
  const faults = new Faults();
  const outside = new Outside(clock, faults);
  let url = `http://localhost:${options.port}`;
  let people: readonly SitePerson[] = [];
  const jira = createJira({ clock, baseUrl: () => url, log: options.log });
  const forge = createForge({
    ...options,
    site: { baseUrl: () => url, cloudId: CLOUD_ID },
    products: { jira },
    facts: (place, accountId) => jira.facts(place, accountId),
    outside: (request) => outside.fetch(request),
    clock,
    faults,
  });
  jira.onEvent((event) => {
    forge.deliver(event);
  });

  async function fill(): Promise<void> {
    people = await options.seed.people(jira);
    installApp(jira, forge);
    await forge.install();
    await options.seed.rest(jira, clock, people);
  }
  async function reset(): Promise<void> {
    await forge.idle();
    forge.reset();
    jira.reset();
    outside.reset();
    faults.clear();
    clock.clear();
    if (options.clockAt === undefined) clock.start();
    else clock.stop(options.clockAt);
    await fill();
  }

  const sessions = new Sessions(() => people);
  const server: Server = await startServer({
    ...options,
    clock,
    faults,
    forge,
    jira,
    outside,
    sessions,
    reset,
    people: () => people,
    baseUrl: () => url,
  });
  url = `http://localhost:${server.port}`;
  await forge.start();
  await fill();
  return {
    ...{ url, clock, jira, forge, faults, outside, reset },
    people: () => people,
    async stop() {
      clock.clear();
      await Promise.all([forge.stop(), server.stop()]);
    },
  };
}

/** Tells Jira of the fields and searchable properties in the app's manifest. */
function installApp(jira: Jira, forge: Forge): void {
  jira.install(forge.appOnSite());
}

/** Where the built parts of a site lie below the project's folder. */
export function builtParts(projectDir: string) {
  return {
    pagesDir: join(projectDir, 'dist/sandbox/pages'),
    bridgeClient: join(projectDir, 'dist/sandbox/bridge-client.js'),
  };
}
