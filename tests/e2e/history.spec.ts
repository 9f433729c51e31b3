import AxeBuilder from '@axe-core/playwright';
import { type FrameLocator, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { expect, response, sideBar, test } from '../support/browser';
import { addOldIncidents } from '../support/old-incidents';
import { raise } from '../support/site';

/** The section "History" of the administration, as an administrator sees it. */
async function historyOn(page: Page): Promise<FrameLocator> {
  const frame = page.frameLocator('iframe[src*="/admin/"]');
  await frame.getByRole('tab', { name: /^(History|Frühere Vorfälle)$/ }).click();
  return frame;
}

/** From before the app was there: nothing is told of it. */
async function anOldOne(site: Site, { summary, ...times }: Readonly<Record<string, unknown>>) {
  site.faults.add({ target: 'event-drop', rate: 1 });
  const incident = await raise(site, { summary });
  await incident.edit(times);
  await incident.moveTo('Fixing');
  await incident.moveTo('Resolved');
  site.faults.clear('event-drop');
  return incident;
}

const WRONG = {
  summary: 'Parcels go missing',
  'Impact start': '2026-03-02T11:30:00.000+0000',
  'Impact detected': '2026-03-02T11:00:00.000+0000',
  'Impact recovered': '2026-03-02T11:50:00.000+0000',
};

test('older incidents are brought in, watched, paused and gone on with', async ({ open, site }) => {
  await addOldIncidents(site, { count: 350 });
  // Slow enough to press a button in between.
  await site.forge.idle();
  const answer = site.jira.fetch.bind(site.jira);
  let isSlow = true;
  site.jira.fetch = async (request, caller) => {
    const isPage = caller.viaApp && request.url.endsWith('/search/jql');
    if (isSlow && isPage) await new Promise((resolve) => setTimeout(resolve, 2500));
    return answer(request, caller);
  };
  const page = await open('/jira/settings/apps/admin', 'ada');
  const history = await historyOn(page);
  await expect(history.getByText('Incidents in this project: about 350.')).toBeVisible();
  await history.getByRole('button', { name: 'Bring in older incidents' }).click();
  await expect(
    history.getByRole('progressbar', { name: 'Older incidents looked at' }),
  ).toBeVisible();
  await expect(history.getByText(/^[123]00 of about 350$/)).toBeVisible({ timeout: 15_000 });
  await history.getByRole('button', { name: 'Pause' }).click();
  await expect(history.getByText('Paused. It goes on where it stopped.')).toBeVisible();
  await site.forge.idle();
  isSlow = false;
  await history.getByRole('button', { name: 'Go on' }).click();
  await expect(history.getByText('Older incidents are brought in.')).toBeVisible({
    timeout: 20_000,
  });
  await expect(history.getByText('Incidents looked at').locator('..')).toContainText('350');
  await expect(history.getByRole('button', { name: /^To confirm/ })).toContainText('87');
  site.jira.fetch = answer;
});

test('the list leads to the incident; corrected there, it is empty', async ({ open, site }) => {
  const wrong = await anOldOne(site, WRONG);
  const page = await open('/jira/settings/apps/admin', 'ada');
  const history = await historyOn(page);
  // The kind that somebody chose stays chosen while the run starts and ends.
  await history.getByRole('button', { name: /^Missing/ }).click();
  await history.getByRole('button', { name: 'Bring in older incidents' }).click();
  await expect(history.getByText('Older incidents are brought in.')).toBeVisible();
  await expect(history.getByText('Nothing is wrong.')).toBeVisible();
  await history.getByRole('button', { name: /^Contradicting/ }).click();
  const row = history.getByRole('listitem').filter({ hasText: 'Parcels go missing' });
  await expect(row.getByText('Impact start lies after Impact detected.')).toBeVisible();
  const [issue] = await Promise.all([
    page.waitForEvent('popup'),
    row.getByRole('button', { name: `Open ${wrong.key}` }).click(),
  ]);
  await sideBar(issue).getByRole('button', { name: 'Open response' }).click();
  const panel = response(issue);
  await panel.getByRole('button', { name: /Edit/ }).first().click();
  await panel.getByLabel('Impact start', { exact: true }).fill('2026-03-02T11:40');
  await panel.getByRole('button', { name: 'Save times' }).click();
  await expect(panel.getByText('20 min').first()).toBeVisible();
  await site.forge.idle();
  await issue.close();
  await history.getByRole('button', { name: 'Refresh' }).click();
  await expect(history.getByText('Nothing is wrong.')).toBeVisible();
});

test('what the administrator may not see is counted and not named', async ({ open, site }) => {
  const wrong = await anOldOne(site, WRONG);
  const page = await open('/jira/settings/apps/admin', 'ada');
  const history = await historyOn(page);
  await history.getByRole('button', { name: 'Bring in older incidents' }).click();
  await expect(history.getByText('Parcels go missing')).toBeVisible();
  await page.route('**/rest/api/3/issue/bulkfetch', (route) =>
    route.fulfill({ json: { issues: [] } }),
  );
  await history.getByRole('button', { name: 'Refresh' }).click();
  await expect(history.getByText('1 more that you may not see')).toBeVisible();
  await expect(history.getByText(wrong.key)).toBeHidden();
});

for (const look of [
  { theme: 'light', locale: 'en-US', width: 1280 },
  { theme: 'dark', locale: 'de-DE', width: 360 },
] as const) {
  test.describe(`${look.theme}, ${look.locale}, ${look.width} px`, () => {
    test.use({ viewport: { width: look.width, height: 900 } });

    test('can be used by everybody', async ({ open, site }) => {
      await anOldOne(site, WRONG);
      await anOldOne(site, { summary: 'Late parcels' });
      const page = await open('/jira/settings/apps/admin', 'ada', look);
      const history = await historyOn(page);
      const start = history.getByRole('button', {
        name: /^(Bring in|Frühere Vorfälle übernehmen)/,
      });
      await expect(start).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await start.click();
      await expect(history.getByText('Late parcels')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
