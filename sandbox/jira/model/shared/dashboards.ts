import { type Site } from '../site';
import { type Dashboard, type Gadget, type Layout } from './dashboard-types';
import { sharedWith } from './shares';

/** How many gadgets a dashboard holds, as on a real site by default. */
export const MOST_GADGETS = 20;

export function seesDashboard(site: Site, accountId: string | null, one: Dashboard): boolean {
  return writesDashboard(site, accountId, one) || sharedWith(site, accountId, one.shares);
}

export function writesDashboard(site: Site, accountId: string | null, one: Dashboard): boolean {
  return one.owner === accountId || sharedWith(site, accountId, one.editors);
}

/** Undefined when this account may not see the dashboard. */
export function layoutOf(site: Site, id: string, accountId: string | null): Layout | undefined {
  const one = site.dashboards.find(id);
  return one && seesDashboard(site, accountId, one) ? one.layout : undefined;
}

/** Gadgets of a column that is gone go to the end of the last one. @returns false when it may not be changed. */
export function setLayout(
  site: Site,
  id: string,
  accountId: string | null,
  layout: Layout,
): boolean {
  const one = site.dashboards.find(id);
  if (!one || !writesDashboard(site, accountId, one)) return false;
  const left = one.columns.slice(0, layout.length);
  while (left.length < layout.length) left.push([]);
  left.at(-1)?.push(...one.columns.slice(layout.length).flat());
  one.layout = layout;
  one.columns = left;
  return true;
}

export type Placed = { readonly gadget: Gadget; readonly column: number; readonly row: number };

/** The gadgets with their places, column by column. */
export function placed({ columns }: Dashboard): Placed[] {
  return columns.flatMap((gadgets, column) =>
    gadgets.map((gadget, row) => ({ gadget, column, row })),
  );
}
