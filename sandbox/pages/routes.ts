/** The pages of the site and their addresses, as in Jira. */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'issue'; readonly key: string }
  | { readonly page: 'list' }
  | { readonly page: 'create' }
  | { readonly page: 'project'; readonly key: string }
  | { readonly page: 'apps' }
  | {
      readonly page: 'module';
      readonly type: 'jira:adminPage' | 'jira:globalPage' | 'jira:projectPage';
      readonly moduleKey: string;
      readonly basePath: string;
      readonly project?: string;
    }
  | { readonly page: 'dashboards' }
  | { readonly page: 'dashboard'; readonly id: string }
  | { readonly page: 'backstage' }
  | { readonly page: 'space'; readonly key: string }
  | { readonly page: 'wiki'; readonly key: string; readonly id: string }
  | HelpCenter
  | { readonly page: 'request-types'; readonly project: string; readonly type?: string }
  | { readonly page: 'unknown' };

/** The pages that customers see. */
export type HelpCenter = {
  readonly page: 'help-center';
  readonly portal?: string;
  /** The request type that is being raised. */
  readonly create?: string;
  /** The request that is looked at. */
  readonly request?: string;
};

/** The page at a path. */
export function routeOf(path: string): Route {
  const parts = path.split('/').filter(Boolean).map(decode);
  const [first = ''] = parts;
  if (first === '') return { page: 'start' };
  return PLACES.get(first)?.(parts, path) ?? { page: 'unknown' };
}

/** By the first part of the path. */
const PLACES: ReadonlyMap<string, (parts: readonly string[], path: string) => Route | undefined> =
  new Map([
    ['browse', ([, key]) => (key ? { page: 'issue', key } : undefined)],
    ['issues', () => ({ page: 'list' })],
    ['secure', ([, address]) => (isCreateAddress(address) ? { page: 'create' } : undefined)],
    ['backstage', () => ({ page: 'backstage' })],
    ['wiki', wikiRoute],
    ['servicedesk', helpCenterRoute],
    ['projects', projectRoute],
    ['jira', jiraRoute],
  ]);

/** `/projects/HOT`, and `/projects/HOT/apps/KEY` with a path of the app's own behind it. */
function projectRoute(
  [, key, apps, moduleKey]: readonly string[],
  path: string,
): Route | undefined {
  if (!key) return undefined;
  if (apps !== 'apps' || !moduleKey) return { page: 'project', key };
  const type = 'jira:projectPage';
  return { page: 'module', type, moduleKey, basePath: startOf(path, 4), project: key };
}

/** What Jira's newer pages are at. */
function jiraRoute(parts: readonly string[], path: string): Route | undefined {
  const [, second, third, fourth] = parts;
  if (path === '/jira/your-work') return { page: 'start' };
  if (second === 'dashboards') {
    return third ? { page: 'dashboard', id: third } : { page: 'dashboards' };
  }
  if (second === 'servicedesk') return requestTypesRoute(parts);
  if (second === 'apps' && third) {
    return {
      page: 'module',
      type: 'jira:globalPage',
      moduleKey: third,
      basePath: startOf(path, 3),
    };
  }
  if (second !== 'settings' || third !== 'apps') return undefined;
  if (!fourth) return { page: 'apps' };
  return { page: 'module', type: 'jira:adminPage', moduleKey: fourth, basePath: startOf(path, 4) };
}

function startOf(path: string, count: number): string {
  return `/${path.split('/').filter(Boolean).slice(0, count).join('/')}`;
}

/** `/wiki/spaces/OPS`, `/wiki/spaces/OPS/pages/123`, with the title behind it or not. */
function wikiRoute([, spaces, key, pages, id]: readonly string[]): Route {
  if (spaces !== 'spaces' || !key) return { page: 'unknown' };
  if (pages === 'pages' && id) return { page: 'wiki', key, id };
  return pages === undefined || pages === 'overview' ? { page: 'space', key } : { page: 'unknown' };
}

/** `/servicedesk/customer/portals`, `…/portal/1`, `…/portal/1/create/2`, `…/portal/1/HOT-3`. */
function helpCenterRoute([, customer, what, portal, next, type]: readonly string[]): Route {
  const page = 'help-center';
  if (customer !== 'customer') return { page: 'unknown' };
  if (what === 'portals') return { page };
  if (what !== 'portal' || !portal) return { page: 'unknown' };
  if (next === undefined || next === 'group') return { page, portal };
  if (next === 'create' && type) return { page, portal, create: type };
  return { page, portal, request: next };
}

/** `/jira/servicedesk/projects/HOT/settings/request-types`, and one of them behind `/request-type/3`. */
function requestTypesRoute(parts: readonly string[]): Route {
  const [, , projects, project, settings, types, one, type] = parts;
  if (projects !== 'projects' || !project || settings !== 'settings' || types !== 'request-types')
    return { page: 'unknown' };
  const page = 'request-types';
  return one === 'request-type' && type ? { page, project, type } : { page, project };
}

/** Whether these pages show the path; another server page (a wiki, a file) is loaded by the browser. */
export function isSitePage(path: string): boolean {
  return routeOf(path).page !== 'unknown';
}

/** The search for all work items of a project, newest first. */
export function projectSearch(key: string): string {
  return searchAddress(`project = ${key} ORDER BY created DESC`);
}

export function spaceAddress(key: string): string {
  return `/wiki/spaces/${encodeURIComponent(key)}`;
}

export function searchAddress(jql: string): string {
  return `/issues/?jql=${encodeURIComponent(jql)}`;
}

export const portalAddress = (portal: string) =>
  `/servicedesk/customer/portal/${encodeURIComponent(portal)}`;

export const requestTypesAddress = (project: string) =>
  `/jira/servicedesk/projects/${encodeURIComponent(project)}/settings/request-types`;

/** A part that is no valid encoding is taken as it stands: then no page is found, and that is said. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Jira's two addresses of a prefilled create form. */
function isCreateAddress(name: string | undefined): boolean {
  return name === 'CreateIssue.jspa' || name === 'CreateIssueDetails!init.jspa';
}
