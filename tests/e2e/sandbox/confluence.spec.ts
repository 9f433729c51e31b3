import { findings } from '../../support/axe';
import { expect, test } from '../../support/browser';
import { aSite, person, wiki } from '../../support/site';

/** Confluence as people read it: a page, a space, the navigation. */

const BODY = `
<h1>What happened</h1>
<p>Every <strong>second</strong> payment <em>failed</em>, see <a href="https://larkfield.example/graph">the graph</a> and <code>pay.log</code>.</p>
<h2>Timeline</h2>
<table><tbody><tr><th>When</th><th>What</th></tr><tr><td>10:48</td><td>A release went out</td></tr></tbody></table>
<ac:structured-macro ac:name="warning"><ac:rich-text-body><p>Nobody was paged.</p></ac:rich-text-body></ac:structured-macro>
<ul><li>Alarm on refused cards by <time datetime="2026-03-09" />, <ac:link><ri:user ri:account-id="${person('ines').accountId}" /></ac:link></li></ul>
<ac:task-list><ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body>Write the runbook</ac:task-body></ac:task></ac:task-list>
<p onclick="document.title = 'caught'"><a href="javascript:document.title = 'caught'">press</a></p>
<script>document.title = 'caught'</script>`;

type Site = Awaited<ReturnType<typeof aSite>>;

async function aPage(site: Site, title: string): Promise<string> {
  const dana = wiki(site, 'dana');
  const { results } = await dana.get<{ results: readonly { id: string }[] }>(
    '/wiki/api/v2/spaces?keys=OPS',
  );
  const { _links } = await dana.post<{ _links: { base: string; webui: string } }>(
    '/wiki/api/v2/pages',
    { spaceId: results[0]?.id, title, body: { representation: 'storage', value: BODY } },
  );
  return _links.base + _links.webui;
}

for (const look of [
  { theme: 'light', locale: 'en-US', width: 1280, by: 'By Dana Okafor', day: 'Mar 9, 2026' },
  { theme: 'dark', locale: 'de-DE', width: 320, by: 'Von Dana Okafor', day: '09.03.2026' },
] as const) {
  test.describe(`${look.theme}, ${look.locale}, ${look.width} px`, () => {
    test.use({ viewport: { width: look.width, height: 900 } });

    test('a page shows what was written, and executes nothing of it', async ({ open, site }) => {
      const page = await open(await aPage(site, 'Review of HOT-1'), 'sam', look);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review of HOT-1');
      await expect(page.getByText(look.by)).toBeVisible();
      await expect(page.getByRole('heading', { level: 2, name: 'What happened' })).toBeVisible();
      await expect(page.getByRole('heading', { level: 3, name: 'Timeline' })).toBeVisible();
      await expect(page.getByRole('cell', { name: 'A release went out' })).toBeVisible();
      await expect(page.getByText('Nobody was paged.')).toBeVisible();
      await expect(page.getByRole('link', { name: 'the graph' })).toHaveAttribute(
        'href',
        'https://larkfield.example/graph',
      );
      await expect(page.getByText('@Ines Brandt')).toBeVisible();
      await expect(page.getByText(look.day)).toBeVisible();
      await page.getByText('press').click();
      await expect(page).toHaveTitle('Review of HOT-1 - Operations - Confluence');
      await expect(page.getByRole('link', { name: 'press' })).toHaveCount(0);
      expect(await findings(page)).toEqual([]);
    });
  });
}

test('a space is found in the navigation, and its pages in it', async ({ open, site }) => {
  await aPage(site, 'Review of HOT-1');
  const page = await open('/', 'dana');
  const navigation = page.getByRole('navigation', { name: 'Site' });
  await navigation.getByRole('link', { name: 'Operations' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible();
  await expect(navigation.getByRole('link', { name: 'Operations' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Review of HOT-1' }).click();
  await expect(page.getByText('Nobody was paged.')).toBeVisible();
});

test('who may not see a space is told no more than that', async ({ open, site }) => {
  const page = await open(await aPage(site, 'Review of HOT-1'), 'omar');
  await expect(page.getByRole('alert')).toContainText('Page can’t be found');
  await expect(page.getByText('Review of HOT-1')).toHaveCount(0);
  const navigation = page.getByRole('navigation', { name: 'Site' });
  await expect(navigation.locator('a[href="/wiki/spaces/SUPPORT"]')).toBeVisible();
  await expect(navigation.locator('a[href="/wiki/spaces/OPS"]')).toHaveCount(0);
});

test('a site without Confluence does not offer it', async ({ page }) => {
  const site = await aSite('bare', { confluence: false });
  await page.goto(`${site.url}/?as=${person('dana').email}&locale=en-US`);
  await expect(page.getByRole('heading', { level: 1, name: 'For you' })).toBeVisible();
  await expect(page.locator('a[href^="/wiki"]')).toHaveCount(0);
  await page.goto(`${site.url}/wiki/spaces/OPS`);
  await expect(page.getByRole('alert')).toContainText('Page can’t be found');
  await site.stop();
});
