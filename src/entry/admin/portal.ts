import { z } from 'zod';
import { type AdminContract, type PortalView } from '../../contract/admin';
import { lookAtPortal, type PortalLook } from '../../usecases/portal/look-at-portal';
import { type ForAdmin } from '../../wiring/admin';
import { guardedForAdmins } from '../guard';

const Nothing = z.object({});
const RulesInput = z.strictObject({ showsRunning: z.boolean() });

/** What the part "Where people raise incidents" asks for. */
export function portalFunctions(wiring: ForAdmin) {
  return {
    getPortal: guardedForAdmins(wiring, { input: Nothing }, async () =>
      portalView(await lookAtPortal(wiring)),
    ),
    setPortalRules: guardedForAdmins(wiring, { input: RulesInput }, async ({ input }) => {
      await wiring.portalRules.save(input);
      return portalView(await lookAtPortal(wiring));
    }),
  } satisfies Partial<Record<keyof AdminContract, unknown>>;
}

function portalView({ portal, ...look }: PortalLook): PortalView {
  if (!portal) return { ...look, portal: null };
  const { id, requestType = null } = portal;
  return { ...look, portal: { id, requestType } };
}
