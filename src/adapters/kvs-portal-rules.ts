import { kvs } from '@forge/kvs';
import { type PortalRules, type PortalRulesStore } from '../ports/portal-rules';
import { answered } from './kvs-words';

const KEY = 'portal-rules';
const CLOSED: PortalRules = { showsRunning: false };

/** One value; absent: nothing is shown. */
export function kvsPortalRules(): PortalRulesStore {
  return {
    get: () => answered(async () => (await kvs.get<PortalRules>(KEY)) ?? CLOSED),
    save: (rules) => answered(() => kvs.set(KEY, rules)),
  };
}
