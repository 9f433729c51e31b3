import { readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { findings } from '../support/axe';
import { expect, response, sideBar, test } from '../support/browser';
import { type IncidentOnSite, raise, rest, type Who, wiki } from '../support/site';
import { addTickets } from '../support/tickets';

const LOOKS = [
  { theme: 'light', locale: 'en-US', width: 1280 },
  { theme: 'dark', locale: 'de-DE', width: 360 },
] as const;

/** Began half an hour ago; somebody leads it. */
async function anIncident(site: Site): Promise<IncidentOnSite> {
  const incident = await raise(site);
  await incident.edit({ 'Impact start': '2026-03-02T11:30:00.000+0000' });
  await incident.moveTo('Fixing');
  await site.forge.idle();
  return incident;
}

/** Tickets that carry it, as an agent marks them. */
async function marked(site: Site, incident: IncidentOnSite, minutesAgo: readonly number[]) {
  const tickets = await addTickets(
    site,
    minutesAgo.map((minutes, n) => ({
      minutesAgo: minutes,
      summary: `I cannot pay (${n})`,
      customer: n === 0 ? '=cmd("x"), Nora' : 'Felix Brandl',
    })),
  );
  for (const { key } of tickets) {
    await rest(site, 'tomasz').post('/rest/api/3/issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { key },
      outwardIssue: { key: incident.key },
    });
  }
  await site.forge.idle();
  return tickets;
}

async function aTeamProject(site: Site): Promise<void> {
  const admin = rest(site, 'ada');
  const { accountId } = await admin.get<{ accountId: string }>('/rest/api/3/myself');
  await admin.post('/rest/api/3/project', {
    key: 'TEAM',
    name: 'Team',
    projectTypeKey: 'software',
    leadAccountId: accountId,
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  });
}

async function openReview(page: Page) {
  await sideBar(page)
    .getByRole('button', { name: /Open response|Reaktion öffnen/ })
    .click();
  const panel = response(page);
  await panel.getByRole('tab', { name: /^(Review|Auswertung)/ }).click();
  return panel;
}

const action = (page: Page) => page.frameLocator('dialog iframe[src*="/ticket/"]');

async function openAction(page: Page) {
  await page.getByRole('button', { name: /^(Actions|Aktionen)$/ }).click();
  await page.getByRole('button', { name: /^(Mark with|Mit einem Vorfall)/ }).click();
  return action(page);
}

