import { makeResolver } from '@forge/resolver';
import { type AdminContract } from '../admin-contract';
import { type ForAdmin } from '../wiring-admin';
import { historyFunctions } from './admin-history';
import { doorFunctions } from './admin-doors';
import { portalFunctions } from './admin-portal';
import { setUpFunctions } from './admin-set-up';
import { settingsFunctions } from './admin-settings';

/**
 * The resolver behind `jira:adminPage`: a function of its own, so that no other module can reach these names. One
 * file per section of the page.
 */
export function adminResolver(wiring: ForAdmin) {
  return makeResolver<AdminContract>({
    ...setUpFunctions(wiring),
    ...settingsFunctions(wiring),
    ...historyFunctions(wiring),
    ...doorFunctions(wiring),
    ...portalFunctions(wiring),
  });
}
