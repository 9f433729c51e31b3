import { type Clock } from '../core/clock';
import { type Facts, type InvokeReply, type Place, type UiModule } from '../core/contract';
import { type Faults } from '../core/faults';
import { type Log, type Product, type ProductEvent } from '../core/product';
import { type Kind } from './running/functions-of';
import { type AppIdentity } from './identity';
import { type LicenseState } from './license';
import { type Manifest } from './manifest';

export type ForgeOptions = {
  /** Folder with manifest.yml, the built Custom UI folders and the locale files. */
  readonly appDir: string;
  /** What {@link buildBackend} wrote. */
  readonly backendDir: string;
  readonly site: { readonly baseUrl: () => string; readonly cloudId: string };
  readonly products: { readonly jira: Product; readonly confluence?: Product };
  /** What the site knows about a place and a person; undefined when that person may not see the place. */
  readonly facts: (place: Place, accountId: string | null) => Facts | undefined;
  /** Whether the owner of an account has closed it. */
  readonly isClosed?: (accountId: string) => boolean;
  /** Answers the app's calls to the internet, after the manifest's list allowed them. */
  readonly outside: (request: Request) => Promise<Response>;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly log?: Log;
  /** The app's environment variables, over the manifest's defaults. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Milliseconds that each call takes at least, for measurements. */
  readonly latency?: { readonly product?: number; readonly kvs?: number };
  /** How far queries of the key-value store lag behind, in milliseconds of real time; 20 by default. */
  readonly queryLagMs?: number;
  /** The site's licence of the app; absent: it runs in development, without one. */
  readonly license?: LicenseState;
  /** File served to the app's frames as `/_app/bridge.js`. */
  readonly bridgeClient?: string;
};

type ProductCall = {
  readonly product: string;
  readonly method: string;
  readonly path: string;
  readonly as: 'app' | 'user' | 'none';
  readonly status: number;
  /** What the call costs of the hourly quota. */
  readonly points: number;
};

/** Calls of the key-value store. A unit is a begun kilobyte, at least one per value. */
export type KvsUse = { reads: number; writes: number; readUnits: number; writeUnits: number };

/** One run of a function. */
export type Invocation = {
  readonly id: string;
  readonly function: string;
  readonly module: string;
  readonly kind: Kind;
  /** Name of the event, of the resolver's function or of the queue. */
  readonly trigger: string;
  readonly accountId: string | null;
  /** ISO moment of the sandbox's clock. */
  readonly at: string;
  /** Real time. */
  readonly ms: number;
  readonly coldStart: boolean;
  readonly productCalls: readonly ProductCall[];
  readonly kvs: Readonly<KvsUse>;
  /** Addresses called outside, with the status of the answer. */
  readonly egress: readonly {
    readonly method: string;
    readonly url: string;
    readonly status: number;
  }[];
  readonly result: 'running' | 'ok' | 'error' | 'timeout' | 'retry';
  readonly error?: string;
  readonly logs: readonly string[];
};

/** A queue event that the platform gave up. */
export type DroppedEvent = {
  readonly queue: string;
  readonly jobId: string;
  readonly body: unknown;
  readonly tries: number;
  readonly reason: string;
};

/** A resolver call as a page makes it. */
export type ResolverCall = {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload: unknown;
  readonly accountId: string | null;
  readonly place: Place;
  readonly extension?: Readonly<Record<string, unknown>>;
  /** Of the gadget or macro that calls; absent: that of the module at its place. */
  readonly localId?: string;
  readonly locale?: string;
  readonly timezone?: string;
};

/** A macro on a page that is exported. */
export type MacroExport = {
  readonly moduleKey: string;
  readonly localId: string;
  readonly exportType: 'word' | 'pdf' | 'other';
  readonly config: Readonly<Record<string, unknown>>;
  readonly content: { readonly id: string; readonly type: string };
  readonly space: { readonly id: string; readonly key: string };
};

/** What a month of this would be billed for; prices are the platform's list, not ours. */
export type Bill = {
  readonly invocations: number;
  readonly gbSeconds: number;
  readonly kvsReadKb: number;
  readonly kvsWriteKb: number;
  readonly points: number;
};

/** The Forge platform around one installed app. */
export interface Forge {
  readonly manifest: Manifest;
  readonly app: AppIdentity;
  start(): Promise<void>;
  /** Ends within a second; runs under way are killed. */
  stop(): Promise<void>;
  /** Tells the app that it is installed and starts its schedules: each runs first after five minutes. */
  install(): Promise<void>;
  /** Hands a product's event to the triggers that want it. */
  deliver(event: ProductEvent): void;
  /** Accounts whose personal data the app has said to keep, one by one, the oldest first. */
  reported(): readonly string[];
  /** Runs a module's resolver with a context that the host makes. Never throws for what the app does. */
  call(call: ResolverCall): Promise<InvokeReply>;
  /**
   * What stands for a macro in an exported page, as its `adfExport` function says, in Atlassian's document format;
   * undefined when the module has none, or it failed.
   */
  exportMacro(macro: MacroExport): Promise<unknown>;
  /** Answers a call to a web trigger's address; undefined when no trigger has it. */
  webtrigger(path: string, request: Request): Promise<Response | undefined>;
  /** The modules of a type that show themselves here to this person. */
  modules(
    type: string,
    place: Place,
    accountId: string | null,
    options?: { readonly locale?: string; readonly theme?: 'light' | 'dark' },
  ): readonly UiModule[];
  /** Serves `/_app/…`: the app's pages, its locale files and the bridge. */
  frame(request: Request): Promise<Response>;
  /** Resolves when no function runs and no event or queue job is ready; what is not due yet does not count. */
  idle(): Promise<void>;
  /** Runs a scheduled trigger now. @throws when there is none of this key. */
  runScheduled(moduleKey: string): Promise<void>;
  /** The next run of a function starts in a fresh process. */
  coldStart(): void;
  invocations(): readonly Invocation[];
  /** Queue events that were given up after 24 hours. */
  dropped(): readonly DroppedEvent[];
  storage(): unknown;
  bill(): Bill;
  /** Forgets what is stored, queued and logged; the app stays installed. */
  /** Keeps what is stored now. @returns what puts it back, as often as it is called; everything else is reset. */
  keep(): () => void;
  reset(): void;
}
