import { keepFrom } from '../core/copy';
import { type Clock } from '../core/clock';
import { type Facts, type Place } from '../core/contract';
import { type Log, type Product, type ProductEvent } from '../core/product';
import { factsAt } from './facts';
import { createRouter } from './http/router';
import { type AppOnSite, installFields } from './install';
import { furnish } from './model/furnish';
import { type Layout } from './model/shared/dashboard-types';
import { layoutOf, setLayout } from './model/shared/dashboards';
import { addPerson, closeAccount, type NewPerson } from './model/people';
import { createViewOf, modificationsAt, type OpenView } from './model/fields/ui-modifications';
import { type UiModification } from './model/fields/ui-modification-types';
import {
  type Arranged,
  arrangeForm,
  type Arrangement,
  arrangementOf,
  type Portal,
  portalsFor,
} from './portals';
import { type KindOfSite, type Mail, Site } from './model/site';
import { type Person } from './model/types';
import { ROUTES } from './routes/all';

export type { AppEntityProperty, AppField, AppOnSite } from './install';
export { LAYOUTS } from './model/shared/dashboard-types';
export type { KindOfSite } from './model/site';
export type { Person } from './model/types';
export type { Arranged } from './portals';

/** A Jira Cloud site in memory. Everything but people and apps is set up over its REST addresses. */
export interface Jira extends Product {
  /** Calls the listener for everything that happens, in order, at once. */
  onEvent(listener: (event: ProductEvent) => void): void;
  /** Adds an account; the same e-mail gives the same account id on every run. */
  addPerson(person: NewPerson): Person;
  people(): readonly Person[];
  personByEmail(email: string): Person | undefined;
  /** Its owner closes it: nobody stands behind the id any more. */
  closeAccount(accountId: string): void;
  person(accountId: string): Person | undefined;
  /** Installs a Forge app: its account, its custom fields, its searchable properties. Again: an upgrade. */
  install(app: AppOnSite): void;
  /** What a module at this place may know; undefined when this person cannot see it. */
  facts(place: Place, accountId: string | null): Facts | undefined;
  /** How a dashboard is divided; the published API has no call for it. Undefined when this person may not see it. */
  layout(dashboardId: string, accountId: string | null): Layout | undefined;
  /** Divides a dashboard anew. @returns false when this person may not change it. */
  setLayout(dashboardId: string, accountId: string | null, layout: Layout): boolean;
  /** A portal as its pages show it; undefined for somebody who may not use it. */
  portals(accountId: string | null): readonly Portal[];
  /** What Jira's own pages let an administrator arrange by hand; undefined for anybody else. */
  arrangement(requestTypeId: string, accountId: string | null): Arrangement | undefined;
  /** Arranges a form as an administrator does by hand: no REST call can. @returns what stands then. */
  arrangeForm(
    requestTypeId: string,
    wanted: Arranged,
    accountId: string | null,
  ): Arranged | undefined;
  /** Which view the create dialog of a project is. */
  createView(project: string): ReturnType<typeof createViewOf>;
  /** The UI modifications that hold for a view somebody has open. */
  modifications(
    at: { readonly project: string; readonly issueTypeId: string },
    viewType: OpenView['viewType'],
    accountId: string | null,
  ): readonly UiModification[];
  /** Back to a fresh site: without people, apps, projects. Listeners stay. */
  /** Keeps how it is now. @returns what puts it back so, as often as it is called. */
  keep(): () => void;
  reset(): void;
}

type JiraOptions = KindOfSite & {
  readonly clock: Clock;
  /** Asked on every answer: the port may be known late. */
  readonly baseUrl: () => string;
  readonly log?: Log | undefined;
  /** Takes the mails that go out. */
  readonly post?: ((mail: Mail) => void) | undefined;
};

export function createJira(options: JiraOptions): Jira {
  const listeners: ((event: ProductEvent) => void)[] = [];
  const emit = (event: ProductEvent): void => {
    for (const listener of listeners) listener(structuredClone(event));
  };
  const fresh = () => furnished(options, emit);
  let site = fresh();
  const router = createRouter(() => site, ROUTES, options.log ?? (() => undefined));
  return {
    name: 'jira',
    ...router,
    onEvent: (listener) => void listeners.push(listener),
    addPerson: (person) => addPerson(site, person),
    people: () => site.people.all(),
    closeAccount: (accountId) => {
      closeAccount(site, accountId);
    },
    personByEmail: (email) =>
      site.people.where((person) => person.email.toLowerCase() === email.toLowerCase()),
    person: (accountId) => site.people.find(accountId),
    install: (app) => {
      install(site, app);
    },
    facts: (place, accountId) => factsAt(site, place, accountId),
    layout: (id, accountId) => layoutOf(site, id, accountId),
    setLayout: (id, accountId, layout) => setLayout(site, id, accountId, layout),
    portals: (accountId) => portalsFor(site, accountId),
    arrangement: (id, accountId) => arrangementOf(site, id, accountId),
    arrangeForm: (id, wanted, accountId) => arrangeForm(site, id, wanted, accountId),
    createView: (project) => createViewOf(site, project),
    modifications: (at, viewType, accountId) => modificationsAt(site, at, viewType, accountId),
    keep: () => keepFrom(site, (kept) => (site = kept), [options.clock]),
    reset: () => {
      site = fresh();
    },
  };
}

function furnished(options: JiraOptions, emit: (event: ProductEvent) => void): Site {
  const { clock, baseUrl, post } = options;
  const site = new Site(clock, baseUrl, emit, options);
  if (post) site.post = post;
  furnish(site);
  return site;
}

/** The app has an account of its own, and its fields. */
function install(site: Site, app: Parameters<Jira['install']>[0]): void {
  const { accountId, name, appId } = app;
  const known = site.people.find(accountId);
  if (!known)
    addPerson(site, {
      accountId,
      displayName: name,
      email: `${appId}@app.local`,
      accountType: 'app',
    });
  installFields(site, app);
}
