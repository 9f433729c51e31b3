import { type Share } from '../types';

/** Jira's arrangements of a dashboard: columns of equal width, or a wide one (`B`) beside a narrow one. */
export const LAYOUTS = ['A', 'AA', 'AB', 'BA', 'AAA'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const COLORS = [
  'blue',
  'red',
  'yellow',
  'green',
  'cyan',
  'purple',
  'gray',
  'white',
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
