import { Hono } from 'hono';
import { type Caller, type Coverage, type ScopeSets } from './product';

/** Answers the calls that a product emulates, and knows them by their addresses. */
export type Router = {
  readonly fetch: (request: Request, caller: Caller) => Promise<Response>;
  readonly scopesFor: (method: string, path: string) => ScopeSets | undefined;
  readonly coverage: readonly Coverage[];
};

type Env = { Bindings: { caller: Caller } };

type Table<Route> = {
  readonly routes: readonly Route[];
  /** The call as the published description has it. */
  readonly covered: (route: Route) => Coverage;
  /** Must not throw. */
  readonly answer: (
    route: Route,
    request: Request,
    caller: Caller,
    params: Record<string, string>,
  ) => Promise<Response>;
  /** Body of the 501 for a call that nobody emulates. */
  readonly unknown: (message: string) => unknown;
  /** Published calls (`GET /rest/…`) that nobody emulates and that a parameter of another address would swallow. */
  readonly swallowed?: readonly string[];
};

/** A product's calls by method and address; any other is answered 501 and named. */
export function createRouter<Route>(table: Table<Route>): Router {
  const { routes, covered, answer, unknown, swallowed = [] } = table;
  const app = new Hono<Env>({ strict: false });
  const lines = routes.map((route) => ({ route, line: covered(route) }));
  const byKey = new Map(lines.map(({ line }) => [honoKey(line), line]));
  const missing = ({ method, url }: Request): Response => {
    const message = `The sandbox does not emulate ${method} ${new URL(url).pathname}`;
    return Response.json(unknown(message), { status: 501 });
  };
  for (const [method = '', path = ''] of swallowed.map((call) => call.split(' ')))
    if (!byKey.has(`${method} ${path}`)) app.on(method, path, ({ req }) => missing(req.raw));
  for (const { route, line } of lines.toSorted((a, b) => fixedFirst(a.line, b.line))) {
    app.on(line.method, honoPath(line), (context) =>
      answer(route, context.req.raw, context.env.caller, context.req.param()),
    );
  }
  app.notFound(({ req }) => missing(req.raw));
  return {
    fetch: async (request, caller) => app.fetch(request, { caller }),
    scopesFor: (method, path) => {
      const { pathname } = new URL(path, 'http://site');
      const [matches] = app.router.match(method.toUpperCase(), pathname);
      const first = matches[0]?.[0][1];
      return first && byKey.get(`${first.method} ${first.path}`)?.scopes;
    },
    coverage: lines.map(({ line }) => line),
  };
}

const honoPath = ({ path }: Coverage): string => path.replace(/\{(\w+)\}/g, ':$1');
const honoKey = (line: Coverage): string => `${line.method} ${honoPath(line)}`;

/** Hono takes the first route that fits: `/issue/bulk` has to come before `/issue/{issueIdOrKey}`. */
function fixedFirst(a: Coverage, b: Coverage): number {
  const [one, other] = [a, b].map(({ path }) => path.replaceAll('{', '~'));
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/** What a text of XML 1.0 cannot hold, and halves of pairs, which UTF-8 cannot. */
const UNHELD = /[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Cs}|[\ufffe\uffff]/u;

/** Whether a text of this, at any depth, holds letters that products cannot keep. */
export function holdsUnheld(value: unknown): boolean {
  if (typeof value === 'string') return UNHELD.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => UNHELD.test(key) || holdsUnheld(inner));
}

/** The body of a request, parsed; undefined when it has none. @throws {SyntaxError} when it is no JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const text = request.method === 'GET' ? '' : await request.text();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
