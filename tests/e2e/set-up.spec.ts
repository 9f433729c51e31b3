import { type FrameLocator, type Page } from '@playwright/test';
import { expect, sideBar, test as base } from '../support/browser';
import { type Site } from '../../sandbox/site/site';
import { findings } from '../support/axe';
import { aSite, rest } from '../support/site';

/** A site with people, the app installed, and nothing set up. */
const test = base.extend({
  workerSite: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants an object pattern here
    async ({}, use) => {
      const site = await aSite('bare');
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
});

const PAGE = '/jira/settings/apps/admin';

function administration(page: Page): FrameLocator {
  return page.frameLocator('iframe[src*="/admin/"]');
}

/** What set-up makes, by name: nothing of it may be there twice. */
async function everythingMade(site: Site): Promise<readonly string[]> {
  const ada = rest(site, 'ada');
  const lists = ['project/search', 'screens', 'screenscheme', 'workflows/search', 'workflowscheme'];
  const pages = await Promise.all(
    [
      ...lists,
      'issuetypescheme',
      'issuetypescreenscheme',
      'config/fieldschemes',
      'filter/search',
    ].map((list) => ada.get<{ values: readonly { name: string }[] }>(`/rest/api/3/${list}`)),
  );
  const fields = await ada.get<readonly { name: string }[]>('/rest/api/3/field');
  return [...pages.flatMap(({ values }) => values), ...fields].map(({ name }) => name).sort();
}

test('one button takes a bare site to its first incident', async ({ open }) => {
  const page = await open(PAGE, 'ada');
  const admin = administration(page);
  await test.step('set up', async () => {
    await admin.getByRole('button', { name: 'Set up incident response' }).click();
    await expect(admin.getByText('HOT is ready for incidents.')).toBeVisible({ timeout: 30_000 });
  });
  await test.step('check it', async () => {
    await admin.getByRole('button', { name: 'Check set-up' }).click();
    await expect(admin.getByText('All is well')).toBeVisible();
  });
  await test.step('raise the first incident', async () => {
    const [dialog] = await Promise.all([
      page.waitForEvent('popup'),
      admin.getByRole('button', { name: 'Raise an incident' }).click(),
    ]);
    await expect(dialog.getByText('What is the emergency?')).toBeVisible();
    await dialog.getByLabel('Summary').fill('Nobody can log in');
    await dialog.getByLabel('Severity').selectOption('1 – Critical');
    await expect(dialog.getByLabel('Faulty service')).toContainText('Unknown');
    await dialog.getByRole('main').getByRole('button', { name: 'Create', exact: true }).click();
    await dialog
      .getByRole('link', { name: /Nobody can log in/ })
      .first()
      .click();
    await expect(sideBar(dialog).getByText('SEV 1')).toBeVisible();
    await expect(sideBar(dialog).getByText('Nobody leads this incident yet.')).toBeVisible();
  });
});

test('a step that fails half-way says what to do and goes on from there', async ({
  open,
  site,
}) => {
  site.faults.add(
    { target: 'jira', method: 'POST', path: '/rest/api/3/workflowscheme', rate: 1, status: 503 },
    { times: 1 },
  );
  const page = await open(PAGE, 'ada');
  const admin = administration(page);
  await admin.getByRole('button', { name: 'Set up incident response' }).click();
  await expect(admin.getByRole('alert')).toContainText('Jira has not answered.');
  await expect(admin.getByRole('alert')).toContainText('Look at the workflows');
  await test.step('and somebody else goes on later, on a page of their own', async () => {
    await page.reload();
    await admin.getByRole('button', { name: 'Try again from here' }).click();
    await expect(admin.getByText('HOT is ready for incidents.')).toBeVisible({ timeout: 30_000 });
  });
  await test.step('running it again makes nothing twice', async () => {
    const made = await everythingMade(site);
    await admin.getByText('What was set up').click();
    await admin.getByRole('button', { name: 'Run set-up again' }).click();
    await expect(admin.getByText('HOT is ready for incidents.')).toBeVisible({ timeout: 30_000 });
    await admin.getByText('What was set up').click();
    await expect(admin.getByText('failed')).toHaveCount(0);
    expect(await everythingMade(site)).toEqual(made);
  });
});

test('a key that is taken is told before anything is made', async ({ open, site }) => {
  const ada = rest(site, 'ada');
  const { accountId } = await ada.get<{ accountId: string }>('/rest/api/3/myself');
  await ada.post('/rest/api/3/project', {
    key: 'HOT',
    name: 'Hotels',
    projectTypeKey: 'software',
    leadAccountId: accountId,
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  });
  const page = await open(PAGE, 'ada');
  const admin = administration(page);
  await admin.getByRole('button', { name: 'Set up incident response' }).click();
  await expect(admin.getByRole('alert')).toContainText('taken by HOT Hotels');
  await admin.getByRole('button', { name: 'Decide anew' }).click();
  await admin.getByText('Change key, name or language').click();
  await admin.getByLabel('Project key').fill('inc');
  await admin.getByRole('button', { name: 'Set up incident response' }).click();
  await expect(admin.getByText('INC is ready for incidents.')).toBeVisible({ timeout: 30_000 });
});

test('who does not administer Jira finds no such page', async ({ open }) => {
  const page = await open(PAGE, 'dana');
  await expect(page.getByRole('alert')).toContainText('you may not see it');
  await expect(page.locator('iframe')).toHaveCount(0);
});

const LOOKS = [
  { theme: 'light', locale: 'en-US', width: 1280, use: /Use a project/, project: 'Project' },
  { theme: 'dark', locale: 'de-DE', width: 360, use: /Vorhandenes Projekt/, project: 'Projekt' },
] as const;

for (const { width, use, project, ...look } of LOOKS) {
  test.describe(`${look.theme}, ${look.locale}, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('set-up can be used by everybody: to choose, to map, to look at', async ({ open }) => {
      const page = await open(PAGE, 'ada', look);
      const admin = administration(page);
      const start = admin.getByRole('button', { name: /Set up incident|Vorfallreaktion ein/ });
      await expect(start).toBeVisible();
      await admin.locator('summary').click();
      expect(await findings(page)).toEqual([]);
      await start.click();
      const check = admin.getByRole('button', { name: /^(Check set-up|Einrichtung prüfen)$/ });
      await expect(check).toBeVisible({ timeout: 30_000 });
      await check.click();
      await expect(admin.getByText(/All is well|Alles in Ordnung/)).toBeVisible();
      await admin.getByText(/What was set up|Was eingerichtet wurde/).click();
      expect(await findings(page)).toEqual([]);
      await admin.getByRole('button', { name: /Decide anew|Neu entscheiden/ }).click();
      await admin.getByRole('radio', { name: use }).check();
      await admin.getByLabel(project, { exact: true }).selectOption({ index: 1 });
      await expect(
        admin.getByRole('button', { name: /Set up with these|Damit ein/ }),
      ).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}
