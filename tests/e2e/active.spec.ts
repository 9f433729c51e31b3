import { type FrameLocator, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { findings } from '../support/axe';
import { expect, saveForm, test } from '../support/browser';
import { aLedIncident, said } from '../support/response';
import { agree, raise, rest, type Who, wiki } from '../support/site';

/** The active incidents on a dashboard: gadget and widget, set up by a person. */

async function aDashboard(site: Site, who: Who = 'dana'): Promise<string> {
  const { id } = await rest(site, who).post<{ id: string }>('/rest/api/3/dashboard', {
    name: 'Operations',
    description: '',
    editPermissions: [],
    sharePermissions: [{ type: 'authenticated' }],
  });
  return `/jira/dashboards/${id}`;
}

/** A page of Confluence without anything on it. @returns its address */
async function aPage(site: Site): Promise<string> {
  const dana = wiki(site, 'dana');
  const { results } = await dana.get<{ results: readonly { id: string }[] }>(
    '/wiki/api/v2/spaces?keys=SUPPORT',
  );
  const body = { representation: 'storage', value: '<p>Look here first.</p>' };
  const page = { spaceId: results[0]?.id, title: 'What is going on', body };
  const { id } = await dana.post<{ id: string }>('/wiki/api/v2/pages', page);
  return `/wiki/spaces/SUPPORT/pages/${id}`;
}

const TITLES = { 'en-US': 'Active incidents', 'de-DE': 'Aktive Vorfälle' };

async function add(page: Page, locale: keyof typeof TITLES = 'en-US') {
  await page.getByRole('button', { name: /Add a gadget|Gadget hinzufügen/ }).click();
  await page
    .getByRole('button', { name: new RegExp(`(Add gadget|Gadget) .*${TITLES[locale]}`) })
    .first()
    .click();
}

const editor = (page: Page): FrameLocator => page.frameLocator('iframe[src*="/active-editor/"]');
const list = (page: Page): FrameLocator => page.frameLocator('iframe[src*="/active/"]');

async function placed(page: Page) {
  await add(page);
  await saveForm(editor(page));
}

test('a gadget lists what is going on, worst first, and runs no function to do so', async ({
  open,
  site,
}) => {
  const minor = await raise(site, {
    summary: 'Search is slow',
    Severity: { value: '3 – Minor' },
  });
  const worst = await aLedIncident(site);
  await said(site, 'dana', worst.key, { kind: 'promise', due: Date.parse('2026-03-02T12:20:00Z') });
  await site.forge.idle();
  const address = await aDashboard(site);
  const page = await open(address, 'dana');
  await placed(page);
  const rows = list(page).getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText(/SEV 1 Critical.*Card payments fail/);
  await expect(rows.nth(1)).toContainText('Dana Okafor');
  await expect(rows.nth(1)).toContainText(/20 min/);
  await expect(rows.nth(1)).toContainText(/in (20|19) min/);
  await expect(rows.nth(2)).toContainText(`${minor.key} Search is slow`);
  await expect(rows.nth(2)).toContainText('Nobody leads it');
  await expect(list(page).getByRole('status')).toHaveText('2 active incidents');

  const before = site.forge.invocations().length;
  await open(address, 'sam');
  await expect(rows).toHaveCount(3);
  expect(site.forge.invocations().slice(before)).toEqual([]);
});

test('an empty list says what was last', async ({ open, site }) => {
  const incident = await aLedIncident(site);
  await incident.edit({ 'Impact recovered': '2026-03-02T11:50:00.000+0000' });
  await incident.moveTo('Resolved');
  await site.forge.idle();
  const page = await open(await aDashboard(site), 'dana');
  await placed(page);
  await expect(list(page).getByRole('status')).toHaveText('No active incident');
  await expect(
    list(page).getByText(/The last one, HOT-\d+, was resolved 10 min ago\./),
  ).toBeVisible();
});

test('what is chosen narrows the list, and is seen before it is saved', async ({ open, site }) => {
  await raise(site, { summary: 'Search is slow', Severity: { value: '3 – Minor' } });
  const worst = await raise(site);
  const page = await open(await aDashboard(site), 'dana');
  await add(page);
  const form = editor(page);
  await expect(form.getByRole('row')).toHaveCount(3);
  await form.getByRole('checkbox', { name: 'SEV 1 Critical' }).check();
  await expect(form.getByRole('row')).toHaveCount(2);
  await form.getByRole('checkbox', { name: 'Affected products' }).uncheck();
  await expect(form.getByRole('columnheader', { name: 'Affected products' })).toHaveCount(0);
  await form.getByRole('radio', { name: 'Those that a query finds' }).check();
  await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await form.getByRole('textbox', { name: 'Query (JQL)' }).fill('sumary ~ fail');
  await expect(
    form.getByText(/Jira does not understand the query of this list: .*sumary/),
  ).toBeVisible();
  await form.getByRole('textbox', { name: 'Query (JQL)' }).fill('summary ~ fail ORDER BY key');
  await expect(form.getByRole('row')).toHaveCount(2);
  await saveForm(form);
  await expect(list(page).getByRole('row')).toHaveCount(2);
  await expect(list(page).getByRole('row').nth(1)).toContainText(worst.key);
});

test('who may not see the project is told so, and Jira failing leaves what was read', async ({
  open,
  site,
}) => {
  const incident = await raise(site);
  const address = await aDashboard(site);
  const page = await open(address, 'dana');
  await placed(page);
  await expect(list(page).getByText(incident.key)).toBeVisible();
  const search = '**/rest/api/3/search/jql';
  await page.route(search, (route) => route.fulfill({ status: 429, body: '{}' }));
  await list(page).getByRole('button', { name: 'Refresh the list' }).click();
  await expect(list(page).getByRole('alert')).toContainText(
    /Jira did not answer\. What you see is from \d+:\d+:\d+ PM\./,
  );
  await expect(list(page).getByText(incident.key)).toBeVisible();
  await page.unroute(search);
  await list(page).getByRole('button', { name: 'Try again' }).click();
  await expect(list(page).getByRole('alert')).toHaveCount(0);
  await open(address, 'omar');
  await expect(list(page).getByText(/You cannot see the incidents of this Jira/)).toBeVisible();
});

test('a widget is saved by the dashboard, and lists the same', async ({ open, site }) => {
  const incident = await raise(site);
  const page = await open(await aDashboard(site), 'dana');
  await page.getByRole('button', { name: 'Add a gadget' }).click();
  await page.getByRole('button', { name: 'Add widget Active incidents' }).click();
  await expect(editor(page).getByRole('button', { name: 'Save' })).toHaveCount(0);
  await editor(page).getByRole('checkbox', { name: 'SEV 1 Critical' }).check();
  await saveForm(page);
  await expect(list(page).getByRole('row').nth(1)).toContainText(incident.key);
});

test('a macro is chosen when it is inserted, and read by those who see the page', async ({
  open,
  site,
}) => {
  const incident = await aLedIncident(site);
  const address = await aPage(site);
  const page = await open(address, 'dana');
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Insert a macro' }).click();
  await page.getByRole('button', { name: 'Insert Active incidents' }).click();
  await saveForm(editor(page));
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await expect(list(page).getByRole('row').nth(1)).toContainText(incident.key);
  const before = site.forge.invocations().length;
  await open(address, 'sam');
  await expect(list(page).getByRole('row').nth(1)).toContainText(incident.key);
  await open(address, 'omar');
  await expect(list(page).getByText(/You cannot see the incidents of this Jira/)).toBeVisible();
  expect(site.forge.invocations().slice(before)).toEqual([]);

  const id = address.split('/').at(-1) ?? '';
  const exported = async () => {
    await page.goto(new URL(`/wiki/exportword?pageId=${id}`, site.url).toString());
    return page.locator('body');
  };
  await open(address, 'dana');
  const bare = await exported();
  await expect(bare).toContainText('Exported at 2026-03-02 12:0');
  await expect(bare.getByRole('link', { name: 'The live list' })).toHaveAttribute(
    'href',
    new RegExp(`${address}$`),
  );
  await expect(bare).not.toContainText(incident.key);
  await agree(site, 'exportLists');
  await expect(await exported()).toContainText(`${incident.key}Card payments fail`);
});

for (const [theme, locale, width] of [
  ['light', 'en-US', 1280],
  ['dark', 'de-DE', 360],
] as const) {
  test(`${theme}, ${locale}, ${width} px › the list and its editor can be used by everybody`, async ({
    open,
    page: window,
    site,
  }) => {
    await raise(site, { summary: 'Search is slow', Severity: { value: '3 – Minor' } });
    await aLedIncident(site);
    await window.setViewportSize({ width, height: 900 });
    const page = await open(await aDashboard(site), 'dana', { theme, locale });
    await add(page, locale);
    await expect(editor(page).getByRole('row')).toHaveCount(3);
    expect(await findings(page)).toEqual([]);
    await saveForm(editor(page));
    await expect(list(page).getByRole('row')).toHaveCount(3);
    expect(await findings(page)).toEqual([]);
  });
}
