import { readFile } from 'node:fs/promises';
import { createServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { type SitePerson } from '../core/contract';
import { NO_CONFLUENCE } from '../forge';
import { backstageRoutes, type Backstage } from './backstage';
import { exportedPage } from './export-page';
import { bridgeRoutes } from './bridge-routes';
import { dashboardRoutes } from './dashboard-routes';
import { pageRoutes } from './page-routes';
import { realtimeRoutes } from './realtime';

export type ServerOptions = Backstage & {
  readonly appDir: string;
  readonly port: number;
  readonly pagesDir: string;
  readonly baseUrl: () => string;
  readonly people: () => readonly SitePerson[];
};

export type Server = { readonly port: number; stop(): Promise<void> };

/**
 * The site's one port, on this machine only. Pages and REST are at `localhost`, the app's frames at `127.0.0.1`:
 * another origin, as on the real platform.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const app = routes(options);
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return { port: portOf(server), stop: () => stop(server) };
}

function routes(options: ServerOptions): Hono {
  const { forge, jira, sessions, people } = options;
  const app = new Hono();
  app.get('/_sandbox/people', (c) => {
    const told = people().map(({ accountId, displayName, email, roles }) => {
      return { accountId, displayName, email, roles };
    });
    return c.json(told);
  });
  app.route('/_sandbox', bridgeRoutes(options, people));
  app.route('/_sandbox', pageRoutes(options));
  app.route('/_sandbox/dashboards', dashboardRoutes(jira, sessions));
  app.route('/_sandbox', backstageRoutes(options));
  app.route('/_sandbox', realtimeRoutes());
  app.all('/_app/*', (c) => forge.frame(c.req.raw));
  app.all('/rest/*', (c) => askJira(options, c));
  addWiki(app, options);
  app.on('ALL', ['/x1/*', '/public/*'], async (c) => {
    const answer = await forge.webtrigger(new URL(c.req.url).pathname, c.req.raw);
    return answer ?? c.json({ error: 'No such web trigger' }, 404);
  });
  app.use(
    '/_site/*',
    serveStatic({
      root: relativeToHere(options.pagesDir),
      rewriteRequestPath: (path) => path.replace('/_site', ''),
    }),
  );
  app.get('*', async (c) => {
    const url = new URL(c.req.url);
    // The app's origin serves frames only; a person who typed it meant the site.
    if (url.hostname === '127.0.0.1')
      return c.redirect(`${options.baseUrl()}${url.pathname}${url.search}`);
    sessions.enter(c);
    return c.html(await readFile(join(options.pagesDir, 'index.html'), 'utf8'));
  });
  return app;
}

/** Confluence's API, and a page of it as a file. */
function addWiki(app: Hono, { confluence, forge, sessions }: ServerOptions): void {
  for (const api of ['/wiki/api/*', '/wiki/rest/*'])
    app.all(api, (c) => {
      if (!confluence) return c.json({ statusCode: 404, message: NO_CONFLUENCE }, 404);
      return confluence.fetch(c.req.raw, sessions.caller(c));
    });
  app.get('/wiki/exportword', async (c) => {
    const pageId = c.req.query('pageId') ?? '';
    const parts = confluence && { confluence, forge };
    const page = parts && (await exportedPage(parts, sessions.caller(c), pageId));
    return page === undefined ? c.text('Page not found', 404) : c.html(page);
  });
}

/** An app's frame cannot act for a customer; the portal's own pages can. */
function askJira({ jira, sessions }: ServerOptions, c: Context): Response | Promise<Response> {
  const ofCustomer = sessions.of(c)?.person.isCustomer === true;
  if (ofCustomer && c.req.header('x-forge-module') !== undefined)
    return c.json({ code: 401, message: 'Unauthorized' }, 401);
  return jira.fetch(c.req.raw, sessions.caller(c));
}

/** serveStatic wants a folder relative to where the process runs. */
function relativeToHere(dir: string): string {
  const here = process.cwd();
  return dir.startsWith(here) ? `.${dir.slice(here.length)}` : dir;
}

function portOf(server: HttpServer): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

async function stop(server: HttpServer): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeAllConnections();
  await closed;
}
