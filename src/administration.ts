/** The function behind the page of the administration. */
import { adminResolver } from './entry/admin/admin';
import { forAdmin } from './wiring/admin';

export const administration = adminResolver(forAdmin);
