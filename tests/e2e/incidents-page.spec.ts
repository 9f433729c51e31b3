import { readFile } from 'node:fs/promises';
import { type FrameLocator, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { findings } from '../support/axe';
import { expect, test } from '../support/browser';
import { addOldIncidents } from '../support/old-incidents';
import { addPrivateLevel, setPrivate } from '../support/private';
import { raise } from '../support/site';

/** The project page "Incidents": pictures, filters, the table and its file. */

const ADDRESS = '/projects/HOT/apps/incidents';
const HOUR = 3_600_000;

const figures = (page: Page): FrameLocator => page.frameLocator('iframe[src*="/incidents-page/"]');
const panel = (page: Page) => figures(page).getByRole('tabpanel');
const said = (page: Page) => panel(page).locator('.picture-said').first();

/** Incidents of the last days, in the store of figures. */
async function withHistory(site: Site, count = 60) {
  const made = await addOldIncidents(site, { count });
  await known(site);
  return made;
}

async function known(site: Site): Promise<void> {
  await site.forge.idle();
  for (let hour = 0; hour < 2; hour += 1) {
    await site.clock.moveTo(site.clock.now() + HOUR, () => site.forge.idle());
    await site.forge.idle();
  }
}

async function openTab(page: Page, name: string) {
  await figures(page).getByRole('tab', { name, exact: true }).click();
}

test('every tab says its sentence and what it counts; filters hold for all of them and stay', async ({
  open,
  site,
}) => {
  await withHistory(site);
  const page = await open('/projects/HOT', 'dana');
  await page
    .getByRole('navigation', { name: 'Site' })
    .getByRole('link', { name: 'Incidents', exact: true })
    .click();
  await expect(said(page)).toHaveText(
    /^Half of the \d+ incidents were recovered within .+ min\)\.$/,
  );
  for (const [tab, sentence] of [
    ['Is it changing', /compare/],
    ['Where', /^No group|differs|Takes longer|Recovers faster|chance/],
    ['First steps', /first steps|what is usual|Half were/],
    ['Promises', /^No promised update/],
    ['Data quality', /^(Nothing is wrong with|The times of)/],
    ['Table', /incidents, the newest start first$/],
  ] as const) {
    await openTab(page, tab);
    await expect(said(page)).toHaveText(sentence);
    await expect(panel(page).locator('.picture-definition')).toContainText(
      /Time to recovery \(TTR\) = impact recovered − impact start.*Not counted: \d+ resolved/,
    );
  }

  await figures(page).getByRole('checkbox', { name: '1 – Critical' }).check();
  await expect(page).toHaveURL(/\/incidents\/table\?.*severity=1/);
  const cells = panel(page).locator('tbody tr td:nth-child(2)');
  await expect.poll(async () => new Set(await cells.allTextContents())).toEqual(new Set(['SEV 1']));
  await openTab(page, 'How long');
  await expect(said(page)).toHaveText(/(Half of the|One incident|Too few)/);
  await page.reload();
  await expect(figures(page).getByRole('checkbox', { name: '1 – Critical' })).toBeChecked();
  await page.goBack();
  await expect(figures(page).getByRole('tab', { selected: true })).toHaveText('Table');
});

test('a period is from one day to another, in the site’s zone', async ({ open, site }) => {
  await withHistory(site);
  const page = await open(`${ADDRESS}/table`, 'dana');
  await expect(said(page)).toHaveText(/incidents/);
  await figures(page).getByLabel('Period (by impact start)').selectOption('From … to …');
  const days = figures(page).getByRole('group', { name: 'From … to …' });
  await expect(days.getByRole('status')).toHaveText(
    /Both days included, in the time zone Etc\/UTC/,
  );
  await expect(days.getByLabel('To')).toHaveValue('2026-03-02');
  await days.getByLabel('From').fill('2026-03-05');
  await expect(days.getByRole('status')).toHaveText(/the first one not after the last/);
  await days.getByLabel('From').fill('2026-02-28');
  await days.getByLabel('To').fill('2026-02-28');
  await expect(page).toHaveURL(/from=2026-02-28&to=2026-02-28/);
  await expect(panel(page).locator('.picture-definition')).toContainText(
    'began from Feb 28, 2026 to Feb 28, 2026 (Etc/UTC)',
  );
  const starts = panel(page).locator('tbody tr td:nth-child(5)');
  for (const start of await starts.allTextContents()) expect(start).toMatch(/^Feb (27|28),/);
});

test('the table shows more, and those not counted with why', async ({ open, site }) => {
  const made = await withHistory(site, 160);
  const uncounted = made.filter(({ impactRecovered }) => impactRecovered === undefined).length;
  const of = made.length - uncounted;
  const page = await open(`${ADDRESS}/table`, 'sam');
  await expect(said(page)).toHaveText(`100 of ${of} incidents, the newest start first`);
  const rows = panel(page).locator('tbody tr');
  await panel(page)
    .getByRole('button', { name: `Show ${of - 100} more` })
    .click();
  await expect(rows).toHaveCount(of);
  await expect(said(page)).toHaveText(`${of} incidents, the newest start first`);
  const keys = await rows.locator('th').allTextContents();
  expect(new Set(keys).size).toBe(of);

  await panel(page).getByRole('checkbox', { name: 'Also those not counted' }).check();
  await expect(said(page)).toHaveText('100 of 160 incidents, the newest start first');
  await expect(
    panel(page).getByRole('cell', { name: 'Resolved, no impact recovered' }).first(),
  ).toBeVisible();
});

