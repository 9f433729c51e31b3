import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type Page } from '@playwright/test';
import { buildBackend } from '../../../sandbox/forge';
import { CUSTOMER } from '../../../sandbox/seeds/people';
import { type Site } from '../../../sandbox/site/site';
import { findings } from '../../support/axe';
import { expect, test as base } from '../../support/browser';
import { aSite, person, rest } from '../../support/site';

const PROJECT = resolve(__dirname, '../../..');
const APP = resolve(PROJECT, 'tests/fixtures/form-app');

/** The site with an app at its forms. */
const test = base.extend({
  workerSite: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants an object pattern here
    async ({}, use) => {
      const args = ['build', resolve(APP, 'page'), '--base', './', '--logLevel', 'error'];
      const { status, stderr } = spawnSync('node_modules/.bin/vite', args, { cwd: PROJECT });
      if (status !== 0) throw new Error(`The app's page was not built: ${String(stderr)}`);
      const backendDir = resolve(PROJECT, 'dist/backend/form-app');
      await buildBackend({ appDir: APP, outDir: backendDir });
      const site = await aSite('empty', { appDir: APP, backendDir });
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
});

type Id = { readonly id: string };
type Types = { readonly id: string; readonly issueTypes: readonly (Id & { name: string })[] };

/** Registers a UI modification for tasks of HOT, as the app does. */
async function register(site: Site): Promise<void> {
  const admin = rest(site, 'ada');
  const { id: projectId, issueTypes } = await admin.get<Types>('/rest/api/3/project/HOT');
  const issueTypeId = issueTypes[0]?.id;
  const contexts = [{ projectId, issueTypeId, viewType: 'GIC' }];
  const body = JSON.stringify({ name: 'Hints', data: 'be short', contexts });
  const { accountId } = person('ada');
  const url = `${site.url}/rest/api/3/uiModifications`;
  const headers = { 'Content-Type': 'application/json' };
  const made = await site.jira.fetch(new Request(url, { method: 'POST', headers, body }), {
    accountId,
    viaApp: true,
  });
  expect(made.status).toBe(201);
}

/** A request type of SUP, as an administrator makes it over REST. @returns the address of its form. */
async function requestType(site: Site): Promise<{ readonly id: string; readonly form: string }> {
  const admin = rest(site, 'ada');
  const { issueTypes } = await admin.get<Types>('/rest/api/3/project/SUP');
  const request = issueTypes.find(({ name }) => name === '[System] Service request');
  const desk = '/rest/servicedeskapi/servicedesk/SUP';
  const { id, portalId } = await admin.post<Id & { portalId: string }>(`${desk}/requesttype`, {
    issueTypeId: request?.id,
    name: 'Ask us',
    helpText: 'We answer within the hour.',
    description: 'Anything at all',
  });
  return { id, form: `/servicedesk/customer/portal/${portalId}/create/${id}` };
}

/** Opens a path as the customer, who is nobody in Jira. */
async function asCustomer(page: Page, site: Site, path: string): Promise<void> {
  await page.goto(`${site.url}${path}?as=${CUSTOMER.email}&locale=en-US&theme=light`);
}

test.describe('UI modifications of the create dialog', () => {
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Create work item' });

  test('begin with the form, and change what they have registered', async ({ open, site }) => {
    await register(site);
    const page = await open('/jira/your-work', 'dana');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(dialog(page).getByText('Summary: be short')).toBeVisible();
    await expect(dialog(page).getByLabel('Labels')).toBeHidden();
    await expect(dialog(page).getByLabel('Priority')).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });

  test('hear of a text when it is left, and may answer later', async ({ open, site }) => {
    await register(site);
    const page = await open('/jira/your-work', 'dana');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(dialog(page).getByText('Summary: be short')).toBeVisible();
    const summary = dialog(page).getByRole('textbox', { name: /^Summary/ });
    await summary.fill('Tills');
    await expect(dialog(page).getByText('You wrote')).toBeHidden();
    await summary.press('Tab');
    await expect(dialog(page).getByText('You wrote "Tills"')).toBeVisible();
    await expect(
      dialog(page).getByRole('textbox', { name: /^Description.*required/ }),
    ).toBeVisible();
  });

  test('stay away where nothing is registered', async ({ open }) => {
    const page = await open('/jira/your-work', 'dana');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(dialog(page).getByRole('textbox', { name: /^Summary/ })).toBeVisible();
    await expect(page.locator('iframe[src*="/modify/"]')).toHaveCount(0);
  });
});

test.describe('the portal', () => {
  test('lists what has a group, and takes a request from a customer', async ({ page, site }) => {
    const { id, form } = await requestType(site);
    await asCustomer(page, site, '/issues/');
    await page.getByRole('link', { name: /Customer support/ }).click();
    await expect(page.getByText('Nothing can be asked for here yet.')).toBeVisible();
    const ada = person('ada').accountId;
    const known = site.jira.arrangement(id, ada);
    const groupIds = known?.groups.map((group) => group.id) ?? [];
    site.jira.arrangeForm(id, { fields: known?.fields ?? [], groupIds }, ada);
    await page.reload();
    await page.getByRole('link', { name: /Ask us/ }).click();
    await expect(page).toHaveURL(new RegExp(`${form}$`));
    await expect(page.getByText('We answer within the hour.')).toBeVisible();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('Please fill this in.')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('textbox', { name: /^Summary/ }).fill('Where is my bread?');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: 'SUP-1 Where is my bread?' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'View in Jira' })).toBeHidden();
    expect(await findings(page)).toEqual([]);
  });

  test('shows modules of apps, to customers those that are meant for them', async ({
    open,
    page,
    site,
  }) => {
    const { form } = await requestType(site);
    const panel = page.frameLocator('iframe[title="On the form"]').locator('body');
    await open(form, 'sam');
    await expect(panel).toContainText('"accountType":"licensed"');
    await expect(panel).toContainText('"request":{"typeId":');
    await expect(panel).toContainText('"who":{"accountType":"licensed","status":200}');
    await open(form.replace(/\/create.*/, ''), 'sam');
    await expect(page.locator('iframe[title="Over the portal"]')).toBeVisible();
    await asCustomer(page, site, form);
    await expect(panel).toContainText('"accountType":"customer"');
    // The app may ask Jira for a customer; its frame may not.
    await expect(panel).toContainText('"who":{"accountType":"customer","status":200},"status":401');
    await open(form, 'ines');
    await expect(panel).toContainText('"accountType":"unlicensed"');
    await asCustomer(page, site, form.replace(/\/create.*/, ''));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
  });
});

test('an administrator arranges the form of a request type by hand', async ({ open, site }) => {
  const { form } = await requestType(site);
  const page = await open('/jira/servicedesk/projects/SUP/settings/request-types', 'ada');
  await expect(page.getByText('hidden from portal')).toBeVisible();
  await page.getByRole('link', { name: 'Ask us' }).click();
  await page.getByLabel('Description', { exact: true }).check();
  await page.getByLabel('Help text: Description').fill('Tell us more');
  await page.getByLabel('required: Description').check();
  await page.getByLabel('General').check();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The request type has been saved')).toBeVisible();
  await page.goto(site.url + form);
  await expect(page.getByRole('textbox', { name: /^Description/ })).toBeVisible();
  await expect(page.getByText('Tell us more')).toBeVisible();
});