for (const { width, ...look } of LOOKS) {
  test.describe(`${look.theme}, ${look.locale}, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('the tab has nothing against it, before and after the end', async ({ open, site }) => {
      const incident = await anIncident(site);
      await aTeamProject(site);
      const page = await open(`/browse/${incident.key}`, 'tomasz', look);
      const panel = await openReview(page);
      await expect(panel.getByRole('checkbox')).toHaveCount(6);
      await expect(panel.getByRole('combobox')).toHaveCount(2);
      expect(await findings(page)).toEqual([]);
      await marked(site, incident, [25, 20, 12]);
      await incident.moveTo('Resolved');
      await site.forge.idle();
      await page.reload();
      const after = await openReview(page);
      await expect(after.getByText(/Customers to contact|Zu kontaktierende/)).toBeVisible();
      await after.getByText(/Arrivals as a table|Eingänge als Tabelle/).click();
      await after.getByText(/^Tickets$/).click();
      expect(await findings(page)).toEqual([]);
    });

    test('the action has nothing against it, before and after a press', async ({ open, site }) => {
      await anIncident(site);
      const [ticket] = await addTickets(site, [{}]);
      const page = await open(`/browse/${ticket?.key ?? ''}`, 'sam', look);
      const dialog = await openAction(page);
      const mark = dialog.getByRole('button', { name: /Mark with HOT|Mit HOT.* markieren/ });
      await expect(mark).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await mark.click();
      await expect(dialog.getByRole('status')).toContainText(/HOT-\d+/);
      expect(await findings(page)).toEqual([]);
    });
  });
}

test('an agent marks a ticket in one press, worst incident first, and takes it back', async ({
  open,
  site,
}) => {
  const minor = await raise(site, { summary: 'Mails late', Severity: { value: '3 – Minor' } });
  const { key } = await anIncident(site);
  const [ticket] = await addTickets(site, [{}]);
  const page = await open(`/browse/${ticket?.key ?? ''}`, 'sam');
  const dialog = await openAction(page);
  await expect(dialog.getByRole('listitem')).toHaveText([
    new RegExp(`SEV 1.*${key}.*Card payments fail`),
    new RegExp(`SEV 3.*${minor.key}.*Mails late`),
  ]);
  await dialog.getByRole('button', { name: `Mark with ${key}` }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(
    `${ticket?.key ?? ''} is marked with ${key}. The label ${key} is set as well.`,
  );
  const carried = async () => {
    const { fields } = await rest(site, 'sam').get<{
      fields: { labels: string[]; issuelinks: readonly unknown[] };
    }>(`/rest/api/3/issue/${ticket?.key ?? ''}`);
    return [fields.labels, fields.issuelinks.length];
  };
  expect(await carried()).toEqual([[key], 1]);
  await dialog.getByRole('button', { name: `Remove ${key}` }).click();
  await expect(dialog.getByRole('status')).toContainText('no longer marked');
  expect(await carried()).toEqual([[], 0]);
});

test('a ticket that is marked says so, and without incidents there is nothing to press', async ({
  open,
  site,
}) => {
  const incident = await anIncident(site);
  const [ticket] = await marked(site, incident, [5]);
  const page = await open(`/browse/${ticket?.key ?? ''}`, 'tomasz');
  const dialog = await openAction(page);
  await expect(dialog.getByRole('heading', { name: 'Marked with' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: `Remove ${incident.key}` })).toBeVisible();
  await incident.moveTo('Resolved');
  const [other] = await addTickets(site, [{}]);
  await page.goto(page.url().replace(ticket?.key ?? '', other?.key ?? ''));
  await openAction(page);
  await expect(action(page).getByText('No active incident.')).toBeVisible();
  await expect(action(page).getByRole('button')).toHaveCount(0);
});

test('the checklist is gone through, by somebody and at a time', async ({ open, site }) => {
  const { key } = await anIncident(site);
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await openReview(page);
  const part = panel.getByRole('region', { name: 'Discipline' });
  await expect(part.getByRole('paragraph').first()).toHaveText(
    "Don't panic. Stay calm; the team follows.",
  );
  await part.getByLabel('Escalate to more teams?').check();
  await part.getByRole('button', { name: 'Gone through' }).click();
  await expect(part.getByText(/Last gone through .* by Dana Okafor/)).toBeVisible();
  await expect(part.getByLabel('Escalate to more teams?')).not.toBeChecked();
});

test('tickets are counted, drawn and, when it is over, listed to take along', async ({
  open,
  site,
}) => {
  const incident = await anIncident(site);
  const [first] = await marked(site, incident, [40, 20, 10, 5]);
  const page = await open(`/browse/${incident.key}`, 'tomasz');
  const panel = await openReview(page);
  const part = panel.getByRole('region', { name: 'Support tickets', exact: true });
  await expect(part.getByText('4 tickets are marked with this incident.')).toBeVisible();
  await expect(part.getByRole('img', { name: 'Tickets over time' })).toBeVisible();
  await expect(part.getByText(/1 came before the impact start/)).toBeVisible();
  await expect(part.getByRole('button', { name: 'Download as CSV' })).toHaveCount(0);
  await incident.moveTo('Resolved');
  await site.forge.idle();
  await page.reload();
  const after = await openReview(page);
  const download = page.waitForEvent('download');
  await after.getByRole('button', { name: 'Download as CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv.split('\r\n')).toHaveLength(6);
  expect(csv).toContain(
    `"'=cmd(""x""), Nora",${first?.key ?? ''},${site.url}/browse/${first?.key ?? ''},`,
  );
});

test('who may not see the tickets counts none of them', async ({ open, site }) => {
  const incident = await anIncident(site);
  await marked(site, incident, [10]);
  const page = await open(`/browse/${incident.key}`, 'ines');
  await expect((await openReview(page)).getByText(/No ticket that you can see/)).toBeVisible();
});

test('a clean-up issue is made, linked and listed with its status', async ({ open, site }) => {
  const { key } = await anIncident(site);
  await aTeamProject(site);
  const page = await open(`/browse/${key}`, 'dana');
  const part = (await openReview(page)).getByRole('region', { name: 'Clean-up', exact: true });
  await part.getByRole('button', { name: 'Make the issue' }).click();
  await expect(part.getByRole('alert')).toHaveText('Say in a few words what is to be done.');
  await part.getByLabel('What is to be cleaned up?').fill('Alarm on refused cards');
  await part.getByLabel('Project').selectOption({ label: 'Team (TEAM)' });
  await expect(part.getByText('As Task')).toBeVisible();
  await part.getByRole('button', { name: 'Make the issue' }).click();
  await expect(part.getByText('TEAM-1 is made and linked to the incident.')).toBeVisible();
  await expect(part.getByRole('row').nth(1)).toHaveText(/TEAM-1.*Alarm on refused.*To Do.*Dana/);
});

test('what Jira did not link is said, and done by pressing again', async ({ open, site }) => {
  const { key } = await anIncident(site);
  await aTeamProject(site);
  const page = await open(`/browse/${key}`, 'dana');
  const part = (await openReview(page)).getByRole('region', { name: 'Clean-up', exact: true });
  await part.getByLabel('What is to be cleaned up?').fill('Alarm on refused cards');
  await part.getByLabel('Project').selectOption({ label: 'Team (TEAM)' });
  const refusal = { target: 'jira', method: 'POST', path: '/rest/api/3/issueLink' } as const;
  site.faults.add({ ...refusal, rate: 1, status: 403 }, { times: 1 });
  await part.getByRole('button', { name: 'Make the issue' }).click();
  await expect(part.getByRole('alert')).toContainText('TEAM-1 is made, but Jira did not link it');
  await part.getByRole('button', { name: 'Do the rest' }).click();
  await expect(part.getByRole('alert')).toHaveCount(0);
  await expect(part.getByRole('row')).toHaveCount(2);
});

test('the review begins as a page, and is found again', async ({ open, site }) => {
  const { key } = await anIncident(site);
  const page = await open(`/browse/${key}`, 'dana');
  const part = (await openReview(page)).getByRole('region', { name: 'Review', exact: true });
  await expect(part.getByRole('option')).toHaveText([
    'Choose a space',
    'Customer support (SUPPORT)',
    'Operations (OPS)',
  ]);
  await part.getByLabel('Confluence space').selectOption('OPS');
  await part.getByRole('button', { name: 'Start the review' }).click();
  await expect(part.getByText(/Started by Dana Okafor/)).toBeVisible();
  await part.getByRole('button', { name: 'Find or make the page' }).click();
  await expect(part.getByText('The page was there already.')).toBeVisible();
  const opened = page.context().waitForEvent('page');
  await part.getByRole('button', { name: 'Open the review page' }).click();
  const review = await opened;
  await expect(review.getByRole('heading', { level: 1 })).toHaveText(
    `${key} – review – Card payments fail`,
  );
  await expect(review.getByRole('heading', { name: 'Where we got lucky' })).toBeVisible();
  const { results } = await wiki(site, 'dana').get<{ results: readonly { title: string }[] }>(
    '/wiki/api/v2/pages',
  );
  expect(results.filter(({ title }) => title.startsWith(key))).toHaveLength(1);
});

test('without Confluence the review is text, and it is said why', async ({ open, site }) => {
  const { key } = await anIncident(site);
  site.faults.add({ target: 'confluence', rate: 1, status: 404 });
  const page = await open(`/browse/${key}`, 'dana');
  await page.route('**/wiki/api/v2/**', (route) => route.fulfill({ status: 404, json: {} }));
  const part = (await openReview(page)).getByRole('region', { name: 'Review', exact: true });
  await expect(part.getByText('There is no Confluence here')).toBeVisible();
  await part.getByRole('button', { name: 'Take it as text' }).click();
  await expect(part.getByLabel('The review in Markdown')).toHaveValue(/## What went well/);
  await expect(part.getByText('The review was taken along as text.')).toBeVisible();
});

for (const who of ['sam'] satisfies readonly Who[]) {
  test('a reader sees it all and has no button that is refused', async ({ open, site }) => {
    const incident = await anIncident(site);
    await marked(site, incident, [10]);
    const page = await open(`/browse/${incident.key}`, who);
    const panel = await openReview(page);
    await expect(panel.getByText('1 ticket is marked with this incident.')).toBeVisible();
    await expect(panel.getByText('Escalate to more teams?')).toBeVisible();
    await expect(panel.getByRole('checkbox')).toHaveCount(0);
    for (const name of ['Gone through', 'Make the issue', 'Start the review']) {
      await expect(panel.getByRole('button', { name })).toHaveCount(0);
    }
  });
}
