import { expect, response, sideBar, test } from '../support/browser';
import { type IncidentOnSite, person, raise, rest } from '../support/site';
import { type Site } from '../../sandbox/site/site';

/** Led by Dana and being fixed, since a quarter to twelve. */
async function underWay(site: Site): Promise<IncidentOnSite> {
  const incident = await raise(site, { 'Faulty service': { value: 'Payments' } });
  await incident.edit({
    assignee: { accountId: person('dana').accountId },
    'Impact start': '2026-03-02T11:45:00.000+0000',
  });
  await incident.moveTo('Fixing');
  await site.forge.idle();
  return incident;
}

test('resolve: asks whether the impact is over and since when, and says what goes on', async ({
  open,
  site,
}) => {
  const incident = await underWay(site);
  const page = await open(`/browse/${incident.key}`, 'dana');
  await sideBar(page).getByRole('button', { name: 'Resolve' }).click();
  const panel = response(page);
  await expect(
    panel.getByRole('heading', { name: 'Are current and imminent business impact over?' }),
  ).toBeFocused();
  await panel.getByLabel('10 min ago').check();
  await panel.getByLabel('About').check();
  await panel.getByRole('button', { name: 'Yes, resolve' }).click();
  await expect(panel.getByRole('status')).toContainText('clean-up and review go on');
  await expect(panel.getByText('About · said by Dana Okafor')).toBeVisible();
  await expect(panel.getByRole('region', { name: 'Time to recovery' })).toContainText('5 min');
  expect(await incident.field('Impact recovered')).toBe('2026-03-02T11:50:00.000+0000');
});

test('it came back: back to Fixing, the clock runs, and that is said', async ({ open, site }) => {
  const incident = await underWay(site);
  await incident.edit({ 'Impact recovered': '2026-03-02T11:55:00.000+0000' });
  await incident.moveTo('Resolved');
  await site.forge.idle();
  const page = await open(`/browse/${incident.key}`, 'dana');
  const bar = sideBar(page);
  await bar.getByRole('button', { name: 'It came back' }).click();
  await expect(bar.getByRole('status')).toContainText('The clock runs again');
  await expect(bar.getByText('since impact start')).toBeVisible();
  await bar.getByRole('button', { name: 'Open response' }).click();
  await response(page).getByText('Earlier times (1)').click();
  await expect(response(page).getByText('lost when it came back')).toBeVisible();
  expect(await incident.field('Impact recovered')).toBeNull();
});

test('times that look wrong: what was meant is a press away, and so is that they are right', async ({
  open,
  site,
}) => {
  const incident = await underWay(site);
  await incident.edit({
    'Impact start': '2025-03-02T11:40:00.000+0000',
    'Impact recovered': '2026-03-02T11:50:00.000+0000',
  });
  await incident.moveTo('Resolved');
  await site.forge.idle();
  const page = await open(`/browse/${incident.key}`, 'dana');
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const doubts = response(page).getByRole('list', { name: 'Times that look wrong' });
  await expect(doubts).toContainText('about a year or more away');
  await doubts.getByRole('button', { name: 'This is right: The impact lasted more than' }).click();
  await expect(doubts).not.toContainText('more than 180 days');
  await doubts.getByRole('button', { name: /^Set to / }).click();
  await expect(doubts).toBeHidden();
  expect(await incident.field('Impact start')).toBe('2026-03-02T11:40:00.000+0000');
});

test('resolved elsewhere: the transition stands in, until somebody confirms it', async ({
  open,
  site,
}) => {
  const incident = await underWay(site);
  await incident.moveTo('Resolved');
  await site.forge.idle();
  const page = await open(`/browse/${incident.key}`, 'ines');
  const bar = sideBar(page);
  await expect(bar.getByText(/Impact over since .*, says the transition/)).toBeVisible();
  await bar.getByRole('button', { name: 'Confirm' }).click();
  await expect(bar.getByText('says the transition')).toHaveCount(0);
  await bar.getByRole('button', { name: 'Open response' }).click();
  await expect(response(page).getByText('said by Ines Brandt')).toBeVisible();
});

test('cancel as a duplicate: picked among the open ones, linked, cancelled', async ({
  open,
  site,
}) => {
  const other = await raise(site, { summary: 'Checkout is down' });
  const incident = await underWay(site);
  const page = await open(`/browse/${incident.key}`, 'dana');
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const panel = response(page);
  await panel.getByRole('button', { name: 'Not an incident' }).click();
  await panel.getByLabel('Duplicate of another incident').check();
  await panel.getByRole('button', { name: 'Close it' }).click();
  await expect(panel.getByRole('alert')).toHaveText('Choose an incident or type its key.');
  await panel.getByLabel('Duplicate of', { exact: true }).selectOption(other.key);
  await panel.getByRole('button', { name: 'Close it' }).click();
  await expect(panel.getByText('A duplicate: Dana Okafor.')).toBeVisible();
  const { fields } = await rest(site, 'ada').get<{
    fields: { issuelinks: { type: { outward: string }; outwardIssue?: { key: string } }[] };
  }>(`/rest/api/3/issue/${incident.id}`);
  expect(fields.issuelinks).toMatchObject([
    { type: { outward: 'duplicates' }, outwardIssue: { key: other.key } },
  ]);
  expect(await incident.field('status')).toMatchObject({ name: 'Cancelled' });

  await panel.getByRole('button', { name: 'It is an incident after all' }).click();
  await expect(panel.getByText('It is open again, and the team was told.')).toBeVisible();
  await expect(panel.getByText('A duplicate: Dana Okafor.')).toHaveCount(0);
  expect(await incident.field('status')).toMatchObject({ name: 'Fixing' });
  expect(await incident.field('issuelinks')).toEqual([]);
});

test('severity: the scale is in view, and a change by somebody else is told', async ({
  open,
  site,
}) => {
  const incident = await underWay(site);
  const page = await open(`/browse/${incident.key}`, 'dana');
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const panel = response(page);
  await expect(panel.getByText('Nobody has confirmed the severity yet.')).toBeVisible();
  await panel.getByRole('button', { name: 'Severity' }).click();
  await expect(panel.getByText('Major incident with significant impact')).toBeVisible();
  await incident.edit({ Severity: { value: '3 – Minor' } }, 'ines');
  await panel.getByLabel(/2 – Major/).check();
  await panel.getByRole('button', { name: 'Change the severity' }).click();
  await expect(panel.getByRole('alert')).toHaveText(
    /Ines Brandt changed the severity to 3 a moment ago/,
  );
  await panel.getByLabel('A day').check();
  await panel.getByRole('button', { name: 'Change the severity' }).click();
  await expect(
    panel.getByText(/Severity confirmed by Dana Okafor.*effort to fix: A day/),
  ).toBeVisible();
  expect(await incident.field('Severity')).toMatchObject({ value: '2 – Major' });
});
