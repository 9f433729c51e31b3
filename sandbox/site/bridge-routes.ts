import { type Context, Hono } from 'hono';
import { type Place } from '../core/contract';
import { type Forge } from '../forge';
import { aboutApp } from './installed-app';
import { type Sessions } from './sessions';

type Parts = {
  readonly appDir: string;
  readonly confluence: unknown;
  readonly forge: Forge;
  readonly sessions: Sessions;
  readonly baseUrl: () => string;
};

/** What the site's pages ask the platform: who am I, which modules stand here, call this resolver. */
export function bridgeRoutes(parts: Parts, people: () => unknown): Hono {
  const { appDir, confluence, forge, sessions, baseUrl } = parts;
  const app = new Hono();
  app.get('/session', (c) => {
    const session = sessions.of(c);
    const person = session?.person ?? null;
    return c.json({
      ...session,
      person,
      people: people(),
      baseUrl: baseUrl(),
      hasConfluence: confluence !== undefined,
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
    const { type = '', ...at } = c.req.query();
    const session = sessions.of(c);
    const look = { locale: session?.locale, theme: session?.theme };
    const who = session?.person.accountId ?? null;
    return c.json(forge.modules(type, placeOf(at), who, look));
  });
  app.post('/bridge/invoke', async (c) => c.json(await invoke(parts, c)));
  app.get('/app', (c) => c.json(aboutApp(forge, appDir)));
  return app;
}

type PageCall = Place & {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload?: unknown;
  readonly extension?: Readonly<Record<string, unknown>>;
  readonly localId?: string;
};

async function invoke({ forge, sessions }: Parts, c: Context) {
  const { moduleKey, functionKey, payload, extension, ...at } = await c.req.json<PageCall>();
  const session = sessions.of(c);
  return forge.call({
    moduleKey,
    functionKey,
    payload,
    ...(extension === undefined ? {} : { extension }),
    accountId: session?.person.accountId ?? null,
    place: placeOf(at),
    locale: session?.locale,
    timezone: session?.person.timeZone,
  });
}

const PARTS = ['issue', 'project', 'portal', 'portalPage', 'requestType'] as const;

function placeOf(at: Readonly<Record<string, unknown>>): Place {
  return Object.fromEntries(
    PARTS.flatMap((part) => (typeof at[part] === 'string' && at[part] ? [[part, at[part]]] : [])),
  );
}
