import { randomUUID } from 'node:crypto';
import { type Jira } from '../jira';
import { type AppOnSeed } from '../site/site';
import { restAs } from './rest';

type Who = { readonly accountId: string };
type Places = { readonly jira: Jira; readonly app: AppOnSeed; readonly who: Who };

const COLUMNS = ['service', 'products', 'manager', 'running', 'due', 'phase'];
const PERIOD = { lastDays: 365 };
const GADGETS = [
  { key: 'figures-how-long', grouping: 'month', column: 1 },
  { key: 'figures-is-it-changing', grouping: 'quarter', column: 1 },
  { key: 'figures-where', grouping: 'service', column: 0 },
  { key: 'figures-data-quality', grouping: 'month', column: 0 },
] as const;

/** Where Larkfield's people look: a dashboard for operations, and a status page that support knows. */
export async function addPlaces(places: Places): Promise<void> {
  const list = await listConfig(places);
  if (list === undefined) return;
  await addDashboard(places, list);
  if (places.app.confluence) await addStatusPage(places, list);
}

/** As the list's editor writes it. Undefined where the app has no lists. */
async function listConfig({ app, who }: Places): Promise<string | undefined> {
  const moduleKey = 'active-incidents-gadget';
  if (!app.hasModule(moduleKey)) return undefined;
  const asked = { moduleKey, functionKey: 'getWhereToList', payload: {}, place: {} };
  const answer = await app.call({ ...asked, accountId: who.accountId });
  const reply = (answer.ok ? answer.result : answer) as {
    readonly ok: boolean;
    readonly value?: Readonly<Record<string, unknown>> | null;
  };
  if (!reply.ok || !reply.value) throw new Error(`No list: ${JSON.stringify(reply)}`);
  const where = { ...reply.value, services: undefined };
  const all = { jql: null, severities: [], services: [] };
  return JSON.stringify({ version: 1, where, ...all, columns: COLUMNS, resolvedHours: 24 });
}

async function addDashboard({ jira, who }: Places, list: string): Promise<void> {
  const rest = restAs(jira, who.accountId);
  const { id } = await rest.post<{ id: string }>('/rest/api/3/dashboard', {
    name: 'Operations',
    description: 'What is going on, and how we are doing',
    sharePermissions: [{ type: 'authenticated' }],
    editPermissions: [],
  });
  const { gadgets } = await rest.get<{ gadgets: readonly { readonly moduleKey: string }[] }>(
    '/rest/api/3/dashboard/gadgets',
  );
  const all = { jql: null, severities: [], services: [], zone: 'Etc/UTC' };
  const wanted = [
    { key: 'active-incidents-gadget', column: 0, chosen: list },
    ...GADGETS.map(({ key, grouping, column }) => ({
      key,
      column,
      chosen: JSON.stringify({ version: 1, ...all, period: PERIOD, grouping }),
    })),
  ];
  const rows = [0, 0];
  for (const { key, column, chosen } of wanted) {
    const found = gadgets.find(({ moduleKey }) => moduleKey.endsWith(`/static/${key}`));
    if (!found) throw new Error(`The site offers no ${key}`);
    const row = rows[column] ?? 0;
    rows[column] = row + 1;
    const made = await rest.post<{ id: number }>(`/rest/api/3/dashboard/${id}/gadget`, {
      moduleKey: found.moduleKey,
      color: 'blue',
      position: { column, row },
    });
    const property = `/rest/api/3/dashboard/${id}/items/${made.id}/properties/gadgetConfiguration`;
    await rest.put(property, { chosen });
  }
  jira.setLayout(id, who.accountId, 'AA');
}

async function addStatusPage(places: Places, list: string): Promise<void> {
  const { app, who } = places;
  if (!app.confluence) return;
  const wiki = restAs(app.confluence, who.accountId);
  const { results } = await wiki.get<{ results: readonly { readonly id: string }[] }>(
    '/wiki/api/v2/spaces?keys=SUPPORT',
  );
  const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const content = [
    words(
      'Is something broken that customers write about? Look here before you raise an incident.',
    ),
    macroOf(await extensionKey(places), list),
    words('Nothing here? Raise it, with what the customer sees and since when.'),
  ];
  await wiki.post('/wiki/api/v2/pages', {
    spaceId: results[0]?.id,
    status: 'current',
    title: 'What is going on',
    body: {
      representation: 'atlas_doc_format',
      value: JSON.stringify({ type: 'doc', version: 1, content }),
    },
  });
}

/** A macro is named as the gadgets of its app are. */
async function extensionKey({ jira, who }: Places): Promise<string> {
  const { gadgets } = await restAs(jira, who.accountId).get<{
    gadgets: readonly { readonly moduleKey: string }[];
  }>('/rest/api/3/dashboard/gadgets');
  const named = gadgets.find(({ moduleKey }) => moduleKey.endsWith('/active-incidents-gadget'));
  return (named?.moduleKey ?? '')
    .replace('ari:cloud:ecosystem::extension/', '')
    .replace('active-incidents-gadget', 'active-incidents');
}

function macroOf(key: string, list: string): unknown {
  const localId = randomUUID();
  return {
    type: 'extension',
    attrs: {
      extensionKey: key,
      extensionType: 'com.atlassian.ecosystem',
      text: 'Active incidents',
      parameters: {
        localId,
        extensionId: `ari:cloud:ecosystem::extension/${key}`,
        extensionTitle: 'Active incidents',
        forgeEnvironment: 'DEVELOPMENT',
        guestParams: { chosen: list },
      },
      layout: 'default',
      localId,
    },
  };
}
