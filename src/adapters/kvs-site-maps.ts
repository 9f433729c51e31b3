import { kvs } from '@forge/kvs';
import { type SiteMap, type SiteMaps } from '../ports/site-map';

const KEY = 'site-map';

/**
 * Keeps the map that `find` made, so that opening an incident asks the store alone. Strictly consistent; the
 * last one to renew wins, and all of them find the same.
 */
export function storedSiteMaps(find: () => Promise<SiteMap>): SiteMaps {
  async function renew(): Promise<SiteMap> {
    const map = await find();
    await kvs.set(KEY, map);
    return map;
  }
  return {
    async get() {
      return (await kvs.get<SiteMap>(KEY)) ?? renew();
    },
    renew,
  };
}
