import { type PortalRules, type PortalRulesStore } from '../../ports/portal/portal-rules';
import { PortalRulesShape } from './shapes/site';
import { singleValues } from './single-value';

const KEY = 'portal-rules';
const CLOSED: PortalRules = { showsRunning: false };

/** One value; absent or damaged: nothing is shown. */
export function kvsPortalRules(): PortalRulesStore {
  const rules = singleValues(PortalRulesShape);
  return {
    get: async () => (await rules.findOrForget(KEY)) ?? CLOSED,
    save: (said) => rules.save(KEY, said),
  };
}
