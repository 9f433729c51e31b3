import { join } from 'node:path';
import { Clock } from '../core/clock';
import { type SitePerson } from '../core/contract';
import { Faults } from '../core/faults';
import { type Log } from '../core/product';
import { createForge, type Forge } from '../forge';
import { createJira, type Jira } from '../jira';
import { appOnSite } from './installed-app';
import { Outside } from './outside';
import { startServer, type Server } from './server';
import { Sessions } from './sessions';

/** What fills a fresh site: its people at once, then what happened before the app came, then what it sees. */
export type Seed = (
  jira: Jira,
  clock: Clock,
) => {
  readonly people: readonly SitePerson[];
  /** The app's fields are there; no event reaches it yet. */
  readonly past: () => Promise<void>;
  /** The app is installed and hears of everything. */
  readonly present: () => Promise<void>;
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
  let installed = false;
  jira.onEvent((event) => {
    if (installed) forge.deliver(event);
  });

  async function fill(): Promise<void> {
    installed = false;
    const seed = options.seed(jira, clock);
    people = seed.people;
    jira.install(appOnSite(forge, options.appDir));
    await seed.past();
    await forge.install();
    installed = true;
    await seed.present();
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

/** Where the built parts of a site lie below the project's folder. */
export function builtParts(projectDir: string) {
  return {
    pagesDir: join(projectDir, 'dist/sandbox/pages'),
    bridgeClient: join(projectDir, 'dist/sandbox/bridge-client.js'),
  };
}
