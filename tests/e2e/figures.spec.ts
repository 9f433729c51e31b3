import { type FrameLocator, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { findings } from '../support/axe';
import { expect, saveForm, test } from '../support/browser';
import { addOldIncidents } from '../support/old-incidents';
import { DEFINITION_VERSION } from '../../src/domain/figures/row';
import { rest } from '../support/site';

/** The pictures of TTD and TTR on a dashboard: added, set up, shown. */

const PICTURES = [
  ['How long: TTD and TTR', /^Half of the \d+ incidents were recovered within/],
  ['Is it changing?', /^(Too few to compare|There are no two|No change|Faster|Slower)/],
  ['Where', /^(No group|No service|Takes longer|Recovers faster)/],
  ['First steps', /^(Nothing is known yet|Too few yet|Half )/],
  ['Promises', /^No promised update has come due/],
  ['Data quality of incidents', /^(Nothing is wrong with|The times of)/],
] as const;

const editor = (page: Page): FrameLocator => page.frameLocator('iframe[src*="/figures-editor/"]');
const shown = (page: Page): FrameLocator => page.frameLocator('iframe[src*="/figures/"]');

async function withHistory(site: Site): Promise<void> {
  await addOldIncidents(site, { count: 50 });
  await site.forge.idle();
  for (let hour = 0; hour < 2; hour += 1) {
    await site.clock.moveTo(site.clock.now() + 3_600_000, () => site.forge.idle());
    await site.forge.idle();
  }
}

async function aDashboard(site: Site): Promise<string> {
  const { id } = await rest(site, 'dana').post<{ id: string }>('/rest/api/3/dashboard', {
    name: 'Operations',
    description: '',
    editPermissions: [],
    sharePermissions: [{ type: 'authenticated' }],
  });
  return `/jira/dashboards/${id}`;
}

for (const [title, sentence] of PICTURES) {
  test(`the gadget "${title}" is chosen and says its sentence`, async ({ open, site }) => {
    await withHistory(site);
    const page = await open(await aDashboard(site), 'dana');
    await page.getByRole('button', { name: 'Add a gadget' }).click();
    await page.getByRole('button', { name: `Add gadget ${title}`, exact: true }).click();
    await editor(page).getByLabel('Period (by impact start)').selectOption('Last 365 days');
    await editor(page).getByRole('checkbox', { name: '2' }).check();
    const preview = editor(page).getByRole('region', { name: 'As you would see it' });
    await expect(preview.locator('.picture-definition')).toBeVisible();
    await saveForm(editor(page));
    await expect(shown(page).locator('.picture-said').first()).toHaveText(sentence);
    await expect(shown(page).locator('.picture-definition')).toContainText(
      `(definition ${DEFINITION_VERSION})`,
    );
  });
}

test('a widget keeps what was chosen, and a reader sees it', async ({ open, site }) => {
  await withHistory(site);
  const address = await aDashboard(site);
  const page = await open(address, 'dana');
  await page.getByRole('button', { name: 'Add a gadget' }).click();
  await page.getByRole('button', { name: 'Add widget Where', exact: true }).click();
  await editor(page).getByLabel('Grouped by').selectOption('Severity');
  await expect(editor(page).locator('.picture-said')).toHaveText(/severity|SEV/);
  await saveForm(page);
  await expect(shown(page).getByRole('rowheader').first()).toHaveText(/^SEV \d/);
  await open(address, 'sam');
  await expect(shown(page).getByRole('rowheader').first()).toHaveText(/^SEV \d/);
});

test('in a narrow column, dark and in German, no picture keeps anybody out', async ({
  open,
  site,
  page,
}) => {
  await withHistory(site);
  await page.setViewportSize({ width: 400, height: 900 });
  await open(await aDashboard(site), 'dana', { theme: 'dark', locale: 'de-DE' });
  for (const [n, picture] of NAMES.entries()) {
    await page.getByRole('button', { name: 'Gadget hinzufügen' }).click();
    await page.getByRole('button', { name: `Gadget ${picture} hinzufügen`, exact: true }).click();
    await expect(editor(page).locator('.picture-definition')).toBeVisible();
    if (n === 0) expect(await findings(page)).toEqual([]);
    await editor(page).getByRole('button', { name: 'Speichern' }).click();
    await expect(page.locator('iframe[src*="/figures-editor/"]')).toHaveCount(0);
  }
  const frames = page.locator('iframe[src*="/figures/"]');
  await expect(frames).toHaveCount(NAMES.length);
  for (const frame of await frames.all()) {
    await expect(frame.contentFrame().locator('.picture-definition')).toBeVisible();
  }
  expect(await findings(page)).toEqual([]);
});

const NAMES = [
  'Wie lange: TTD und TTR',
  'Ändert es sich?',
  'Wo',
  'Erste Schritte',
  'Zusagen',
  'Datenqualität der Vorfälle',
];
