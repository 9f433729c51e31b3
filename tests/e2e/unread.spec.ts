import { type FrameLocator, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { expect, test } from '../support/browser';
import { findings } from '../support/axe';
import { hideFromApp } from '../support/private';
import { adminsMayDelete, type IncidentOnSite, raise, rest } from '../support/site';

const ADMIN = '/jira/settings/apps/admin';
type Issue = { id: string; fields?: Record<string, unknown> };
const PARKED = { id: '99999', name: 'Parked' };
const HOUR = 3_600_000;

async function historyOn(page: Page): Promise<FrameLocator> {
  const frame = page.frameLocator('iframe[src*="/admin/"]');
  await frame.getByRole('tab', { name: /^(History|Frühere Vorfälle)$/ }).click();
  return frame;
}

/** From now on the app is told that this incident is in a status that nobody assigned. @returns what ends it */
function parked(site: Site, { id }: IncidentOnSite): () => void {
  const answer = site.jira.fetch.bind(site.jira);
  site.jira.fetch = async (request, caller) => {
    const response = await answer(request, caller);
    const isMeant = request.url.includes(`/issue/${id}?`) || request.url.endsWith('/search/jql');
    if (!caller.viaApp || !response.ok || !isMeant) return response;
    const answered = (await response.json()) as Issue & { issues?: readonly Issue[] };
    for (const issue of answered.issues ?? [answered])
      if (issue.id === id && issue.fields) issue.fields['status'] = PARKED;
    return Response.json(answered);
  };
  return () => {
    site.jira.fetch = answer;
  };
}

/** One that is hidden, one that was deleted unheard, and one in a status that nobody assigned. */
async function threeSetAside(site: Site) {
  await adminsMayDelete(site);
  const hidden = await raise(site, { summary: 'A leak of data' });
  const deleted = await raise(site, { summary: 'Raised by mistake' });
  const odd = await raise(site, { summary: 'Parcels go missing' });
  await site.forge.idle();
  site.faults.add({ target: 'event-drop', rate: 1 });
  await rest(site, 'ada').delete(`/rest/api/3/issue/${deleted.key}`);
  site.faults.clear('event-drop');
  const show = await hideFromApp(site, hidden.key);
  const end = parked(site, odd);
  await odd.edit({ summary: 'Parcels go missing in Dublin' });
  await site.forge.idle();
  await site.clock.moveTo(site.clock.now() + HOUR, () => site.forge.idle());
  await site.forge.idle();
  return { hidden, deleted, odd, show, end };
}

test('what the app cannot read is named with why; it comes back, or is said to be deleted', async ({
  open,
  site,
}) => {
  const { hidden, deleted, odd, show, end } = await threeSetAside(site);
  const page = await open(ADMIN, 'ada');
  const history = await historyOn(page);
  const list = history.getByRole('list', { name: 'Incidents that cannot be read' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(history.getByText('3 incidents', { exact: true })).toBeVisible();
  const row = (text: string) => list.getByRole('listitem').filter({ hasText: text });
  await expect(row(odd.key)).toContainText('what its status “Parked” means');
  await expect(row(hidden.key)).toContainText('Its security level hides it from the app.');
  await expect(row(hidden.key).getByRole('button')).toHaveCount(0);
  await row(`Number ${deleted.id}`).getByRole('button', { name: 'It was deleted' }).click();
  await row(`Number ${deleted.id}`).getByRole('button', { name: 'Yes, it was deleted' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);

  end();
  await show();
  await history.getByRole('button', { name: 'Try again' }).click();
  await expect(list).toHaveCount(0, { timeout: 15_000 });
});

test('beside the incident it is said what keeps it', async ({ open, site }) => {
  const odd = await raise(site);
  await site.forge.idle();
  const end = parked(site, odd);
  const page = await open(`/browse/${odd.key}`, 'dana');
  await expect(
    page.frameLocator('iframe[src*="/incident-context/"]').getByText(/status “Parked” means/),
  ).toBeVisible();
  end();
});

for (const look of [
  { theme: 'light', locale: 'en-US', width: 1280 },
  { theme: 'dark', locale: 'de-DE', width: 360 },
] as const) {
  test.describe(`${look.theme}, ${look.locale}, ${look.width} px`, () => {
    test.use({ viewport: { width: look.width, height: 900 } });

    test('the list of what cannot be read can be used by everybody', async ({ open, site }) => {
      const { end } = await threeSetAside(site);
      const page = await open(ADMIN, 'ada', look);
      const history = await historyOn(page);
      const ask = history.getByRole('button', { name: /^(It was deleted|Wurde gelöscht)$/ });
      await ask.click();
      await expect(history.getByRole('button', { name: /^(Yes|Ja), / })).toBeFocused();
      expect(await findings(page)).toEqual([]);
      end();
    });
  });
}
