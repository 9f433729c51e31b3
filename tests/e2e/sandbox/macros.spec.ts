import { type Site } from '../../../sandbox/site/site';
import { findings } from '../../support/axe';
import { expect, frame, type Here, test } from '../../support/bridge-app';
import { person, wiki } from '../../support/site';

/** Pages of Confluence with an app's macros. */

type Written = { readonly id: string; readonly _links: { readonly webui: string } };

/** A page in the space that everybody reads, with one macro in storage format, as a tool would write it. */
async function aPage(site: Site, macro = 'macro', config = ''): Promise<Written> {
  const { appId, environmentId } = site.forge.app;
  const attribute = (key: string, value: string) =>
    `<ac:adf-attribute key="${key}">${value}</ac:adf-attribute>`;
  const parameters = [
    '<ac:adf-parameter key="local-id">here</ac:adf-parameter>',
    `<ac:adf-parameter key="guest-params">${config}</ac:adf-parameter>`,
  ].join('');
  const value = [
    '<p>Good morning.</p><ac:adf-extension><ac:adf-node type="extension">',
    attribute('extension-key', `${appId}/${environmentId}/static/${macro}`),
    attribute('extension-type', 'com.atlassian.ecosystem'),
    attribute('parameters', parameters),
    '</ac:adf-node></ac:adf-extension><p>Good night.</p>',
  ].join('');
  const dana = wiki(site, 'dana');
  const { results } = await dana.get<{ results: readonly { id: string }[] }>(
    '/wiki/api/v2/spaces?keys=SUPPORT',
  );
  const body = { representation: 'storage', value };
  const page = { spaceId: results[0]?.id, title: 'The day', body };
  return dana.post<Written>('/wiki/api/v2/pages', page);
}

const TOWN = '<ac:adf-parameter key="town">Bergen</ac:adf-parameter>';
const addressOf = ({ _links }: Written): string => `/wiki${_links.webui}`;

test('a macro stands in its page, and asks Jira as whoever reads it', async ({ open, site }) => {
  const written = await aPage(site, 'macro', TOWN);
  const page = await open(addressOf(written), 'omar');
  const body = frame(page, 'Sunrise');
  const context = await body.evaluate(() => (window as Here).bridge.view.getContext());
  expect(context).toMatchObject({
    moduleKey: 'macro',
    localId: 'here',
    extension: {
      type: 'macro',
      config: { town: 'Bergen' },
      content: { id: written.id, type: 'page' },
      space: { key: 'SUPPORT' },
      isEditing: false,
    },
  });
  const found = await body.evaluate(async () => {
    const { requestJira } = (window as Here).bridge;
    const me = (await (await requestJira('/rest/api/3/myself')).json()) as { accountId: string };
    return [me.accountId, (await requestJira('/rest/api/3/project/HOT')).status];
  });
  expect(found).toEqual([person('omar').accountId, 404]);
  expect(site.forge.invocations()).toEqual([]);
  await expect(page.getByRole('button', { name: 'Edit' })).toHaveCount(0);
});

test('who may write inserts, configures, moves and removes macros, and publishes', async ({
  open,
  site,
}) => {
  const written = await aPage(site, 'plain');
  const page = await open(addressOf(written), 'dana');
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Insert a macro' }).click();
  await page.getByRole('button', { name: 'Insert Sunrise' }).click();
  const editor = frame(page, 'Where it rises', 'dialog');
  await editor.evaluate(() => {
    // The frame goes away with what it says.
    void (window as Here).bridge.view.submit({ config: { town: 'Oslo', hours: 4 } });
  });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const context = await frame(page, 'Sunrise').evaluate(() =>
    (window as Here).bridge.view.getContext(),
  );
  expect(context.extension).toMatchObject({ isEditing: true, config: { town: 'Oslo', hours: 4 } });
  await page.getByRole('button', { name: 'Move Sunrise up' }).click();
  await page.getByRole('button', { name: /^Remove .*plain/ }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('version 2')).toBeVisible();
  await expect(frame(page, 'Sunrise')).toBeVisible();
  const { body } = await wiki(site, 'dana').get<{ body: { storage: { value: string } } }>(
    `/wiki/api/v2/pages/${written.id}?body-format=storage`,
  );
  const { value } = body.storage;
  expect(value).toContain('<ac:adf-parameter key="hours" type="integer">4</ac:adf-parameter>');
  expect(value).not.toContain('static/plain');
  expect(value.indexOf('Good morning')).toBeLessThan(value.indexOf('static/macro'));
  expect(value.indexOf('static/macro')).toBeLessThan(value.indexOf('Good night'));
});

test('an export has what the app says in the place of its macro', async ({ open, site }) => {
  const written = await aPage(site, 'macro', TOWN);
  const page = await open(addressOf(written), 'sam');
  await page.getByRole('link', { name: 'Export' }).click();
  await expect(page.getByText('Sunrise in Bergen, for word')).toBeVisible();
  await expect(page.getByText('Good night.')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(site.forge.invocations()).toMatchObject([
    { module: 'macro', kind: 'export', accountId: null, result: 'ok' },
  ]);
});

for (const look of [
  { theme: 'light', locale: 'en-US', width: 1280, edit: 'Edit', insert: 'Insert a macro' },
  { theme: 'dark', locale: 'de-DE', width: 320, edit: 'Bearbeiten', insert: 'Makro einfügen' },
] as const) {
  test.describe(`${look.theme}, ${look.locale}, ${look.width} px`, () => {
    test.use({ viewport: { width: look.width, height: 900 } });

    test('a page with a macro can be used by everyone', async ({ open, site }) => {
      const page = await open(addressOf(await aPage(site)), 'dana', look);
      await expect(frame(page, 'Sunrise')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: look.edit }).click();
      await expect(frame(page, 'Sunrise')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: look.insert }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}
