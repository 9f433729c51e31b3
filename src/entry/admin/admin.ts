import { type AdminContract } from '../../contract/admin';
import { type ForAdmin } from '../../wiring/admin';
import { historyFunctions } from './history';
import { doorFunctions } from './doors';
import { portalFunctions } from './portal';
import { setUpFunctions } from './set-up';
import { settingsFunctions } from './settings';
import { unreadFunctions } from './unread';
import { resolverOf } from '../guard';

/**
 * The resolver behind `jira:adminPage`: a function of its own, so that no other module can reach these names. One
 * file per section of the page.
 */
export function adminResolver(wiring: ForAdmin) {
  return resolverOf<AdminContract>({
    ...setUpFunctions(wiring),
    ...settingsFunctions(wiring),
    ...historyFunctions(wiring),
    ...unreadFunctions(wiring),
    ...doorFunctions(wiring),
    ...portalFunctions(wiring),
  });
}
