import { type Site } from '../../sandbox/site/site';

type Target = { readonly provider: 'app' | 'user' | 'none' };

/**
 * Lets an adapter run in the test itself: the two seams of `@forge/api` lead to the site's Jira, as this person.
 * The packages themselves are the real ones.
 */
export function asPlatform(site: Site, accountId: string): void {
  Object.assign(globalThis, {
    __forge_runtime__: { aaid: accountId, appContext: {}, metrics: undefined },
    __forge_fetch__: (target: Target, path: string, init: RequestInit) =>
      site.jira.fetch(new Request(new URL(path, site.url), init), {
        accountId: target.provider === 'app' ? site.forge.app.accountId : accountId,
        viaApp: true,
      }),
  });
}
