import { type FrameLocator, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { callAdmin, rest, wiki } from '../../tests/support/site';
import { type PortalView } from '../../src/contract/admin';
import { type State, type Surface } from './state';

/** The surfaces on a site with a history: every tab of each, and the places where lists and pictures stand. */
export async function demoSurfaces(site: Site): Promise<readonly Surface[]> {
  const [running, ticket, dashboard, page, form] = await Promise.all([
    keyOf(site, 'project = HOT AND status = Fixing ORDER BY created DESC'),
    keyOf(site, 'project = SUP ORDER BY created DESC'),
    dashboardOf(site),
    pageOf(site),
    formOf(site),
  ]);
  const operations = { who: 'dana', path: `/jira/dashboards/${dashboard}` } as const;
  return [
    {
      name: 'response',
      of: 'dialog[open]',
      states: TABS_OF_RESPONSE.map((name, at) => ({
        name,
        who: 'dana',
        path: `/browse/${running}`,
        prepare: (shown) => inResponse(shown, at),
      })),
    },
    {
      name: 'project-page',
      of: 'iframe[src*="/incidents-page/"]',
      states: tabStates('incidents-page', '/projects/HOT/apps/incidents', 'dana', TABS_OF_PROJECT),
    },
    {
      name: 'administration',
      of: 'iframe[src*="/admin/"]',
      states: tabStates('admin', '/jira/settings/apps/admin', 'ada', TABS_OF_ADMIN),
    },
    {
      name: 'places',
      states: [
        { ...operations, name: 'dashboard', prepare: (shown) => settled(shown, 'figures') },
        {
          who: 'sam',
          name: 'Confluence',
          path: page,
          prepare: (shown) => settled(shown, 'active'),
        },
        { who: 'sam', name: 'portal', path: form, prepare: (shown) => settled(shown, 'portal') },
        { who: 'sam', name: 'ticket', path: `/browse/${ticket}`, prepare: openTicket },
      ],
    },
  ];
}

const TABS_OF_RESPONSE = ['now', 'updates', 'timeline', 'people', 'review'];
const TABS_OF_PROJECT = [
  'how long',
  'is it changing',
  'where',
  'first steps',
  'promises',
  'data quality',
  'table',
];
const TABS_OF_ADMIN = ['set-up', 'settings', 'history'];

function tabStates(surface: string, path: string, who: State['who'], names: readonly string[]) {
  return names.map((name, at): State => {
    const prepare = async (page: Page) => {
      const frame = page.frameLocator(`iframe[src*="/${surface}/"]`);
      await openTab(frame, at);
    };
    return { name, who, path, prepare };
  });
}

/** By its place: its name is another in each language. */
async function openTab(frame: FrameLocator, at: number): Promise<void> {
  await frame.getByRole('tablist').first().getByRole('tab').nth(at).click();
  await withoutSkeleton(frame);
}

async function withoutSkeleton(frame: FrameLocator): Promise<void> {
  await frame.locator('.skeleton').first().waitFor({ state: 'detached' });
}

async function inResponse(page: Page, at: number): Promise<void> {
  const beside = page.frameLocator('iframe[src*="/incident-context/"]');
  await beside.getByRole('button', { name: /Open response|Reaktion öffnen/ }).click();
  await openTab(page.frameLocator('dialog iframe[src*="/incident-panel/"]'), at);
}

/** All frames of a surface on a page have read what they show. */
async function settled(page: Page, surface: string): Promise<void> {
  const frames = page.locator(`iframe[src*="/${surface}/"]`);
  await frames.first().waitFor();
  for (const frame of await frames.all()) await withoutSkeleton(frame.contentFrame());
}

async function openTicket(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Actions|Aktionen)$/ }).click();
  await page.getByRole('button', { name: /^(Mark with|Mit einem Vorfall)/ }).click();
  await withoutSkeleton(page.frameLocator('dialog iframe[src*="/ticket/"]'));
}

async function keyOf(site: Site, jql: string): Promise<string> {
  const asked = { jql, fields: ['summary'], maxResults: 1 };
  const found = await rest(site, 'ada').post<{ issues: readonly { key: string }[] }>(
    '/rest/api/3/search/jql',
    asked,
  );
  return there(found.issues[0]?.key, jql);
}

async function dashboardOf(site: Site): Promise<string> {
  const { dashboards } = await rest(site, 'dana').get<{ dashboards: readonly { id: string }[] }>(
    '/rest/api/3/dashboard',
  );
  return there(dashboards[0]?.id, 'a dashboard');
}

async function pageOf(site: Site): Promise<string> {
  const { results } = await wiki(site, 'sam').get<{
    results: readonly { id: string; title: string }[];
  }>('/wiki/api/v2/pages');
  const id = results.find(({ title }) => title === 'What is going on')?.id;
  return `/wiki/spaces/SUPPORT/pages/${there(id, 'the status page')}`;
}

async function formOf(site: Site): Promise<string> {
  const reply = await callAdmin(site, 'ada', 'getPortal');
  const { portal } = (reply as { readonly value: PortalView }).value;
  const type = there(portal?.requestType?.id, 'the request type');
  return `/servicedesk/customer/portal/${portal?.id ?? ''}/create/${type}`;
}

/** @throws {Error} where the site has not what is to be looked at. */
function there(value: string | undefined, what: string): string {
  if (value === undefined) throw new Error(`The site has nothing for: ${what}`);
  return value;
}
