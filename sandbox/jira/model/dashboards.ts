import { type Site } from './site';
import { type Share, sharedWith } from './shares';

/** Jira's arrangements of a dashboard: columns of equal width, or a wide one (`B`) beside a narrow one. */
export const LAYOUTS = ['A', 'AA', 'AB', 'BA', 'AAA'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const COLORS = [
  ...['blue', 'red', 'yellow', 'green', 'cyan', 'purple', 'gray', 'white'],
] as const;

/** A gadget that an installed app brings. */
export type AvailableGadget = {
  /** `ari:cloud:ecosystem::extension/{appId}/{environmentId}/static/{moduleKey}` */
  readonly moduleKey: string;
  readonly title: string;
};

/** A gadget as it stands on a dashboard. */
export type Gadget = {
  readonly id: number;
  readonly moduleKey: string | undefined;
  readonly uri: string | undefined;
  title: string;
  color: string;
  readonly properties: Map<string, unknown>;
};

export type Dashboard = {
  readonly id: string;
  name: string;
  description: string;
  readonly owner: string;
  shares: Share[];
  editors: Share[];
  layout: Layout;
  /** As many as the layout has, each from top to bottom. */
  columns: Gadget[][];
};

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
