import { Hono } from 'hono';
import { type Caller, type Coverage, type Log, type ScopeSets } from '../../core/product';
import { type Site } from '../model/site';
import { isAdmin } from '../model/permissions';
import scopeTable from '../scopes.json';
import { Call } from './call';
import { Refusal } from './refusal';
import { Answer, type Route } from './route';

const fullPath = ({ api, path }: Route): string => (api ? `/rest/${api}` : '/rest/api/3') + path;
const SCOPES: Readonly<Record<string, ScopeSets>> = scopeTable;

type Env = { Bindings: { caller: Caller } };

/** Answers requests with the routes it was given. */
export type Router = {
  readonly fetch: (request: Request, caller: Caller) => Promise<Response>;
  readonly scopesFor: (method: string, path: string) => ScopeSets | undefined;
  readonly coverage: readonly Coverage[];
};

export function createRouter(site: () => Site, routes: readonly Route[], log: Log): Router {
  const app = new Hono<Env>({ strict: false });
  const coverage = new Map(routes.map((route) => [honoKey(route), covered(route)]));
  for (const route of fixedBeforeVariable(routes)) {
    app.on(route.method, honoPath(route), async (context) => {
      const { caller } = context.env;
      return answer(site(), route, context.req.raw, caller, context.req.param(), log);
    });
  }
  app.notFound((context) => unknownCall(context.req.raw));
  return {
    fetch: async (request, caller) => app.fetch(request, { caller }),
    scopesFor: (method, path) => {
      const { pathname } = new URL(path, 'http://site');
      const [matches] = app.router.match(method.toUpperCase(), pathname);
      const first = matches[0]?.[0][1];
      return first && coverage.get(`${first.method} ${first.path}`)?.scopes;
    },
    coverage: [...coverage.values()],
  };
}

const honoPath = (route: Route): string => fullPath(route).replace(/\{(\w+)\}/g, ':$1');
const honoKey = (route: Route): string => `${route.method} ${honoPath(route)}`;

function covered(route: Route): Coverage {
  const { method, missing } = route;
  const line = { method, path: fullPath(route) };
  const scopes = SCOPES[`${method} ${line.path}`] ?? [];
  return { ...line, scopes, ...(missing === undefined ? {} : { missing }) };
}

/** Hono takes the first route that fits: `/issue/bulk` has to come before `/issue/{issueIdOrKey}`. */
function fixedBeforeVariable(routes: readonly Route[]): Route[] {
  const rank = ({ path }: Route): string => path.replaceAll('{', '~');
  return routes.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

async function answer(
  site: Site,
  route: Route,
  request: Request,
  caller: Caller,
  params: Record<string, string>,
  log: Log,
): Promise<Response> {
  try {
    const call = new Call(site, caller, new URL(request.url), params, await readJson(request));
    if (route.may !== 'anyone') call.demandLogin();
    if (route.may === 'admin' && !isAdmin(site, call.who))
      throw new Refusal(403, ['You do not have permission to administer Jira.']);
    return toResponse(route.handle(call));
  } catch (error) {
    if (error instanceof Refusal) {
      return json(error.status, { errorMessages: error.messages, errors: error.errors });
    }
    log(`jira: ${route.method} ${route.path} failed`, error);
    return json(500, { errorMessages: ['Internal server error'], errors: {} });
  }
}

async function readJson(request: Request): Promise<unknown> {
  const text = request.method === 'GET' ? '' : await request.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, [
      'There was an error parsing JSON. Check that your request body is valid.',
    ]);
  }
}

function toResponse(result: unknown): Response {
  if (!(result instanceof Answer)) return json(200, result);
  const { status, body, headers } = result;
  if (body === undefined) return new Response(null, { status, headers });
  return json(status, body, headers);
}

function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  });
}

function unknownCall(request: Request): Response {
  const call = `${request.method} ${new URL(request.url).pathname}`;
  return json(501, { errorMessages: [`The sandbox does not emulate ${call}`], errors: {} });
}
