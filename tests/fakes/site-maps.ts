import { IncidentError } from '../../src/domain/errors';
import { type SiteMap, type SiteMaps } from '../../src/ports/set-up/site-map';

/** A map in memory; without one, a site that nobody has set up. */
export function fakeSiteMaps(map?: SiteMap): SiteMaps {
  let kept = map;
  return {
    get: () =>
      kept
        ? Promise.resolve(kept)
        : Promise.reject(new IncidentError('not-set-up', 'Set-up has not been run')),
    save: (saved) => {
      kept = saved;
      return Promise.resolve();
    },
  };
}
