import { type FrameLocator, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { expect, test } from '../support/browser';
import { aLedIncident, said } from '../support/response';
import { raise, rest, type Who } from '../support/site';

/** The active incidents on a dashboard: gadget and widget, set up by a person. */

async function aDashboard(site: Site, who: Who = 'dana'): Promise<string> {
  const { id } = await rest(site, who).post<{ id: string }>('/rest/api/3/dashboard', {
    ...{ name: 'Operations', description: '', editPermissions: [] },
    sharePermissions: [{ type: 'authenticated' }],
  });
  return `/jira/dashboards/${id}`;
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
  await editor(page).getByRole('button', { name: 'Save' }).click();
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
