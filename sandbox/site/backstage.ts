import { Hono } from 'hono';
import { type Clock } from '../core/clock';
import { type Place } from '../core/contract';
import { type Fault, type Faults } from '../core/faults';
import { durationMs } from '../core/iso-duration';
import { type Forge } from '../forge';
import { type Confluence } from '../confluence';
import { type Jira } from '../jira';
import { proseOf } from '../prose';
import { type Outside } from './outside';
import { type Sessions } from './sessions';

export type Backstage = {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly forge: Forge;
  readonly jira: Jira;
  /** Undefined on a site without it. */
  readonly confluence: Confluence | undefined;
  readonly outside: Outside;
  readonly sessions: Sessions;
  readonly reset: () => Promise<void>;
};

type Json = Readonly<Record<string, unknown>>;

/** `/_sandbox/…`: what a developer or a test sees and moves behind the stage. Bad requests answer 400 and say why. */
export function backstageRoutes(site: Backstage): Hono {
  const { clock, faults, forge, outside, reset } = site;
  const app = new Hono();
  app.onError((error, c) => c.json({ error: error.message }, 400));

  app.get('/outbox', (c) => c.json(outside.outbox));
  app.get('/invocations', (c) => c.json(forge.invocations()));
  app.get('/storage', (c) => c.json(forge.storage() as Json));
  app.get('/bill', (c) => c.json(forge.bill()));
  app.get('/coverage', (c) => c.json(covered(site)));
  app.get('/clock', (c) => c.json(clockView(clock)));
  app.post('/clock', async (c) => {
    await moveClock(site, await c.req.json<Json>());
    return c.json(clockView(clock));
  });
  app.post('/idle', async (c) => {
    await forge.idle();
    return c.json({ idle: true, now: new Date(clock.now()).toISOString() });
  });
  app.get('/faults', (c) => c.json(faults.list()));
  app.post('/faults', async (c) => {
    addFault(faults, await c.req.json<Json>());
    return c.json(faults.list());
  });
  app.post('/invoke', async (c) => c.json(await invoke(site, await c.req.json<Json>())));
  app.post('/event', async (c) => {
    const { name, payload } = await c.req.json<Json>();
    const event = { name: text(name, 'name'), payload: (payload ?? {}) as Json };
    forge.deliver({ ...event, atlassianId: null, selfGenerated: false });
    return c.json({ delivered: event.name });
  });
  app.post('/reset', async (c) => {
    await reset();
    return c.json({ reset: true });
  });
  return app;
}

/** What is emulated; beside the calls that the app makes, what their published text demands. */
function covered({ jira, confluence }: Backstage) {
  return [...jira.coverage, ...(confluence?.coverage ?? [])].map((line) => ({
    ...line,
    prose: proseOf(line.method, line.path),
  }));
}

function clockView(clock: Clock) {
  return { now: new Date(clock.now()).toISOString(), running: clock.running };
}

/** `{"set": instant}`, `{"advance": "PT30M"}`, `{"run": true}`, `{"run": false}`. */
async function moveClock({ clock, forge }: Backstage, { set, advance, run }: Json): Promise<void> {
  const settle = () => forge.idle();
  if (typeof set === 'string') {
    const moment = Date.parse(set);
    if (Number.isNaN(moment)) throw new Error(`Not a moment: ${set}`);
    await clock.moveTo(moment, settle);
  } else if (typeof advance === 'string') {
    await clock.moveTo(clock.now() + durationMs(advance), settle);
  } else if (run === true) {
    clock.start();
  } else if (run === false) {
    clock.stop();
  } else {
    throw new Error('Say {"set": instant}, {"advance": "PT30M"} or {"run": true}');
  }
}

/** `method` and `path` (how the path begins) name single calls; the first `after` of them go well. */
function addFault(faults: Faults, sent: Json): void {
  const { target, rate = 1, status, retryAfter, times, after, method, path } = sent;
  const known = status === undefined || typeof status === 'number';
  if (!known && status !== 'timeout' && status !== 'reset') {
    throw new Error('status is a number, "timeout" or "reset"');
  }
  const fault: Fault = {
    target: text(target, 'target'),
    rate: Number(rate),
    ...(status === undefined ? {} : { status }),
    ...(typeof retryAfter === 'number' ? { retryAfter } : {}),
    ...(method === undefined ? {} : { method: text(method, 'method').toUpperCase() }),
    ...(path === undefined ? {} : { path: text(path, 'path') }),
  };
  faults.add(fault, {
    ...(typeof times === 'number' ? { times } : {}),
    ...(typeof after === 'number' ? { after } : {}),
  });
}

/** A resolver call as a person, as the page's bridge would make it. */
async function invoke({ forge, jira, sessions }: Backstage, body: Json) {
  const person = sessions.find(text(body['as'], 'as'));
  if (!person) throw new Error(`Nobody is called ${String(body['as'])}: see /_sandbox/people`);
  const place = body['issue'] === undefined ? {} : { issue: text(body['issue'], 'issue') };
  return forge.call({
    moduleKey: text(body['module'], 'module'),
    functionKey: text(body['function'], 'function'),
    payload: body['payload'],
    accountId: person.accountId,
    place,
    extension: forged(jira, forge, place),
    locale: person.locale,
    timezone: person.timeZone,
  });
}

/**
 * The issue as the context names it, whether or not this person may see it: an app must not take an issue in the
 * context for a permission, so a test has to be able to try.
 */
function forged(jira: Jira, { app }: Forge, place: Place): Record<string, unknown> {
  const facts = jira.facts(place, app.accountId);
  return facts?.issue ? { issue: facts.issue, project: facts.project } : {};
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`"${name}" is missing`);
  return value;
}
