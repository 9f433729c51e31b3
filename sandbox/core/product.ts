/** What the parts of the sandbox know of each other: products answer requests and tell events, nothing more. */

/** Who makes a call, as the product sees it. */
export type Caller = {
  /** Atlassian account id; null for a call without a login. */
  readonly accountId: string | null;
  /** True when the app made the call, for itself or for a person: the events it causes are its own. */
  readonly viaApp: boolean;
};

/** Something that happened in a product, as Forge hands it to an app's trigger. */
export type ProductEvent = {
  /** For example `avi:jira:updated:issue`. */
  readonly name: string;
  /** The payload without the keys Forge adds (`context`, `selfGenerated`, …). */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Account of the person (or app) who did it. */
  readonly atlassianId: string | null;
  readonly selfGenerated: boolean;
  /** Key of the one module it is for (a workflow's post function); absent: for every trigger that asked for it. */
  readonly module?: string;
};

/** Any one of these sets of OAuth scopes allows the call. */
export type ScopeSets = readonly (readonly string[])[];

/** One line of the list of what is emulated; a test keeps it true. */
export type Coverage = {
  readonly method: string;
  /** As in the published API description: `/rest/api/3/issue/{issueIdOrKey}`. */
  readonly path: string;
  readonly scopes: ScopeSets;
  /** What of the real call is not emulated; absent when nothing is missing that the flows need. */
  readonly missing?: string;
};

/** A product of the site. It answers at the addresses of its public REST API. */
export interface Product {
  readonly name: 'jira' | 'confluence';
  /** Answers one request. Unknown paths answer 501 with a body that names the call. Never throws. */
  fetch(request: Request, caller: Caller): Promise<Response>;
  /** The scopes of the call that this address is, undefined when the sandbox does not know it. */
  scopesFor(method: string, path: string): ScopeSets | undefined;
  readonly coverage: readonly Coverage[];
}

/** A log line of the sandbox itself. */
export type Log = (message: string, detail?: unknown) => void;
