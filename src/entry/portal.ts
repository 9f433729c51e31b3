import { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { type PortalContract } from '../contract';
import { tellAtPortal } from '../usecases/tell-at-portal';
import { type ForViewer } from '../wiring';
import { guardedForVisitors } from './guard';

const Nothing = z.object({});

/**
 * The resolver behind the module on the portal's forms. Whoever sees incidents in Jira searches by themselves; anybody
 * else hears what an administrator has allowed.
 */
export function portalResolver(wiring: ForViewer) {
  return makeResolver<PortalContract>({
    getWhatRuns: guardedForVisitors(wiring, { input: Nothing }, async (visitor) => {
      const told = await tellAtPortal(wiring, visitor);
      if (!told) return null;
      const { statusPage = null, where = null, running = null } = told;
      return { statusPage, where, running };
    }),
  });
}
