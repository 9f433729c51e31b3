import { type Caller, type Coverage, type Log, type ScopeSets } from '../../core/product';
import { createRouter as routerOf, holdsUnheld, readJson, type Router } from '../../core/router';
import { type Site } from '../model/site';
import scopeTable from '../scopes.json';
import { Call } from './call';
import { badRequest, errorBody, Refusal } from './refusal';

/** One call of the REST API that the sandbox answers. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in the published description, without `/wiki/api/v2`. */
  readonly path: string;
  /** What of the real call is not there. */
  readonly missing?: string;
  /** The body of a 200; a response for anything else. */
  readonly handle: (call: Call) => unknown;
};

const SCOPES: Readonly<Record<string, ScopeSets>> = scopeTable;

/** Answers requests with the routes it was given. */
export function createRouter(site: () => Site, routes: readonly Route[], log: Log): Router {
  return routerOf({
    routes,
    covered,
    answer: (route, request, caller, params) =>
      answer(site(), route, request, { caller, params, log }),
    unknown: (message) => errorBody(501, 'NOT_IMPLEMENTED', message),
  });
}

function covered({ method, path, missing }: Route): Coverage {
  const line = { method, path: `/wiki/api/v2${path}` };
  const scopes = SCOPES[`${method} ${line.path}`] ?? [];
  return { ...line, scopes, ...(missing === undefined ? {} : { missing }) };
}

type With = {
  readonly caller: Caller;
  readonly params: Record<string, string>;
  readonly log: Log;
};

async function answer(
  site: Site,
  route: Route,
  request: Request,
  { caller, params, log }: With,
): Promise<Response> {
  try {
    const url = new URL(request.url);
    const result = route.handle(new Call(site, caller, url, params, await bodyOf(request)));
    return result instanceof Response ? result : Response.json(result);
  } catch (error) {
    if (error instanceof Refusal) return refused(error.status, error.code, error.message);
    log(`confluence: ${route.method} ${route.path} failed`, error);
    return refused(500, 'INTERNAL_SERVER_ERROR', 'Internal server error');
  }
}

async function bodyOf(request: Request): Promise<unknown> {
  const json = await readJson(request).catch(() => {
    throw badRequest('The request body is not valid JSON');
  });
  if (holdsUnheld(json)) throw badRequest('The request holds characters that no page can keep');
  return json;
}

const refused = (status: number, code: string, title: string): Response =>
  Response.json(errorBody(status, code, title), { status });
