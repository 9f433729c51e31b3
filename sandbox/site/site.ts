import { join } from 'node:path';
import { Clock } from '../core/clock';
import { type SitePerson } from '../core/contract';
import { Faults } from '../core/faults';
import { type Log } from '../core/product';
import { type Confluence, createConfluence } from '../confluence';
import { createForge, type Forge } from '../forge';
import { createJira, type Jira, type KindOfSite } from '../jira';
import { appOnSite } from './installed-app';
import { Outside } from './outside';
import { customerOf, visitorOf } from './visitors';
import { startServer, type Server } from './server';
import { Sessions } from './sessions';

/** What fills a fresh site: its people at once, then what happened before the app came, then what it sees. */
export type Seed = (
  jira: Jira,
  clock: Clock,
  app: AppOnSeed,
) => {
  readonly people: readonly SitePerson[];
  /** The app's fields are there; no event reaches it yet. */
  readonly past: () => Promise<void>;
  /** The app is installed and hears of everything. */
  readonly present: () => Promise<void>;
};

/** What a seed finds on the site beside Jira. The app: its pages, as people open them. */
export type AppOnSeed = Pick<Forge, 'call'> & {
  readonly hasModule: (key: string) => boolean;
  readonly confluence: Confluence | undefined;
  /** Whether the site has Jira Service Management. */
  readonly serviceManagement: boolean;
};

export type SiteOptions = KindOfSite & {
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
  readonly license?: 'active' | 'inactive';
  /** Whether the site has Confluence; it has unless told otherwise. */
  readonly confluence?: boolean;
  readonly latency?: { readonly product?: number; readonly kvs?: number };
  readonly log?: Log;
};

/** A local Atlassian site with one app installed. */
export type Site = {
  readonly url: string;
  readonly clock: Clock;
  readonly jira: Jira;
  readonly confluence: Confluence | undefined;
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
  const site = new LocalSite(options);
  await site.start();
  return site;
}

class LocalSite implements Site {
  readonly clock: Clock;
  readonly faults = new Faults();
  readonly outside: Outside;
  readonly jira: Jira;
  readonly confluence: Confluence | undefined;
  readonly forge: Forge;
  private port: number;
  private persons: readonly SitePerson[] = [];
  private server: Server | undefined;
  /** Events of the past reach nobody: the app was not there. */
  private appHears = false;
  /** Puts each product back to how it was once filled; filling takes seconds, and this none. */
  private putBack: readonly (() => void)[] | undefined;

  constructor(private readonly options: SiteOptions) {
    this.port = options.port;
    this.clock = new Clock(options.clockAt);
    this.outside = new Outside(this.clock, this.faults);
    const { log, moments, serviceManagement, fieldSchemes } = options;
    const common = { clock: this.clock, baseUrl: () => this.url, log };
    this.jira = createJira({
      ...common,
      moments,
      serviceManagement,
      fieldSchemes,
      post: (mail) => {
        this.outside.mailed(mail);
      },
    });
    const visitor = visitorOf(this.jira);
    const confluence =
      options.confluence === false ? undefined : createConfluence({ ...common, visitor });
    this.confluence = confluence;
    this.forge = createForge({
      ...options,
      site: { baseUrl: () => this.url, cloudId: CLOUD_ID },
      products: { jira: this.jira, ...(confluence ? { confluence } : {}) },
      facts: (place, accountId) => this.jira.facts(place, accountId),
      outside: (request) => this.outside.fetch(request),
      isClosed: (accountId) => this.jira.person(accountId)?.active === false,
      clock: this.clock,
      faults: this.faults,
    });
    this.jira.onEvent((event) => {
      if (this.appHears) this.forge.deliver(event);
    });
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  people(): readonly SitePerson[] {
    return this.persons;
  }

  async start(): Promise<void> {
    const { clock, confluence, faults, forge, jira, outside } = this;
    this.server = await startServer({
      ...this.options,
      clock,
      confluence,
      faults,
      forge,
      jira,
      outside,
      sessions: new Sessions(
        () => this.persons,
        (who) => customerOf(jira, who),
      ),
      reset: () => this.reset(),
      people: () => this.persons,
      baseUrl: () => this.url,
    });
    this.port = this.server.port;
    await forge.start();
    await this.fill();
    // What a clock that runs has filled in is of the past by the time of a reset; it is played anew then.
    if (this.options.clockAt === undefined) return;
    this.putBack = [forge.keep(), jira.keep(), ...(confluence ? [confluence.keep()] : [])];
  }

  async reset(): Promise<void> {
    const { clock, confluence, faults, forge, jira, outside, options } = this;
    await forge.idle();
    outside.reset();
    faults.clear();
    clock.clear();
    if (options.clockAt !== undefined) clock.stop(options.clockAt);
    if (this.putBack) {
      for (const putBack of this.putBack) putBack();
      return;
    }
    clock.toMachineTime();
    forge.reset();
    jira.reset();
    confluence?.reset();
    await this.fill();
  }

  async stop(): Promise<void> {
    this.clock.clear();
    await Promise.all([this.forge.stop(), this.server?.stop()]);
  }

  private async fill(): Promise<void> {
    this.appHears = false;
    const { forge } = this;
    const seed = this.options.seed(this.jira, this.clock, {
      call: (call) => forge.call(call),
      hasModule: (key) => forge.manifest.modules.some((module) => module.key === key),
      confluence: this.confluence,
      serviceManagement: this.options.serviceManagement !== false,
    });
    this.persons = seed.people;
    this.jira.install(appOnSite(this.forge, this.options.appDir));
    await seed.past();
    await this.forge.install();
    this.appHears = true;
    await seed.present();
  }
}

/** Where the built parts of a site lie below the project's folder. */
export function builtParts(projectDir: string) {
  return {
    pagesDir: join(projectDir, 'dist/sandbox/pages'),
    bridgeClient: join(projectDir, 'dist/sandbox/bridge-client.js'),
  };
}
