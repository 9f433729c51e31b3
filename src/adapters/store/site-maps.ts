import { IncidentError } from '../../domain/errors';
import { type SiteMaps } from '../../ports/set-up/site-map';
import { SiteMapShape } from './shapes/site';
import { singleValues } from './single-value';

const KEY = 'site-map';

/** The map as set-up left it: one strictly consistent read, at the same time as the issue it explains. */
export function kvsSiteMaps(): SiteMaps {
  const maps = singleValues(SiteMapShape);
  return {
    async get() {
      const map = await maps.find(KEY);
      if (!map) throw new IncidentError('not-set-up', 'Set-up has not been run on this site');
      return map;
    },
    save: (map) => maps.save(KEY, map),
  };
}
