import { type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { findings } from '../support/axe';
import { expect, response, sideBar, test } from '../support/browser';
import { person, raise, type Who } from '../support/site';

/*
 * Parts that break are made by what reaches the page: a built file that is another one, an answer of another shape.
 * The page complains about each in the browser's log, so these tests open it themselves.
 */
const LOOKS = [
  { theme: 'light', locale: 'en-US', again: 'Look again', copy: 'Copy the details' },
  { theme: 'dark', locale: 'de-DE', again: 'Erneut ansehen', copy: 'Einzelheiten kopieren' },
] as const;
const [ENGLISH] = LOOKS;

async function visit(page: Page, site: Site, path: string, who: Who, look: (typeof LOOKS)[number]) {
  const url = new URL(path, site.url);
  url.searchParams.set('as', person(who).email);
  url.searchParams.set('theme', look.theme);
  url.searchParams.set('locale', look.locale);
  await page.goto(url.toString());
}

/** In the place of a built file: a part that throws as soon as it is drawn. */
const THROWS = 'export default function Part() { throw new Error("planted") }';

async function breakFile(page: Page, files: string): Promise<void> {
  await page.route(files, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: THROWS,
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
}

for (const look of LOOKS) {
  test(`each tab of the response breaks for itself: ${look.theme}, ${look.locale}`, async ({
    page,
    site,
  }) => {
    const { key } = await raise(site);
    await breakFile(page, '**/incident-panel/assets/later-*-tab-*.js');
    await visit(page, site, `/browse/${key}`, 'dana', look);
    await sideBar(page)
      .getByRole('button', { name: /^(Open response|Reaktion öffnen|Zur Reaktion)/ })
      .click();
    const panel = response(page);
    await expect(panel.getByRole('tab')).toHaveCount(5);
    const tabs = await panel.getByRole('tab').allTextContents();
    for (const name of tabs) {
      await panel.getByRole('tab', { name }).click();
      await expect(panel.getByRole('alert')).toContainText(name);
      await expect(panel.getByRole('button', { name: look.again })).toBeVisible();
      // What is around it stays.
      await expect(panel.getByRole('tab')).toHaveCount(5);
    }
    await panel.getByRole('button', { name: look.copy }).click();
    await expect(panel.getByRole('status').filter({ hasText: /Copied|Kopiert/ })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    if (process.env['HOT_PICTURES']) {
      await page.screenshot({ path: `${process.env['HOT_PICTURES']}/broken-${look.theme}.png` });
    }
  });
}

test('a part that could not be fetched says so', async ({ page, site }) => {
  const { key } = await raise(site);
  await page.route('**/incident-panel/assets/later-people-tab-*.js', (route) => route.abort());
  await visit(page, site, `/browse/${key}`, 'dana', ENGLISH);
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const panel = response(page);
  await panel.getByRole('tab', { name: 'People' }).click();
  await expect(panel.getByRole('alert')).toContainText('could not be fetched');
  await panel.getByRole('tab', { name: 'Now' }).click();
  await expect(panel.getByRole('alert')).toBeHidden();
});

test('each tab of the project page breaks for itself', async ({ page, site }) => {
  await breakFile(page, '**/incidents-page/assets/later-*.js');
  // Texts come in files of their own, which are whole.
  await page.route('**/incidents-page/assets/later-*-US-*.js', (route) => route.continue());
  await visit(page, site, '/projects/HOT/apps/incidents', 'dana', ENGLISH);
  const frame = page.frameLocator('iframe[src*="/incidents-page/"]');
  await expect(frame.getByRole('alert').first()).toContainText('“Filters” could not be shown');
  await expect(frame.getByRole('tab')).toHaveCount(7);
  for (const name of await frame.getByRole('tab').allTextContents()) {
    await frame.getByRole('tab', { name, exact: true }).click();
    await expect(frame.getByRole('tabpanel').getByRole('alert')).toContainText(
      `“${name}” could not be shown`,
    );
  }
});

test('each section of the administration breaks for itself', async ({ page, site }) => {
  await breakFile(page, '**/admin/assets/later-*.js');
  await page.route('**/admin/assets/later-*-US-*.js', (route) => route.continue());
  await visit(page, site, '/jira/settings/apps/admin', 'ada', ENGLISH);
  const frame = page.frameLocator('iframe[src*="/admin/"]');
  for (const name of ['Settings', 'History']) {
    await frame.getByRole('tab', { name }).click();
    await expect(frame.getByRole('tabpanel', { name }).getByRole('alert')).toContainText(
      `“${name}” could not be shown`,
    );
  }
  await frame.getByRole('tab', { name: 'Set-up' }).click();
  await expect(frame.getByRole('tabpanel').getByRole('alert')).toBeHidden();
});

test('a whole surface breaks for itself, and is drawn anew', async ({ page, site }) => {
  const { key } = await raise(site);
  const invoked = '**/_sandbox/bridge/invoke';
  await page.route(invoked, (route) =>
    route.request().postData()?.includes('getIncident')
      ? route.fulfill({ json: { ok: true, result: { ok: true, value: {} } } })
      : route.continue(),
  );
  await visit(page, site, `/browse/${key}`, 'dana', ENGLISH);
  const bar = sideBar(page);
  await expect(bar.getByRole('alert')).toContainText('This could not be shown');
  await page.unroute(invoked);
  await bar.getByRole('button', { name: 'Look again' }).click();
  await expect(bar.getByRole('button', { name: 'Open response' })).toBeVisible();
  await expect(bar.getByRole('alert')).toBeHidden();
});
