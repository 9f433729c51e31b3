import { type Route } from '@playwright/test';
import { expect, response, sideBar, test } from '../support/browser';
import { call, person, raise, rest } from '../support/site';

test('times are corrected in the panel, and an impossible order is refused with the pair', async ({
  open,
  site,
}) => {
  const incident = await raise(site);
  await site.forge.idle();
  const page = await open(`/browse/${incident.key}`, 'dana');
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const panel = response(page);
  await panel.getByRole('button', { name: 'Edit' }).click();

  await panel.getByLabel('Impact start', { exact: true }).fill('2026-03-02T11:30');
  await panel.getByLabel('Impact detected', { exact: true }).fill('2026-03-02T11:20');
  await panel.getByRole('button', { name: 'Save times' }).click();
  await expect(panel.getByRole('alert')).toHaveText(
    'Impact start cannot lie after Impact detected. Correct one of the two.',
  );
  await expect(panel.getByLabel('Impact start', { exact: true })).toHaveValue('2026-03-02T11:30');

  await panel.getByLabel('Impact detected', { exact: true }).fill('2026-03-02T11:41');
  await panel.getByRole('button', { name: 'Save times' }).click();
  await expect(panel.getByRole('region', { name: 'Time to detect' })).toContainText('11 min');
  expect(await incident.field('Time to detect')).toBe(11);
});

test('what is left as it was keeps the seconds that neither the form nor Jira shows', async ({
  open,
  site,
}) => {
  const at = (time: string) => Date.parse(`2026-03-02T${time}Z`);
  await site.clock.moveTo(at('12:00:23'), () => site.forge.idle());
  const incident = await raise(site);
  await incident.edit({ assignee: { accountId: person('dana').accountId } });
  await incident.moveTo('Fixing');
  await site.forge.idle();
  await site.clock.moveTo(at('12:02:00'), () => site.forge.idle());
  await call(site, 'dana', incident.key, 'setTimes', {
    impactStart: '2026-03-02T11:50:12Z',
    impactRecovered: '2026-03-02T12:00:50Z',
  });
  const figures = async () => [
    await incident.field('Time to detect'),
    await incident.field('Time to recovery'),
  ];
  const page = await open(`/browse/${incident.key}`, 'dana');
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const panel = response(page);
  await panel.getByRole('button', { name: 'Edit' }).click();
  await expect(panel.getByLabel('Impact start', { exact: true })).toHaveValue('2026-03-02T11:50');
  await expect(panel.getByLabel('Impact detected', { exact: true })).toHaveValue('');
  await panel.getByRole('button', { name: 'Save times' }).click();
  await expect(panel.getByRole('button', { name: 'Save times' })).toBeHidden();
  expect(await figures()).toEqual([10.18, 10.63]);

  await panel.getByRole('button', { name: 'Resolve', exact: true }).first().click();
  await panel.getByLabel('Another time').check();
  await expect(panel.getByLabel(/^Moment in/)).toHaveValue('2026-03-02T12:00');
  await panel.getByRole('button', { name: 'Yes, resolve' }).click();
  await expect(panel.getByRole('status')).toContainText('clean-up and review go on');
  expect(await figures()).toEqual([10.18, 10.63]);
  await expect(panel.getByText(/Earlier times/)).toHaveCount(0);
});

test('a time is typed and read in the zone of whoever looks', async ({ open, site }) => {
  const incident = await raise(site);
  await incident.edit({ 'Impact start': '2026-03-02T10:15:00.000+0000' });
  await site.forge.idle();
  const page = await open(`/browse/${incident.key}`, 'ines', { locale: 'de-DE' });
  await sideBar(page).getByRole('button', { name: 'Reaktion öffnen' }).click();
  const panel = response(page);
  await expect(panel.getByText('Zeiten in Europe/Berlin (GMT+1)')).toBeVisible();
  const times = panel.getByRole('region', { name: 'Zeiten der Auswirkungen' });
  await expect(times.getByText('2. März, 11:15')).toBeVisible();
  await panel.getByRole('button', { name: 'Bearbeiten' }).click();
  await panel.getByLabel('Beginn der Auswirkungen', { exact: true }).fill('2026-03-02T11:00');
  await panel.getByRole('button', { name: 'Zeiten speichern' }).click();
  await expect(panel.getByRole('region', { name: 'Erkennungszeit' })).toContainText(
    '2 Std. 0 Min.',
  );
  expect(await incident.field('Impact start')).toBe('2026-03-02T10:00:00.000+0000');
});

