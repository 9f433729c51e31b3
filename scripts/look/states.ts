import { type FrameLocator, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { call, type IncidentOnSite, raise, type Saying, type Who } from '../../tests/support/site';
import { historyStates } from './history';
import { settingsStates } from './settings';
import { type State, type Surface } from './state';

const AT = (hhmm: string) => `2026-03-02T${hhmm}:00.000+0000`;

async function incidents(site: Site): Promise<Record<string, IncidentOnSite>> {
  const fresh = await raise(site, {
    summary: 'No delivery slots for Dublin',
    Severity: { value: '2 – Major' },
  });
  const fixing = await raise(site, { summary: 'Card payments fail for every second customer' });
  await fixing.edit({ 'Impact start': AT('10:51') });
  await fixing.moveTo('Fixing');
  await fixing.edit({ assignee: { accountId: site.people()[0]?.accountId } });
  const wrong = await raise(site, { summary: 'Times that cannot be' });
  await wrong.edit({ 'Impact start': AT('11:00'), 'Impact detected': AT('10:30') });
  const open = await raise(site, {
    summary: 'Order mails are late',
    Severity: { value: '3 – Minor' },
  });
  await open.edit({ 'Impact start': AT('10:00') });
  await open.moveTo('Resolved');
  const done = await raise(site, { summary: 'Baskets lose articles' });
  await done.edit({ 'Impact start': AT('09:12'), 'Impact recovered': AT('12:00') });
  await done.moveTo('Resolved');
  await site.forge.idle();
  const { back, lost } = await told(site);
  return { fresh, fixing, wrong, open, done, back, lost, doubtful: await doubtful(site) };
}

const say = (site: Site, key: string, saying: Saying) =>
  call(site, 'dana', key, 'say', { id: crypto.randomUUID(), saying });

/** One that came back after the last words, and one of which the log did not take an entry. */
async function told(site: Site): Promise<Record<'back' | 'lost', IncidentOnSite>> {
  const [back, lost] = [
    await raise(site, { summary: 'Search finds nothing' }),
    await raise(site, { summary: 'Stock counts are off' }),
  ];
  for (const { key } of [back, lost]) await call(site, 'dana', key, 'takeIncident', { from: null });
  await back.edit({ 'Impact start': AT('11:20') });
  await back.moveTo('Resolved');
  const text = 'It is over.';
  await say(site, back.key, { kind: 'update', audience: 'internal', text, isFinal: true });
  await site.clock.moveTo(site.clock.now() + 60_000, () => site.forge.idle());
  await call(site, 'dana', back.key, 'bringBack');
  await site.forge.idle();
  const path = '/api/v1/transaction';
  site.faults.add({ target: 'kvs', path, rate: 1, status: 429 }, { times: 1 });
  const once = { after: 1, times: 1 };
  site.faults.add({ target: 'kvs', method: 'POST', path, rate: 1, status: 413 }, once);
  await say(site, lost.key, { kind: 'note', text: 'The disk of stock-2 is full since 11:31.' });
  await site.forge.idle();
  return { back, lost };
}

async function doubtful(site: Site): Promise<IncidentOnSite> {
  const one = await raise(site, { summary: 'Receipts are not printed' });
  await one.edit({
    'Impact start': '2025-03-02T10:40:00.000+0000',
    'Impact recovered': AT('11:50'),
  });
  await one.moveTo('Resolved');
  await site.forge.idle();
  return one;
}

/** Every surface of ours in every state it has, and the pages around them. */
export async function surfaces(site: Site): Promise<Surface[]> {
  const all = await incidents(site);
  const at = (name: string, key: string, who: Who = 'dana'): State => ({
    name,
    who,
    path: `/browse/${all[key]?.key ?? ''}`,
    prepare: sideBarIsThere,
  });
  const beside = [
    at('new', 'fresh'),
    at('fixing', 'fixing'),
    at('impossible times', 'wrong'),
    at('resolved, no end', 'open'),
    at('resolved', 'done'),
    at('as a reader', 'fresh', 'sam'),
    { ...at('Jira is down', 'fixing'), prepare: (page: Page) => broken(site, page) },
  ];
  const panel = (state: State, then?: (panel: FrameLocator) => Promise<void>): State => ({
    ...state,
    prepare: (page) => inDialog(page, then),
  });
  return [
    { name: 'side-bar', of: 'iframe[src*="/incident-context/"]', states: beside },
    {
      name: 'panel',
      of: 'dialog[open]',
      states: [
        ...beside.slice(0, 6).map((state) => panel(state)),
        panel({ ...at('editing', 'fixing'), name: 'editing' }, edit),
        panel({ ...at('refused', 'fixing'), name: 'refused' }, refused),
        panel(at('came back', 'back')),
        panel(at('an entry that the log did not take', 'lost')),
        panel(at('doubtful times', 'doubtful'), doubtsInView),
      ],
    },
    { name: 'settings', of: 'iframe[src*="/admin/"]', states: settingsStates },
    { name: 'history', of: 'iframe[src*="/admin/"]', states: historyStates(site) },
    {
      name: 'pages',
      states: [
        at('issue', 'fixing'),
        { name: 'create', who: 'sam', path: '/secure/CreateIssue.jspa?issuetype=Incident' },
        { name: 'search', who: 'dana', path: '/issues/?jql=project = HOT ORDER BY created DESC' },
        { name: 'apps', who: 'ada', path: '/jira/settings/apps' },
        { name: 'backstage', who: 'ada', path: '/backstage' },
        { name: 'outsider', who: 'omar', path: `/browse/${all['fixing']?.key ?? ''}` },
      ],
    },
  ];
}

function sideBar(page: Page): FrameLocator {
  return page.frameLocator('iframe[src*="/incident-context/"]');
}

async function sideBarIsThere(page: Page): Promise<void> {
  await sideBar(page).locator('.clock').waitFor();
}

async function broken(site: Site, page: Page): Promise<void> {
  site.faults.add({ target: 'jira', rate: 1, status: 503 });
  await page.reload();
  await sideBar(page).getByRole('alert').waitFor();
  site.faults.clear();
}

async function inDialog(page: Page, then?: (panel: FrameLocator) => Promise<void>): Promise<void> {
  await sideBar(page)
    .getByRole('button', { name: /Open response|Reaktion öffnen/ })
    .click();
  const panel = page.frameLocator('dialog iframe[src*="/incident-panel/"]');
  await panel.locator('.clock').waitFor();
  await then?.(panel);
}

async function doubtsInView(panel: FrameLocator): Promise<void> {
  await panel.locator('.doubts').scrollIntoViewIfNeeded();
}

async function edit(panel: FrameLocator): Promise<void> {
  await panel.getByRole('button', { name: /^(Edit|Bearbeiten)$/ }).click();
}

async function refused(panel: FrameLocator): Promise<void> {
  await edit(panel);
  await panel.getByLabel(/^(Impact detected|Erkennung der Auswirkungen)$/).fill('2026-03-02T09:00');
  await panel.getByRole('button', { name: /Save times|Zeiten speichern/ }).click();
  await panel.getByRole('alert').waitFor();
}
