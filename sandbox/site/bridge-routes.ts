import { Hono } from 'hono';
import { type Place } from '../core/contract';
import { type Forge } from '../forge';
import { aboutApp } from './installed-app';
import { type Sessions } from './sessions';

type Parts = {
  readonly appDir: string;
  readonly forge: Forge;
  readonly sessions: Sessions;
  readonly baseUrl: () => string;
};

/** What the site's pages ask the platform: who am I, which modules stand here, call this resolver. */
export function bridgeRoutes(
  { appDir, forge, sessions, baseUrl }: Parts,
  people: () => unknown,
): Hono {
  const app = new Hono();

  app.get('/session', (c) => {
    const session = sessions.of(c);
    return c.json({
      ...session,
      person: session?.person ?? null,
      people: people(),
      baseUrl: baseUrl(),
    });
  });
  app.post('/session', async (c) => {
    const wanted = await c.req.json<{ as?: string; theme?: string; locale?: string }>();
    if (wanted.as !== undefined && !sessions.become(c, wanted.as)) {
      return c.json({ error: `Nobody is called ${wanted.as}` }, 400);
    }
    sessions.choose(c, wanted);
    return c.json({ ok: true });
  });

  app.get('/modules', (c) => {
    const { type = '', issue, project } = c.req.query();
    const session = sessions.of(c);
    const look = { locale: session?.locale, theme: session?.theme };
    const modules = forge.modules(
      type,
      place(issue, project),
      session?.person.accountId ?? null,
      look,
    );
    return c.json(modules);
  });

  app.post('/bridge/invoke', async (c) => {
    const call = await c.req.json<{
      moduleKey: string;
      functionKey: string;
      payload?: unknown;
      issue?: string;
      project?: string;
      extension?: Record<string, unknown>;
    }>();
    const session = sessions.of(c);
    const reply = await forge.call({
      moduleKey: call.moduleKey,
      functionKey: call.functionKey,
      payload: call.payload,
      extension: call.extension,
      accountId: session?.person.accountId ?? null,
      place: place(call.issue, call.project),
      locale: session?.locale,
      timezone: session?.person.timeZone,
    });
    return c.json(reply);
  });

  app.get('/app', (c) => c.json(aboutApp(forge, appDir)));
  return app;
}

function place(issue: string | undefined, project: string | undefined): Place {
  return { ...(issue ? { issue } : {}), ...(project ? { project } : {}) };
}
