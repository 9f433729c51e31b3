import { type SiteFacts } from '../../domain/set-up/check';
import { type SiteMap } from './site-map';

/** Looks at a site that was set up, with an administrator's eyes and, for the app's own rights, with the app's. */
export interface SiteInspector {
  /** @throws {IncidentError} `unavailable`, `forbidden` */
  inspect(map: SiteMap): Promise<SiteFacts>;
}
