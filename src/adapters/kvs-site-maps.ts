import { kvs } from '@forge/kvs';
import { IncidentError } from '../domain/errors';
import { type SiteMap, type SiteMaps } from '../ports/site-map';

const KEY = 'site-map';

/** The map as set-up left it: one strictly consistent read, at the same time as the issue it explains. */
export function kvsSiteMaps(): SiteMaps {
  return {
    async get() {
      const map = await kvs.get<SiteMap>(KEY);
      if (!map) throw new IncidentError('not-set-up', 'Set-up has not been run on this site');
      return map;
    },
    async save(map) {
      await kvs.set(KEY, map);
    },
  };
}
