import { type Fault, faultsOf } from '../domain/check';
import { type SiteInspector } from '../ports/site-inspector';
import { type SiteMaps } from '../ports/site-map';

/**
 * Tries everything that incidents need on this site, at any time after set-up: somebody may have changed a screen.
 * Changes nothing.
 *
 * @throws {IncidentError} `not-set-up` before set-up; as `SiteInspector.inspect`
 */
export async function checkSetUp({
  siteMaps,
  siteInspector,
}: {
  siteMaps: SiteMaps;
  siteInspector: SiteInspector;
}): Promise<readonly Fault[]> {
  return faultsOf(await siteInspector.inspect(await siteMaps.get()));
}
