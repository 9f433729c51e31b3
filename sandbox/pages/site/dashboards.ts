import { get, post, put, request } from './http';

/** Calls on dashboards, as the person who looks. All throw SiteError. */

export type Dashboard = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly owner: { readonly displayName: string };
  readonly isWritable: boolean;
};

export type Layout = 'A' | 'AA' | 'AB' | 'BA' | 'AAA';
type Position = { readonly row: number; readonly column: number };
type Config = Readonly<Record<string, unknown>>;

export type Gadget = {
  readonly id: number;
  readonly title: string;
  readonly moduleKey?: string;
  readonly position: Position;
  /** What somebody has configured in it. */
  readonly config: Config;
};

export type WholeDashboard = {
  readonly dashboard: Dashboard;
  readonly layout: Layout;
  readonly gadgets: readonly Gadget[];
};

const api = '/rest/api/3/dashboard';
/** The item property that keeps what is configured in a gadget. */
const PROPERTY = 'gadgetConfiguration';

export async function readDashboards(): Promise<readonly Dashboard[]> {
  const answer = await get<{ values: Dashboard[] }>(`${api}/search?maxResults=100`);
  return answer.values;
}

/** Everything that a dashboard's page shows. */
export async function readDashboard(id: string): Promise<WholeDashboard> {
  const one = `${api}/${encodeURIComponent(id)}`;
  const dashboard = await get<Dashboard>(one);
  const [{ gadgets }, { layout }] = await Promise.all([
    get<{ gadgets: Omit<Gadget, 'config'>[] }>(`${one}/gadget`),
    get<{ layout: Layout }>(`/_sandbox/dashboards/${dashboard.id}/layout`),
  ]);
  const configured = gadgets.map(async (gadget) => ({
    ...gadget,
    config: await readConfig(dashboard.id, gadget.id),
  }));
  return { dashboard, layout, gadgets: await Promise.all(configured) };
}

async function readConfig(dashboard: string, gadget: number): Promise<Config> {
  const path = `${api}/${dashboard}/items/${gadget}/properties`;
  const { keys } = await get<{ keys: readonly { key: string }[] }>(path);
  if (!keys.some(({ key }) => key === PROPERTY)) return {};
  return (await get<{ value: Config }>(`${path}/${PROPERTY}`)).value;
}

export const saveConfig = (dashboard: string, gadget: number, config: Config) =>
  put(`${api}/${dashboard}/items/${gadget}/properties/${PROPERTY}`, config);

/** A dashboard of one's own, which nobody else sees. */
export const createDashboard = (name: string, description: string) =>
  post<Dashboard>(api, { name, description, sharePermissions: [], editPermissions: [] });

export const addGadget = (dashboard: string, moduleKey: string) =>
  post<Gadget>(`${api}/${dashboard}/gadget`, { moduleKey, position: { row: 0, column: 0 } });

export const changeGadget = (
  dashboard: string,
  gadget: number,
  change: { readonly title?: string; readonly position?: Position },
) => put(`${api}/${dashboard}/gadget/${gadget}`, change);

export const removeGadget = (dashboard: string, gadget: number) =>
  request('DELETE', `${api}/${dashboard}/gadget/${gadget}`);

export const setLayout = (dashboard: string, layout: Layout) =>
  put(`/_sandbox/dashboards/${dashboard}/layout`, { layout });
