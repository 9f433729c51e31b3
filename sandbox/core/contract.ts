/** What crosses between the parts of the sandbox (Jira, Forge, the site's server and its pages). Plain JSON. */

/** What the platform knows when it decides whether a module shows itself, and what it tells the module. */
export type Facts = {
  readonly user: {
    readonly accountId: string;
    readonly locale: string;
    readonly timeZone: string;
    readonly isAdmin: boolean;
    /** Has an account at the portals alone. */
    readonly isCustomer?: boolean;
    /** Answers requests of some service project, with the licence that this takes. */
    readonly isAgent?: boolean;
    readonly groups: readonly string[];
  } | null;
  readonly issue?: {
    readonly id: string;
    readonly key: string;
    readonly type: string;
    readonly typeId: string;
  };
  readonly project?: {
    readonly id: string;
    readonly key: string;
    /** `software`, `service_desk` or `business`. */
    readonly type: string;
  };
  /** False where the site's licence of the app has run out; absent: nobody asked. */
  readonly appIsLicensed?: boolean;
  /** Keys of the project permissions this person has here, for example `BROWSE_PROJECTS`. */
  readonly permissions: readonly string[];
  readonly properties: {
    readonly issue: Readonly<Record<string, unknown>>;
    readonly issueType: Readonly<Record<string, unknown>>;
    readonly project: Readonly<Record<string, unknown>>;
    readonly user: Readonly<Record<string, unknown>>;
  };
};

/** Where on the site a module stands. */
export type Place = {
  readonly issue?: string;
  readonly project?: string;
  /** Id of a portal. */
  readonly portal?: string;
  /** Which kind of page of the portal, for example `create_request`. */
  readonly portalPage?: string;
  /** Id of the request type that is being raised. */
  readonly requestType?: string;
};

/** Sizes that have a name; `resizable` and measures are for what opens over the page. */
type ViewportSize = 'small' | 'medium' | 'large' | 'xlarge' | 'max' | 'resizable';

/** Where a module is configured: `edit` of a gadget, `config` of a macro. */
export type ModuleEditor = {
  readonly frameUrl: string;
  readonly title?: string;
  readonly viewportSize?: UiModule['viewportSize'];
  /** A macro's: it opens as soon as the macro is on the page. */
  readonly openOnInsert: boolean;
};

/** A Custom UI module as a page shows it. */
export type UiModule = {
  readonly key: string;
  /** `ari:cloud:ecosystem::extension/{appId}/{environmentId}/static/{key}` */
  readonly extensionId: string;
  /** For example `jira:issueContext`. */
  readonly type: string;
  readonly title: string;
  readonly label?: string;
  readonly icon?: string;
  readonly description?: string;
  readonly edit?: ModuleEditor;
  /** A gadget that refreshes itself has false; any other is loaded anew. */
  readonly refreshable?: false;
  /** A macro that is not offered for new pages. */
  readonly hidden?: true;
  /** An administration page that stands behind a button of the installed app, not in a list. */
  readonly behind?: 'configure' | 'get-started';
  readonly viewportSize?: ViewportSize | { readonly width: string; readonly height: string };
  /** Address of the frame, on the app's own origin. Undefined for a module without a resource. */
  readonly frameUrl?: string;
  /** What `view.getContext()` gives the app. */
  readonly context: Readonly<Record<string, unknown>>;
};

/** The answer of a resolver call made from a page. */
export type InvokeReply =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: { readonly message: string; readonly type: string } };

/** A person of the sandbox's site, with what the site thinks they may do. */
export type SitePerson = {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  /** Of the portals alone: not a person of the site. */
  readonly isCustomer?: boolean;
  readonly roles: readonly ('admin' | 'responder' | 'reader' | 'outsider')[];
  readonly locale: string;
  readonly timeZone: string;
};
