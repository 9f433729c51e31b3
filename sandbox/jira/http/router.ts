import { type Caller, type Coverage, type Log, type ScopeSets } from '../../core/product';
import { createRouter as routerOf, type Router } from '../../core/router';
import { isAdmin } from '../model/permissions';
import { type Site } from '../model/site';
import scopeTable from '../scopes.json';
import { Call } from './call';
import { Problem, Refusal } from './refusal';
import { Answer, type Route } from './route';
import { readSent } from './sent';
import { SWALLOWED } from './swallowed';

const SCOPES: Readonly<Record<string, ScopeSets>> = scopeTable;

/** Answers requests with the routes it was given. */
export function createRouter(site: () => Site, routes: readonly Route[], log: Log): Router {
  return routerOf({
    routes,
    covered,
    answer: async (route, request, caller, params) =>
      dated(await answer(site(), route, request, caller, params, log), site().now()),
    unknown: (message) => ({ errorMessages: [message], errors: {} }),
    swallowed: SWALLOWED,
  });
}

/** An answer says when it was given, by the clock of this site. */
function dated(response: Response, now: number): Response {
  response.headers.set('date', new Date(now).toUTCString());
  return response;
}

function covered({ method, api, path, missing }: Route): Coverage {
  const line = { method, path: (api ? `/rest/${api}` : '/rest/api/3') + path };
  const scopes = SCOPES[`${method} ${line.path}`] ?? [];
  return { ...line, scopes, ...(missing === undefined ? {} : { missing }) };
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
    const { json, files } = await readSent(request, route.form === true);
    const call = new Call(site, caller, new URL(request.url), params, json, files);
    if (route.may !== 'anyone') call.demandLogin();
    if (route.experimental) demandOptIn(request);
    if (route.may === 'admin' && !isAdmin(site, call.who))
      throw new Refusal(403, ['You do not have permission to administer Jira.']);
    return toResponse(route.handle(call));
  } catch (error) {
    if (error instanceof Problem) return problem(error);
    if (error instanceof Refusal) return json(error.status, refused(route, error));
    log(`jira: ${route.method} ${route.path} failed`, error);
    return json(500, { errorMessages: ['Internal server error'], errors: {} });
  }
}

function problem({ status, title, where }: Problem): Response {
  const body = { type: 'about:blank', title, status, ...where };
  return json(status, body, { 'content-type': 'application/problem+json;charset=UTF-8' });
}

/** The words are those that people have been answered. @throws {Refusal} 412 without the header */
function demandOptIn({ headers }: Request): void {
  if (headers.get('x-experimentalapi') === 'opt-in') return;
  throw new Refusal(412, [
    "API is experimental. Experimental APIs are not guaranteed to be stable within the preview period. You must set the header 'X-ExperimentalApi: opt-in' to opt into using this API.",
  ]);
}

/** Jira Service Management says it in one sentence, Jira in lists. */
function refused({ api }: Route, { message, messages, errors, own }: Refusal): unknown {
  if (own !== undefined) return own;
  if (api === undefined) return { errorMessages: messages, errors };
  return { errorMessage: message, i18nErrorMessage: { i18nKey: message, parameters: [] } };
}

function toResponse(result: unknown): Response {
  if (!(result instanceof Answer)) return json(200, result);
  const { status, body, headers } = result;
  if (body === undefined) return new Response(null, { status, headers });
  if (body instanceof Uint8Array) return new Response(new Uint8Array(body), { status, headers });
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
