import { type Page } from '@playwright/test';
import { type Site } from '../../../sandbox/site/site';
import { findings } from '../../support/axe';
import { expect, frame, type Here, test } from '../../support/bridge-app';
import { person, rest } from '../../support/site';

/** Dashboards with an app's gadgets and widgets. */

type Share = { readonly type: string };

/** A dashboard of Dana's. @returns its address. */
async function aDashboard(site: Site, sharePermissions: readonly Share[] = []): Promise<string> {
  const details = { name: 'Operations', description: 'What is going on', editPermissions: [] };
  const made = await rest(site, 'dana').post<{ id: string }>('/rest/api/3/dashboard', {
    ...details,
    sharePermissions,
  });
  return `/jira/dashboards/${made.id}`;
}

async function add(page: Page, name: string) {
  await page.getByRole('button', { name: 'Add a gadget' }).click();
  await page.getByRole('button', { name, exact: true }).click();
}

async function act(page: Page, gadget: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${gadget}` }).click();
  await page.getByRole('button', { name: action, exact: true }).click();
}

const contextOf = (page: Page, title: string) =>
  frame(page, title).evaluate(() => (window as Here).bridge.view.getContext());

const gadgets = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('region')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

test('a person makes a dashboard, adds a gadget and configures it', async ({ open, site }) => {
  const page = await open('/jira/dashboards', 'dana');
  await page.getByRole('button', { name: 'Create dashboard' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('My morning');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/jira\/dashboards\/\d+$/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await add(page, 'Add gadget Weather');
  const form = await contextOf(page, 'Configure Weather');
  expect(form).toMatchObject({
    moduleKey: 'gadget',
    extension: {
      type: 'jira:dashboardGadget',
      entryPoint: 'edit',
      dashboard: { id },
      gadgetConfiguration: {},
    },
  });
  await frame(page, 'Configure Weather').evaluate(() => {
    // The frame goes away with what it says.
    void (window as Here).bridge.view.submit({ town: 'Bergen' });
  });
  await expect(page.locator('iframe[title="Configure Weather"]')).toHaveCount(0);
  const shown = await contextOf(page, 'Weather');
  expect(shown.extension).toMatchObject({ gadgetConfiguration: { town: 'Bergen' } });
  expect(shown.extension.entryPoint).toBeUndefined();
  expect(shown.localId).toBe(form.localId);

  const answer = await frame(page, 'Weather').evaluate(() =>
    (window as Here).bridge.invoke('echo', { n: 1 }),
  );
  expect(answer).toMatchObject({ accountId: person('dana').accountId });
  expect(site.forge.invocations().at(-1)).toMatchObject({ module: 'gadget', trigger: 'echo' });

  await act(page, 'Weather', 'Configure');
  await frame(page, 'Configure Weather').evaluate(() => {
    void (window as Here).bridge.view.close();
  });
  await expect(page.locator('iframe[title="Configure Weather"]')).toHaveCount(0);
  expect((await contextOf(page, 'Weather')).extension.gadgetConfiguration).toEqual({
    town: 'Bergen',
  });
});

test('gadgets are arranged with the keyboard, renamed and removed', async ({ open, site }) => {
  const page = await open(await aDashboard(site), 'dana');
  await add(page, 'Add gadget Calm');
  await expect(page.getByRole('region', { name: 'Calm' })).toBeVisible();
  await add(page, 'Add gadget Weather');
  await act(page, 'Weather', 'Rename');
  await page.getByRole('textbox', { name: 'Name' }).fill('Outside');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => gadgets(page)).toEqual(['Outside', 'Calm']);

  await page.getByRole('button', { name: 'Actions for Outside' }).press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => gadgets(page)).toEqual(['Calm', 'Outside']);

  await act(page, 'Calm', 'Move to the right column');
  await expect.poll(() => gadgets(page)).toEqual(['Outside', 'Calm']);
  await expect(page.getByRole('region', { name: 'Calm' })).toBeFocused();

  await page.getByRole('button', { name: 'Layout' }).click();
  await page.getByRole('button', { name: 'Three columns' }).click();
  await expect(page.locator('.gadget-column')).toHaveCount(3);
  await act(page, 'Outside', 'Remove from dashboard');
  await expect.poll(() => gadgets(page)).toEqual(['Calm']);
  await page.reload();
  await expect.poll(() => gadgets(page)).toEqual(['Calm']);
  await expect(page.locator('.gadget-column')).toHaveCount(3);
});

test('refreshing loads a gadget anew, but for one that does it itself', async ({ open, site }) => {
  const page = await open(await aDashboard(site), 'dana');
  await add(page, 'Add gadget Calm');
  await add(page, 'Add gadget Weather');
  await frame(page, 'Configure Weather').evaluate(() => {
    void (window as Here).bridge.view.submit({ refresh: 15 });
  });
  const calm = frame(page, 'Calm');
  await calm.evaluate(() => {
    const { bridge, heard } = window as Here;
    return bridge.events
      .on('JIRA_DASHBOARD_GADGET_REFRESH', (event: unknown) => heard.push(event))
      .then();
  });
  const isOld = () => frame(page, 'Weather').evaluate(() => 'old' in window);
  const age = () =>
    frame(page, 'Weather').evaluate(() => void Object.assign(window, { old: true }));
  await age();
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect.poll(isOld).toBe(false);
  await age();
  await page.getByRole('button', { name: 'Refresh Calm' }).click();
  await expect
    .poll(() => calm.evaluate(() => (window as Here).heard))
    .toMatchObject([{ origin: 'dashboard' }, { origin: 'gadget' }]);
  expect(await isOld()).toBe(true);
});

test('a gadget is refreshed by itself after the minutes it was saved with', async ({
  open,
  page: clocked,
  site,
}) => {
  await clocked.clock.install();
  const page = await open(await aDashboard(site), 'dana');
  await add(page, 'Add gadget Weather');
  await frame(page, 'Configure Weather').evaluate(() => {
    void (window as Here).bridge.view.submit({ refresh: 15 });
  });
  await frame(page, 'Weather').evaluate(() => void Object.assign(window, { old: true }));
  await page.clock.fastForward('15:01');
  await expect.poll(() => frame(page, 'Weather').evaluate(() => 'old' in window)).toBe(false);
});

test('a widget is saved by the product, and its app has a say', async ({ open, site }) => {
  const address = await aDashboard(site);
  const page = await open(address, 'dana');
  await add(page, 'Add widget Tides');
  const form = frame(page, 'Configure Tides');
  const context = await contextOf(page, 'Configure Tides');
  expect(context.extension).toMatchObject({
    type: 'dashboards:widget',
    entryPoint: 'edit',
    config: {},
    layout: { columnSpan: 6, rowSpan: 'medium' },
  });
  expect(context.extension.context).toMatchObject({ dashboardId: address.split('/').at(-1) });
  await form.evaluate(async () => {
    const { bridge, dashboards, heard } = window as Here;
    await dashboards.widgetEdit.onProductSave((config) => {
      if (config.port === undefined) return Promise.reject(new Error('Which port?'));
      return Promise.resolve({ ...config, checked: true });
    });
    await dashboards.widgetEdit.onSave(async () => {
      await bridge.invoke('echo');
    });
    await dashboards.widgetEdit.onSaveError((error) => heard.push(error.message));
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toHaveText('Which port?');
  expect(await form.evaluate(() => (window as Here).heard)).toEqual(['Which port?']);
  expect(site.forge.invocations()).toEqual([]);

  await form.evaluate(() =>
    (window as Here).dashboards.widgetEdit.updateConfig({ port: 'Stavanger' }),
  );
  await page.getByRole('button', { name: 'Save' }).click();
  const shown = async () => (await contextOf(page, 'Tides')).extension as object;
  await expect.poll(shown).toMatchObject({
    entryPoint: 'view',
    config: { port: 'Stavanger', checked: true },
    context: context.extension.context as object,
  });
  expect(site.forge.invocations()).toMatchObject([{ module: 'widget', trigger: 'echo' }]);
  await frame(page, 'Tides').evaluate(() =>
    (window as Here).dashboards.widget.setPreviewConfig({ port: 'Oslo' }),
  );
});

test('readers look and change nothing; others do not see it', async ({ open, site }) => {
  const address = await aDashboard(site, [{ type: 'authenticated' }]);
  const page = await open(address, 'sam');
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a gadget' })).toHaveCount(0);
  const mine = await aDashboard(site).catch((error: unknown) => String(error));
  expect(mine).toContain('same name');
  const [, , , id = ''] = address.split('/');
  await rest(site, 'dana').put(`/rest/api/3/dashboard/${id}`, {
    name: 'Operations',
    sharePermissions: [],
    editPermissions: [],
  });
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Dashboard can’t be found');
});

for (const look of [
  { theme: 'light', locale: 'en-US', width: 1280, add: 'Add a gadget' },
  { theme: 'dark', locale: 'de-DE', width: 320, add: 'Gadget hinzufügen' },
] as const) {
  test.describe(`${look.theme}, ${look.locale}, ${look.width} px`, () => {
    test.use({ viewport: { width: look.width, height: 900 } });

    test('a dashboard can be used by everyone', async ({ open, site }) => {
      const address = await aDashboard(site);
      const [, , , id = ''] = address.split('/');
      const { appId, environmentId } = site.forge.app;
      const moduleKey = `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/calm`;
      await rest(site, 'dana').post(`/rest/api/3/dashboard/${id}/gadget`, { moduleKey });
      const page = await open(address, 'dana', look);
      await expect(frame(page, 'Calm')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: look.add }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}