test('another time than those offered is typed where the times are edited', async ({
  open,
  site,
}) => {
  const incident = await raise(site);
  await incident.edit({ assignee: { accountId: person('dana').accountId } });
  await incident.moveTo('Fixing');
  await site.forge.idle();
  const page = await open(`/browse/${incident.key}`, 'dana');
  await sideBar(page).getByRole('button', { name: 'Another time' }).click();
  await response(page).getByLabel('Impact start', { exact: true }).fill('2026-03-02T11:07');
  await response(page).getByRole('button', { name: 'Save times' }).click();
  await expect(sideBar(page).getByText('detected after 53 min')).toBeAttached();
});

test('the panel opens from the apps button, on an incident', async ({ open, site }) => {
  const { key } = await raise(site);
  const page = await open(`/browse/${key}`, 'dana');
  await page.getByRole('button', { name: 'Apps' }).click();
  await page.getByRole('button', { name: 'Incident response' }).click();
  const panel = page.frameLocator('iframe[src*="/incident-panel/"]');
  await expect(panel.getByRole('heading', { name: 'Card payments fail' })).toBeVisible();
});

test('from the keyboard alone: open, edit, save', async ({ open, site }) => {
  const incident = await raise(site);
  const page = await open(`/browse/${incident.key}`, 'dana');
  await sideBar(page).getByRole('button', { name: 'Open response' }).focus();
  await page.keyboard.press('Enter');
  const panel = response(page);
  await panel.getByRole('button', { name: 'Edit' }).focus();
  await page.keyboard.press('Enter');
  await panel.getByLabel('Impact start', { exact: true }).fill('2026-03-02T11:45');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('region', { name: 'Time to detect' })).toContainText('15 min');
});

test('a reader sees the incident and no way to change it', async ({ open, site }) => {
  const { key } = await raise(site);
  const page = await open(`/browse/${key}`, 'sam');
  const bar = sideBar(page);
  await expect(bar.getByText('Nobody leads this incident yet.')).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Take this incident' })).toHaveCount(0);
  await bar.getByRole('button', { name: 'Open response' }).click();
  await expect(response(page).getByText('You can look at this incident.')).toBeVisible();
  await expect(response(page).getByRole('button', { name: 'Edit' })).toHaveCount(0);
});

test('somebody who may not see the incident gets neither issue nor app', async ({ open, site }) => {
  const { key } = await raise(site);
  const page = await open(`/browse/${key}`, 'omar');
  await expect(
    page.getByText(/do not have permission|does not exist|exist/i).first(),
  ).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.getByText('Card payments fail')).toHaveCount(0);
});

test('two people press at once: the second is told who leads', async ({ open, site }) => {
  const incident = await raise(site);
  await site.forge.idle();
  const page = await open(`/browse/${incident.key}`, 'ines');
  const take = sideBar(page).getByRole('button', { name: 'Take this incident' });
  await expect(take).toBeVisible();
  await rest(site, 'dana').put(`/rest/api/3/issue/${incident.id}/assignee`, {
    accountId: person('dana').accountId,
  });
  await take.click();
  await expect(sideBar(page).getByRole('alert')).toHaveText(
    'Dana Okafor has taken this incident a moment ago. Nothing was changed.',
  );
});

test("a change in Jira's own fields is seen beside the issue", async ({ open, site }) => {
  const { key } = await raise(site);
  const page = await open(`/browse/${key}`, 'dana');
  await expect(sideBar(page).getByText('SEV 1')).toBeVisible();
  await page.getByRole('button', { name: 'Assign to me' }).click();
  await expect(sideBar(page).getByRole('definition').first()).toHaveText('Dana Okafor');
});

test('a change made while a frame starts is seen as soon as it has started', async ({
  open,
  page,
  site,
}) => {
  const { key } = await raise(site);
  const held: Route[] = [];
  await page.route('**/incident-context/**/en-US-*.js', (route) => {
    held.push(route);
  });
  const firstRead = page.waitForResponse(
    (answer) => answer.request().postData()?.includes('getIncident') ?? false,
  );
  await open(`/browse/${key}`, 'dana');
  await (await firstRead).finished();
  await page.getByRole('button', { name: 'Assign to me' }).click();
  await expect(page.getByRole('button', { name: 'Assign to me' })).toBeHidden();
  await Promise.all(held.map((route) => route.continue()));
  await expect(sideBar(page).getByRole('definition').first()).toHaveText('Dana Okafor');
});

test('when Jira does not answer, it is said, and trying again helps', async ({ open, site }) => {
  const { key } = await raise(site);
  await site.forge.idle();
  site.faults.add({ target: 'jira', rate: 1, status: 503 });
  const page = await open(`/browse/${key}`, 'dana');
  const bar = sideBar(page);
  await expect(bar.getByRole('alert')).toContainText('Jira has not answered.');
  site.faults.clear();
  await bar.getByRole('button', { name: 'Try again' }).click();
  await expect(bar.getByText('SEV 1')).toBeVisible();
});
