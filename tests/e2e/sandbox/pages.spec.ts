import { expect, sideBar, test } from '../../support/browser';
import { raise, rest } from '../../support/site';

/** The site's own pages, as far as people need them to respond to an incident. */

test("a field is edited in its place, and Jira's refusal stands beside it", async ({
  open,
  site,
}) => {
  const incident = await raise(site);
  await site.forge.idle();
  const page = await open(`/browse/${incident.key}`, 'dana');
  // Once it listens: a change that is made while the frame starts is seen with its next look, within a minute.
  await expect(sideBar(page).getByText('SEV 1')).toBeVisible();
  await page.getByRole('button', { name: /Severity/ }).click();
  await page.getByLabel('Severity').selectOption('2 – Major');
  await page.keyboard.press('Enter');
  await expect(sideBar(page).getByText('SEV 2')).toBeVisible();
  expect(await incident.field('Severity')).toMatchObject({ value: '2 – Major' });
});

test('the create dialog says what is missing, keeps what was typed, and offers no field it should not', async ({
  open,
}) => {
  const page = await open('/', 'sam');
  await expect(page.getByRole('button', { name: 'Create' })).toBeVisible();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Severity').selectOption('3 – Minor');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(dialog.getByLabel('Summary')).toBeFocused();
  await expect(dialog.getByLabel('Severity')).toHaveValue(/.+/);
  await expect(dialog.getByLabel('Impact start')).toHaveCount(0);
  await expect(dialog.getByLabel('Time to detect')).toHaveCount(0);
});

test('a search finds incidents, shows TTD as a duration, and explains a mistake', async ({
  open,
  site,
}) => {
  const incident = await raise(site);
  await incident.edit({ 'Impact start': '2026-03-02T10:48:00.000+0000' });
  await site.forge.idle();
  const page = await open('/issues/?jql=project = HOT AND "Time to detect" > 60', 'dana');
  await expect(page.getByRole('link', { name: incident.key })).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByLabel('Time to detect').check();
  await expect(page.getByRole('cell', { name: '1 h 12 min' })).toBeVisible();

  await page.getByRole('textbox', { name: /JQL/i }).fill('severity ~~ 1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
});

test('somebody else looks, in another language, from the avatar menu', async ({ open, site }) => {
  const { key } = await raise(site);
  const page = await open(`/browse/${key}`, 'dana');
  await page
    .getByRole('button', { name: /Dana Okafor/ })
    .first()
    .click();
  await page.getByRole('button', { name: /Sam Rivera/ }).click();
  await expect(page.getByRole('button', { name: /Sam Rivera/ }).first()).toBeVisible();
  await expect(sideBar(page).getByRole('button', { name: 'Take this incident' })).toHaveCount(0);
});

test('administration shows what is installed and what it may do', async ({ open }) => {
  const page = await open('/jira/settings/apps', 'ada');
  await expect(page.getByText('write:app-data:jira')).toBeVisible();
  await expect(page.getByText('*.statuspage.io')).toBeVisible();
});

test('backstage shows each run, and moves the clock', async ({ open, site }) => {
  await raise(site);
  await site.forge.idle();
  const page = await open('/backstage', 'ada');
  await expect(page.getByRole('cell', { name: 'consumer: figures' })).toBeVisible();
  await page.getByRole('tab', { name: 'Clock' }).click();
  await page.getByRole('button', { name: /1 h/ }).click();
  await expect
    .poll(() => new Date(site.clock.now()).toISOString())
    .toBe('2026-03-02T13:00:00.000Z');
});

test('an administrator finds the app behind two buttons and in a list; nobody else does', async ({
  open,
}) => {
  const page = await open('/jira/settings/apps', 'ada');
  await expect(page.getByRole('link', { name: 'Configure', exact: true })).toHaveAttribute(
    'href',
    /\/jira\/settings\/apps\/\w/,
  );
  await expect(page.getByRole('link', { name: 'Get started', exact: true })).toBeVisible();
  const listed = page
    .getByRole('navigation', { name: 'Site' })
    .locator('a[href*="/settings/apps/"]');
  await listed.click();
  await expect(page.locator('iframe')).toBeVisible();

  const other = await open('/jira/settings/apps', 'dana');
  await expect(other.getByText('Installed app')).toBeVisible();
  await expect(other.getByRole('link', { name: 'Configure', exact: true })).toHaveCount(0);
  await expect(
    other.getByRole('navigation', { name: 'Site' }).locator('a[href*="/settings/apps/"]'),
  ).toHaveCount(0);
});

test('a fault on single calls is asked for backstage, shown, and taken back', async ({ open }) => {
  const page = await open('/backstage', 'ada');
  await page.getByRole('tab', { name: 'Faults' }).click();
  await page.getByLabel('Target').fill('jira');
  await page.getByLabel('Method').selectOption('POST');
  await page.getByLabel('Path begins with').fill('/rest/api/3/field');
  await page.getByRole('button', { name: 'Add fault' }).click();
  await expect(page.getByText('jira POST /rest/api/3/field')).toBeVisible();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Everything works.')).toBeVisible();
});

test('a saved filter is opened by its address, starred, and says when it is not for you', async ({
  open,
  site,
}) => {
  const { key } = await raise(site);
  const { id } = await rest(site, 'ada').post<{ id: string }>('/rest/api/3/filter', {
    name: 'Open incidents',
    jql: 'project = HOT AND resolution is EMPTY',
    sharePermissions: [{ type: 'group', group: { name: 'incident-responders' } }],
  });
  const page = await open(`/issues/?filter=${id}`, 'dana');
  await expect(page.getByRole('heading', { name: 'Open incidents' })).toBeVisible();
  await expect(page.getByRole('link', { name: key })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /JQL/i })).toHaveValue(/resolution is EMPTY/);
  await page.getByRole('button', { name: 'Star this filter' }).click();
  const nav = page.getByRole('navigation', { name: 'Site' });
  await expect(nav.getByRole('link', { name: 'Open incidents' })).toBeVisible();

  const other = await open(`/issues/?filter=${id}`, 'sam');
  await expect(other.getByRole('alert')).toContainText('not available to you');
});
