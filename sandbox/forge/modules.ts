import { defined } from '../core/defined';
import { z } from 'zod';
import { type Facts, type ModuleEditor, type Place, type UiModule } from '../core/contract';
import { type Log } from '../core/product';
import { isShown } from './conditions';
import { type AppIdentity, derivedId } from './identity';
import { licenseOf } from './license';
import { type Manifest, type Module, modulesOf } from './manifest';
import { type Translations } from './translations';
import { type ForgeOptions } from './types';

type Deps = Pick<ForgeOptions, 'site' | 'facts' | 'license'> & {
  readonly manifest: Manifest;
  readonly app: AppIdentity;
  readonly translations: Translations;
  readonly log: Log;
};

/** What the manifest says of something that is shown in a frame. */
type Shown = Readonly<Record<string, unknown>>;

type Looking = {
  readonly locale?: string;
  readonly timezone?: string;
  readonly theme?: 'light' | 'dark';
};

/** One of the places that the same module stands at: a gadget, a macro. */
type Instance = {
  readonly extension?: Readonly<Record<string, unknown>> | undefined;
  readonly localId?: string | undefined;
};

const VIEWPORTS = ['small', 'medium', 'large', 'xlarge', 'max', 'resizable'] as const;
const measures = z.object({ width: z.string(), height: z.string() });

/** The modules of an app as the site's pages show them, and what they get to know of where they are. */
export class Modules {
  constructor(private readonly deps: Deps) {}

  list(
    type: string,
    place: Place,
    accountId: string | null,
    looking: Looking = {},
  ): readonly UiModule[] {
    const known = this.deps.facts(place, accountId);
    if (!known || (type === 'jira:adminPage' && known.user?.isAdmin !== true)) return [];
    const facts = { ...known, appIsLicensed: this.deps.license !== 'inactive' };
    return modulesOf(this.deps.manifest, type)
      .filter((module) => isForThem(module, place, facts))
      .filter(({ key, config }) =>
        isShown(config['displayConditions'], facts, (text) =>
          this.deps.log(`module ${key}: ${text}`),
        ),
      )
      .map((module) => this.toUi(module, place, facts, looking));
  }

  /** @throws when no module has this key and a resolver. */
  resolverOf(moduleKey: string): { readonly module: Module; readonly function: string } {
    const module = this.deps.manifest.modules.find(
      ({ key, config }) => key === moduleKey && config['resolver'] !== undefined,
    );
    const resolver = module?.config['resolver'];
    if (!module || typeof resolver !== 'object' || resolver === null || !('function' in resolver)) {
      throw new Error(`No module "${moduleKey}" with a resolver function in the manifest.`);
    }
    return { module, function: String(resolver.function) };
  }

  /**
   * The context that a resolver gets. The person may not be allowed to see the place: refusing is the
   * app's duty, and whoever calls it learns no more of the place than they named.
   */
  context(
    module: Module,
    place: Place,
    accountId: string | null,
    { extension = {}, localId }: Instance = {},
  ): Readonly<Record<string, unknown>> {
    const { app, site, facts } = this.deps;
    const known = facts(place, accountId) ?? facts(place, null);
    return {
      ...(accountId === null
        ? { accountType: 'anonymous' }
        : { accountId, accountType: accountTypeOf(module, known?.user ?? null) }),
      cloudId: site.cloudId,
      localId: localId ?? this.localId(module, place),
      environmentId: app.environmentId,
      environmentType: 'DEVELOPMENT',
      moduleKey: module.key,
      siteUrl: site.baseUrl(),
      extension: { type: module.type, ...whereabouts(place, known), ...extension },
    };
  }

  private toUi(module: Module, place: Place, facts: Facts, looking: Looking): UiModule {
    const { config, key, type } = module;
    const locale = looking.locale ?? facts.user?.locale ?? 'en-US';
    const text = (name: string) => this.deps.translations.text(config[name], locale);
    const { icon } = config;
    return {
      key,
      type,
      extensionId: this.extensionId(module),
      title: text('title') ?? text('name') ?? key,
      ...defined({
        label: text('label'),
        icon: typeof icon === 'string' ? icon : undefined,
        viewportSize: viewportOf(config['viewportSize']),
        frameUrl: this.frameUrl(key, config),
        description: text('description'),
        edit: this.editorOf(module, locale),
      }),
      ...behindButton(module),
      ...(config['refreshable'] === false ? { refreshable: false } : {}),
      ...(config['hidden'] === true ? { hidden: true } : {}),
      context: {
        ...this.context(module, place, facts.user?.accountId ?? null),
        ...this.lookOf(looking, { ...facts.user, locale }),
      },
    };
  }

