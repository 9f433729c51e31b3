import { answerKvs } from '../../sandbox/forge/kvs/service';
import { Store } from '../../sandbox/forge/kvs/store';
import { readManifest } from '../../sandbox/forge/manifest';
import { type Site } from '../../sandbox/site/site';
import { PROJECT } from './project';

type Target = { readonly provider: 'app' | 'user' | 'none'; readonly type?: string };

/**
 * Lets an adapter run in the test itself: the two seams of `@forge/api` lead to the site's Jira, as this person, and
 * to an empty store with the entities of our manifest. The packages themselves are the real ones.
 *
 * @returns the store.
 */
export function asPlatform(site: Site, accountId: string): Store {
  const store = new Store(readManifest(PROJECT).entities, Date.now, (message) => {
    throw new Error(message);
  });
  const inStore = (path: string, { body }: RequestInit): Response => {
    const request: unknown = JSON.parse(typeof body === 'string' ? body : '{}');
    const answer = answerKvs(store, path, request, { reads: [], writes: [] }, 0);
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(text, { status: answer.status });
  };
  Object.assign(globalThis, {
    __forge_runtime__: { aaid: accountId, appContext: {}, metrics: undefined },
    __forge_fetch__: async (target: Target, path: string, init: RequestInit) =>
      target.type === 'kvs'
        ? Promise.resolve(inStore(path, init))
        : site.jira.fetch(new Request(new URL(path, site.url), init), {
            accountId: target.provider === 'app' ? site.forge.app.accountId : accountId,
            viaApp: true,
          }),
  });
  return store;
}
