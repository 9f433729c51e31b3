import { sharedWith } from './shares';
import { type Site } from '../site';
import { type Filter } from '../types';

/** Whether this account may use the filter: it is theirs, or shared with them. */
export function seesFilter(site: Site, accountId: string | null, filter: Filter): boolean {
  return filter.owner === accountId || sharedWith(site, accountId, filter.shares);
}
