import { z } from 'zod';
import { type PortalContract } from '../../contract';
import { tellAtPortal } from '../../usecases/portal/tell-at-portal';
import { type ForViewer } from '../../wiring/viewer';
import { guardedForVisitors, resolverOf } from '../guard';

const Asked = z.object({ searchFailed: z.boolean().default(false) });

/**
 * The resolver behind the module on the portal's forms. Whoever sees incidents in Jira searches by themselves; anybody
 * else, and whoever's search failed, hears what an administrator has allowed.
 */
export function portalResolver(wiring: ForViewer) {
  return resolverOf<PortalContract>({
    getWhatRuns: guardedForVisitors(wiring, { input: Asked }, async (visitor, { searchFailed }) => {
      const mayBeInJira = visitor.mayBeInJira && !searchFailed;
      const told = await tellAtPortal(wiring, { ...visitor, mayBeInJira });
      if (!told) return null;
      const { statusPage = null, where = null, running = null } = told;
      return { statusPage, where, running };
    }),
  });
}