  /** How a frame is to look to this person, and what its app may do. */
  private lookOf(
    { timezone, theme }: Looking,
    { locale, timeZone }: { readonly locale: string; readonly timeZone?: string },
  ): Readonly<Record<string, unknown>> {
    const { manifest, license } = this.deps;
    return {
      locale: locale.replace('_', '-'),
      timezone: timezone ?? timeZone ?? 'UTC',
      theme: { colorMode: theme ?? 'light' },
      surfaceColor: theme === 'dark' ? '#1F1F21' : '#FFFFFF',
      ...defined({ license: licenseOf(manifest, license)?.forPages }),
      permissions: { scopes: [...manifest.scopes.keys()] },
    };
  }

  /** Frames live on another origin than the site: the same port under the machine's other name. */
  private frameUrl(key: string, { resource, render }: Shown): string | undefined {
    if (typeof resource !== 'string') return undefined;
    if (render === 'native') {
      this.deps.log(`module ${key} is UI Kit (render: native), which the sandbox does not show`);
      return undefined;
    }
    const [resourceKey, entry] = resource.split('/');
    const found = this.deps.manifest.resources.find((one) => one.key === resourceKey);
    const file = (entry === undefined ? undefined : found?.entry?.[entry]) ?? 'index.html';
    const origin = new URL(this.deps.site.baseUrl());
    if (origin.hostname === 'localhost') origin.hostname = '127.0.0.1';
    return `${origin.origin}/_app/${resourceKey ?? ''}/${file}`;
  }

  /** `edit` of a gadget or widget, `config` of a macro. */
  private editorOf({ key, config }: Module, locale: string): ModuleEditor | undefined {
    const editor = config['edit'] ?? config['config'];
    if (typeof editor !== 'object' || editor === null) return undefined;
    const { title, openOnInsert, viewportSize, ...shown } = editor as Shown;
    const frameUrl = this.frameUrl(key, shown);
    if (frameUrl === undefined) return undefined;
    const named = this.deps.translations.text(title, locale);
    const size = viewportOf(viewportSize);
    return {
      frameUrl,
      openOnInsert: openOnInsert === true,
      ...(named === undefined ? {} : { title: named }),
      ...(size === undefined ? {} : { viewportSize: size }),
    };
  }

  private extensionId({ key }: Module): string {
    const { appId, environmentId } = this.deps.app;
    return `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${key}`;
  }

  private localId(module: Module, place: Place): string {
    const { app, site } = this.deps;
    const id = derivedId(app.installationId, module.key, place.issue ?? place.project ?? '');
    return `${this.extensionId(module)}/${site.cloudId}/${id}`;
  }
}

function viewportOf(value: unknown): UiModule['viewportSize'] {
  return VIEWPORTS.find((size) => size === value) ?? measures.safeParse(value).data;
}

/** `useAsConfig` and `useAsGetStarted` of an administration page. */
function behindButton({ type, config }: Module): Pick<UiModule, 'behind'> {
  if (type !== 'jira:adminPage') return {};
  if (config['useAsConfig'] === true) return { behind: 'configure' };
  return config['useAsGetStarted'] === true ? { behind: 'get-started' } : {};
}

const PORTAL = 'jiraServiceManagement:portal';

/** At a portal somebody without a licence of service management is unlicensed, whatever else of the site they may use. */
function accountTypeOf({ type }: Pick<Module, 'type'>, user: Facts['user']) {
  if (user?.isCustomer) return 'customer';
  return type.startsWith(PORTAL) && !user?.isAgent ? 'unlicensed' : 'licensed';
}

/**
 * Customers and the unlicensed see portal modules that say so (`unlicensedAccess`), and nothing else of an app. `pages` names the pages of
 * the portal that a header, subheader or footer is for; absent: all.
 */
function isForThem({ type, config }: Module, { portalPage }: Place, { user }: Facts): boolean {
  const { pages, unlicensedAccess } = config;
  const kind = accountTypeOf({ type }, user);
  const isOpen = Array.isArray(unlicensedAccess) && unlicensedAccess.includes(kind);
  if (kind !== 'licensed' && !(type.startsWith(PORTAL) && isOpen)) return false;
  return !type.startsWith(PORTAL) || !Array.isArray(pages) || pages.includes(portalPage);
}

/** The issue, project or portal of a place, in the shape of a module's `extension`. */
function whereabouts(place: Place, facts: Facts | undefined): Readonly<Record<string, unknown>> {
  const named = (value: string | undefined, known: object | undefined) =>
    known ??
    (value === undefined ? undefined : /^\d+$/.test(value) ? { id: value } : { key: value });
  const issue = named(place.issue, facts?.issue);
  const project = named(place.project, facts?.project);
  const { portal, portalPage, requestType } = place;
  return {
    ...(issue ? { issue } : {}),
    ...(project ? { project } : {}),
    ...(portal === undefined ? {} : { portal: { id: Number(portal) } }),
    ...(portalPage === undefined ? {} : { page: portalPage }),
    ...(requestType === undefined ? {} : { request: { typeId: Number(requestType) } }),
  };
}
