import { type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { expect, response, test } from '../support/browser';
import { aLedIncident, openTab, said } from '../support/response';
import { person } from '../support/site';

type Open = (path: string, who: 'dana' | 'ines') => Promise<Page>;

const TIMELINE = /^(Timeline|Zeitleiste)/;
const isLook = (url: string) => url.includes('properties=incident-log');

/** What the app ran and spent of its quota so far. */
function spent(site: Site) {
  const runs = site.forge.invocations();
  return { runs: runs.length, points: site.forge.bill().points };
}

/** Lets so much time pass at once, and waits for the look that is due by then. */
async function aLook(page: Page, ms: number): Promise<void> {
  const seen = page.waitForResponse((answer) => isLook(answer.url()));
  await page.clock.fastForward(ms);
  await seen;
}

/** An incident is open at its timeline, on a page whose time moves when a test moves it. */
async function onTimeline(
  { open, page, site }: { open: Open; page: Page; site: Site },
  who: 'dana' | 'ines',
) {
  const { key } = await aLedIncident(site);
  await page.clock.install({ time: site.clock.now() });
  await open(`/browse/${key}`, who);
  const panel = await openTab(page, TIMELINE);
  await expect(panel.getByLabel('What happened?')).toBeVisible();
  return { key, panel };
}

test('having an incident open costs nothing of the quota that the app shares with all its sites', async ({
  open,
  page,
  site,
}) => {
  await onTimeline({ open, page, site }, 'dana');
  await aLook(page, 31_000); // what opening asks for has been answered by then
  await site.forge.idle();
  const before = spent(site);
  for (let n = 0; n < 20; n++) await aLook(page, 31_000);
  expect(spent(site)).toEqual(before);
});

test('side-bar and panel look once for both', async ({ open, page, site }) => {
  await onTimeline({ open, page, site }, 'dana');
  await aLook(page, 31_000);
  let looks = 0;
  page.on('request', (request) => {
    if (isLook(request.url())) looks += 1;
  });
  // Three minutes in short steps: the frames are due at moments of their own, up to a second apart.
  for (let n = 0; n < 900; n++) await page.clock.fastForward(200);
  expect(looks).toBeGreaterThanOrEqual(5);
  expect(looks).toBeLessThanOrEqual(8);
});

test('what others say is seen with the next look, where nobody is told of it', async ({
  open,
  page,
  site,
}) => {
  const { key, panel } = await onTimeline({ open, page, site }, 'ines');
  await said(site, 'dana', key, { kind: 'note', text: 'Queue is draining' });
  await aLook(page, 31_000);
  await expect(panel.getByText('Queue is draining')).toBeVisible();
});

test('what somebody says in another browser is there at once', async ({
  open,
  page,
  browser,
  site,
}) => {
  // Nobody's look can be what tells: the time of this page stands still.
  const { key, panel } = await onTimeline({ open, page, site }, 'ines');
  await page.clock.pauseAt(site.clock.now() + 60_000);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(`${site.url}/browse/${key}?as=${person('dana').email}`);
  await openTab(other, TIMELINE);
  await response(other).getByLabel('What happened?').fill('Rolled back');
  await response(other).getByRole('button', { name: 'Add' }).click();
  await expect(panel.getByText('Rolled back')).toBeVisible();
  await elsewhere.close();
});