test('the file has every row, and says first what the figures are', async ({ open, site }) => {
  const made = await withHistory(site, 160);
  const page = await open(`${ADDRESS}/table?all=1`, 'dana');
  await panel(page).getByRole('button', { name: 'Make a CSV file of all rows' }).click();
  await expect(panel(page).getByText(/^The file is ready: 160 incidents/)).toBeVisible();
  const download = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Download' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('HOT-incidents.csv');
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFF# Incidents of the project HOT\r\n')).toBe(true);
  const lines = text.trimEnd().split('\r\n');
  const comments = lines.filter((line) => /^\uFEFF?"?# /.test(line));
  expect(comments).toHaveLength(14);
  expect(text).toMatch(/# Time to recovery \(TTR\) = impact recovered \(customfield_\d+\) − /);
  expect(text).toContain('# Time zone of the period: Etc/UTC');
  expect(lines).toHaveLength(14 + 1 + made.length);
  const one = made.find(({ impactRecovered }) => impactRecovered !== undefined);
  const row = lines.find((line) => line.startsWith(`${one?.key},`));
  const minutes = ((one?.impactRecovered ?? 0) - (one?.impactStart ?? 0)) / 60_000;
  expect(row).toContain(new Date(one?.impactStart ?? 0).toISOString());
  expect(row).toContain(`,${minutes.toFixed(2)},`);
});

test('making the file can be stopped', async ({ open, site }) => {
  await withHistory(site);
  const page = await open(`${ADDRESS}/table`, 'dana');
  await expect(said(page)).toHaveText(/incidents/);
  const held: (() => void)[] = [];
  const answered = new Promise<void>((done) => held.push(done));
  await page.route('**/*', async (route) => {
    if (route.request().postData()?.includes('"size":500')) await answered;
    await route.continue();
  });
  await panel(page).getByRole('button', { name: 'Make a CSV file of all rows' }).click();
  await expect(panel(page).getByRole('progressbar')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Stop' }).click();
  for (const done of held) done();
  await expect(panel(page).getByRole('button', { name: 'Make a CSV file' })).toBeVisible();
  await expect(panel(page).getByText(/^The file is ready/)).toHaveCount(0);
});

test('a private incident is in no tab, table or file of whoever may not see it', async ({
  open,
  site,
}) => {
  await withHistory(site);
  await addPrivateLevel(site);
  const start = new Date(site.clock.now() - HOUR).toISOString().replace('Z', '+0000');
  const secret = await raise(site, { summary: 'Leak' });
  await secret.edit({ 'Impact start': start });
  await setPrivate(site, secret.key);
  await known(site);

  const page = await open(`${ADDRESS}/table?all=1`, 'ada');
  await expect(panel(page).getByRole('link', { name: secret.key, exact: true })).toBeVisible();

  await open(`${ADDRESS}/table?all=1`, 'sam');
  await expect(said(page)).toHaveText(/^60 incidents/);
  await panel(page).getByRole('button', { name: 'Make a CSV file of all rows' }).click();
  const download = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Download' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).not.toContain(secret.key);
  const tabs = await figures(page).getByRole('tab').allTextContents();
  for (const tab of tabs) {
    await openTab(page, tab);
    await expect(panel(page).locator('.picture-definition')).toBeVisible();
    expect(await panel(page).innerHTML()).not.toMatch(new RegExp(`${secret.key}\\b`));
    await expect(panel(page).locator('.picture-definition')).not.toContainText('still open');
  }
});

test('the dots are one tab stop; arrow keys go from one to the next, Enter opens', async ({
  open,
  site,
}) => {
  const made = await withHistory(site);
  const page = await open(ADDRESS, 'dana');
  const dots = panel(page).locator('.strip a');
  const counted = made.filter(({ impactRecovered }) => impactRecovered !== undefined);
  await expect(dots).toHaveCount(counted.length);
  await expect(panel(page).locator('.strip a[tabindex="0"]')).toHaveCount(1);
  await figures(page).getByRole('tab', { name: 'How long' }).focus();
  await page.keyboard.press('Tab');
  await expect(dots.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dots.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(dots.last()).toBeFocused();
  const name = (await dots.last().getAttribute('aria-label')) ?? '';
  expect(name).toMatch(/^HOT-\d+ · SEV \d · \d+ h \d+ min$/);
  await expect(panel(page).locator('.strip-pointed')).toHaveText(name);
  await page.keyboard.press('Tab');
  await expect(panel(page).locator('.strip a:focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(dots.last()).toBeFocused();
  const opened = page.context().waitForEvent('page'); // beside the page that is read
  await page.keyboard.press('Enter');
  await (await opened).waitForURL(`**/browse/${name.split(' ')[0]}`);
});

for (const [theme, locale, width] of [
  ['light', 'en-US', 1280],
  ['dark', 'de-DE', 360],
] as const) {
  test(`no tab keeps anybody out: ${theme}, ${locale}, ${width} px`, async ({
    open,
    site,
    page,
  }) => {
    await withHistory(site);
    await page.setViewportSize({ width, height: 900 });
    await open(`${ADDRESS}?from=2026-01-01&to=2026-03-02&all=1`, 'dana', { theme, locale });
    await expect(said(page)).toBeVisible();
    await figures(page).locator('form summary').click();
    const tabs = await figures(page).getByRole('tab').allTextContents();
    expect(tabs).toHaveLength(7);
    for (const tab of tabs) {
      await openTab(page, tab);
      await expect(panel(page).locator('.picture-definition')).toBeVisible();
      expect([tab, await findings(page)]).toEqual([tab, []]);
      const isWide = await figures(page)
        .locator('body')
        .evaluate(
          ({ ownerDocument: { documentElement: root } }) => root.scrollWidth > root.clientWidth,
        );
      expect([tab, isWide]).toEqual([tab, false]);
    }
  });
}
