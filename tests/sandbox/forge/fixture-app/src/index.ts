import { setTimeout as wait } from 'node:timers/promises';
import https from 'node:https';
import api, { getAppContext, i18n, route, webTrigger } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';
import { store } from './store';

type Request = { payload: Record<string, unknown>; context: Record<string, unknown> };

const define = new Resolver();
let loaded = 0;

define.define('echo', ({ payload, context }: Request) => ({ payload, context }));
define.define('count', () => (loaded += 1));
define.define('fail', () => {
  throw new TypeError('out of shelves');
});
define.define('stay', async ({ payload }: Request) => {
  await wait(Number(payload['ms']));
  return 'done';
});
define.define('spin', () => {
  for (;;);
});
define.define('exit', () => process.exit(3));
define.define('huge', () => 'x'.repeat(5 * 1024 * 1024));
define.define('moment', () => ({ now: Date.now(), date: new Date().toISOString(), text: Date() }));
define.define('environment', () => ({ env: { ...process.env }, context: getAppContext() }));
define.define('say', ({ payload }: Request) => {
  console.log('weight', payload['weight'], { kg: true });
  console.warn('careful');
});
define.define('who', async ({ payload, context }: Request) => {
  await wait(Math.random() * 20);
  const answer = await api.asUser().requestJira(route`/rest/api/3/myself`);
  await wait(Math.random() * 20);
  const { accountId } = (await answer.json()) as { accountId: string };
  return { asked: payload['n'], context: context['accountId'], jira: accountId };
});
define.define('jira', async ({ payload }: Request) => {
  const { as, path, method = 'GET', accountId } = payload as Record<string, string>;
  const caller = as === 'app' ? api.asApp() : api.asUser(accountId);
  const answer = await caller.requestJira(
    route`/rest/api/3/${path ?? ''}?fields=${'größe'}`,
    method === 'GET' ? undefined : { method, body: JSON.stringify({ a: 'ä' }) },
  );
  return { status: answer.status, body: (await answer.json()) as unknown };
});
define.define('confluence', async ({ payload }: Request) => {
  const { as, path = '', method = 'GET', accountId } = payload as Record<string, string>;
  const caller = as === 'app' ? api.asApp() : api.asUser(accountId);
  const answer = await caller.requestConfluence(
    route`/wiki/api/v2/${path}?limit=5`,
    method === 'GET' ? undefined : { method, body: JSON.stringify(payload['body']) },
  );
  return { status: answer.status, body: (await answer.json()) as unknown };
});
define.define('call', async ({ payload }: Request) => {
  const answer = await api.fetch(
    String(payload['url']),
    payload['init'] as Parameters<typeof api.fetch>[1],
  );
  return { status: answer.status, body: await answer.text() };
});
/** As node-fetch asks, which `@forge/api` was made of up to 3. */
define.define('socket', ({ payload }: Request) => {
  const { url, options, body } = payload as { url: string; options: object; body?: string };
  return new Promise((done, failed) => {
    const request = https.request(url, options, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        done({ status: answer.statusCode, type: answer.headers['content-type'], text });
      });
    });
    request.on('error', failed);
    request.end(body);
  });
});
define.define('push', ({ payload }: Request) =>
  new Queue({ key: String(payload['queue']) }).push(payload['events'] as never),
);
define.define('job', async ({ payload }: Request) => {
  const queue = new Queue({ key: 'parcels' });
  const jobId = String(payload['jobId']);
  if (payload['cancel']) await queue.cancel(jobId);
  return queue.getStats(jobId);
});
define.define('url', () => webTrigger.getUrl('incoming'));
define.define('translate', async ({ payload }: Request) => {
  const t = await i18n.createTranslationFunction(payload['locale'] as 'de-DE');
  return [t('place.title'), t('only')];
});
define.define('store', ({ payload }: Request) => store(payload as never));
define.define('counters', () => kvs.get('events'));

export const resolver = define.getDefinitions();
