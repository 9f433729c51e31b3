import { type FrameLocator } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { findings } from '../support/axe';
import { expect, test } from '../support/browser';
import { aLedIncident, openTab, said } from '../support/response';
import { person } from '../support/site';

const HOUR = 3_600_000;
const TAB = /^(People|Personen)$/;

const role = (panel: FrameLocator, name: string) =>
  panel.getByRole('listitem').filter({ has: panel.getByRole('heading', { name, exact: true }) });

/** Chooses one of those whom the search offers at once, by the keyboard. */
async function choose(panel: FrameLocator, label: string | RegExp, name: string): Promise<void> {
  const search = panel.getByRole('combobox', { name: label });
  await search.fill(name);
  await expect(panel.getByRole('option', { name: new RegExp(name) })).toBeVisible();
  await search.press('Enter');
}

async function given(site: Site, key: string, who: 'dana' | 'ines', id: string): Promise<void> {
  const { accountId } = person(who);
  await said(site, who, key, { kind: 'roleGiven', role: id, person: accountId });
}

test('somebody joins, takes a role and says since when they have been awake', async ({
  open,
  site,
}) => {
  const { key } = await aLedIncident(site);
  const page = await open(`/browse/${key}`, 'ines');
  const panel = await openTab(page, TAB);
  await panel.getByRole('button', { name: 'I am here' }).click();
  const which = panel.getByRole('group', { name: 'Which role do you take?' });
  await which.getByRole('button', { name: 'Tech lead' }).click();
  await expect(role(panel, 'Tech lead')).toContainText('Ines Brandt');
  await expect(which).toBeHidden();
  await panel.getByRole('button', { name: 'Awake since…' }).click();
  await panel.getByRole('button', { name: '14 h ago' }).click();
  await expect(panel.getByText(/awake for 14 h 0 min/)).toBeVisible();
  await panel.getByRole('button', { name: 'I am off' }).click();
  await expect(panel.getByText(/You still have: Tech lead/)).toBeVisible();
  await panel.getByRole('button', { name: 'Go off duty' }).click();
  await expect(role(panel, 'Tech lead')).toContainText('Nobody has this role.');
  await expect(panel.getByRole('button', { name: 'I am here' })).toBeVisible();
});

test('roles are given, made, taken away, and a second incident manager is added', async ({
  open,
  site,
}) => {
  const { key } = await aLedIncident(site);
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await openTab(page, TAB);
  await expect(panel.getByText('Nobody but you is here yet.')).toBeVisible();
  await panel.getByRole('button', { name: 'Make a role' }).click();
  await panel.getByLabel('Name of the role').fill('tech LEAD');
  await expect(panel.getByText('There is already a role tech LEAD.')).toBeVisible();
  await panel.getByLabel('Name of the role').fill('Scribe');
  await panel.getByRole('button', { name: 'Make it' }).click();
  await panel.getByRole('button', { name: 'Give the role: Scribe' }).click();
  await choose(panel, 'Give the role Scribe to', 'Tomasz');
  await expect(role(panel, 'Scribe')).toContainText('Tomasz');
  await panel.getByRole('button', { name: /^Take Tomasz .* off the role Scribe$/ }).click();
  await expect(role(panel, 'Scribe')).toContainText('Nobody has this role.');
  await panel.getByRole('button', { name: 'Add a second incident manager' }).click();
  await choose(panel, 'Add a second incident manager', 'Ines');
  await expect(role(panel, 'Incident manager')).toContainText('second incident manager');
  await panel.getByRole('button', { name: 'Make somebody the incident manager' }).click();
  await choose(panel, 'Who leads from now on', 'Ines');
  await panel.getByRole('button', { name: 'Make Ines Brandt the incident manager' }).click();
  await expect(panel.getByText('Incident manager: Ines Brandt')).toBeVisible();
  await expect(role(panel, 'Incident manager')).not.toContainText('Dana');
});

test('a hand-over is planned, survives a reload, and is accepted with the lead', async ({
  open,
  site,
}) => {
  const { key } = await aLedIncident(site);
  await given(site, key, 'dana', 'techLead');
  await said(site, 'ines', key, { kind: 'joined' });
  const page = await open(`/browse/${key}`, 'dana');
  let panel = await openTab(page, TAB);
  await panel.getByRole('button', { name: 'Plan the hand-over' }).click();
  await choose(panel, /^Who has the role Incident manager/, 'Ines');
  await choose(panel, /^Who has the role Tech lead/, 'Ines');
  const summary = panel.getByLabel('Summary for those who take over');
  await expect(summary).toHaveValue(/^Severity: 1 – Critical\nSince .*\nNo theory yet\.$/);
  await summary.fill('Roll back is half done.');
  await page.reload();
  panel = await openTab(page, TAB);
  await expect(panel.getByLabel('Summary for those who take over')).toHaveValue(
    'Roll back is half done.',
  );
  await panel.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(panel.getByRole('heading', { name: 'A hand-over waits' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Withdraw the hand-over' })).toBeVisible();
  await open(`/browse/${key}`, 'ines');
  panel = await openTab(page, TAB);
  await expect(panel.getByRole('heading', { name: 'Dana Okafor hands over to you' })).toBeVisible();
  await expect(panel.getByText('Roll back is half done.')).toBeVisible();
  await panel.getByRole('button', { name: 'Take it over' }).click();
  await expect(panel.getByText('Incident manager: Ines Brandt')).toBeVisible();
  await expect(role(panel, 'Tech lead')).toContainText('Ines Brandt');
  await expect(panel.getByText('Hand-overs so far: 1')).toBeVisible();
});

test('a role is taken over from somebody who sleeps, and they are told', async ({ open, site }) => {
  const { key } = await aLedIncident(site);
  await given(site, key, 'ines', 'techLead');
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await openTab(page, TAB);
  await panel.getByRole('button', { name: 'Take over from Ines Brandt: Tech lead' }).click();
  await expect(role(panel, 'Tech lead')).toContainText('Dana Okafor');
  expect(site.outside.outbox).toMatchObject([
    { service: 'mail', body: { to: [person('ines').email], subject: /Tech lead/ } },
  ]);
});

test('where they cannot be told, the take-over stands and that is said', async ({ open, site }) => {
  const { key } = await aLedIncident(site);
  await given(site, key, 'ines', 'techLead');
  const path = `/rest/api/3/issue`;
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await openTab(page, TAB);
  site.faults.add({ target: 'jira', method: 'POST', path, rate: 1, status: 403 }, { times: 1 });
  await panel.getByRole('button', { name: 'Take over from Ines Brandt: Tech lead' }).click();
  await expect(panel.getByRole('alert')).toContainText('could not be told');
  await expect(role(panel, 'Tech lead')).toContainText('Dana Okafor');
});

test('a reader reads all of it and has no button', async ({ open, site }) => {
  const { key } = await aLedIncident(site);
  await given(site, key, 'ines', 'techLead');
  const page = await open(`/browse/${key}`, 'sam');
  const panel = await openTab(page, TAB);
  await expect(role(panel, 'Tech lead')).toContainText('Ines Brandt');
  await expect(panel.getByRole('tabpanel').getByRole('button')).toHaveCount(0);
});

for (const { width, ...look } of [
  { theme: 'light', locale: 'en-US', width: 1280 },
  { theme: 'dark', locale: 'de-DE', width: 360 },
] as const) {
  test.describe(`${look.theme}, ${look.locale}, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('roles, people and a hand-over can be read by everybody', async ({ open, site }) => {
      const { key } = await aLedIncident(site);
      await given(site, key, 'ines', 'techLead');
      const since = site.clock.now() - 17 * HOUR;
      await said(site, 'ines', key, { kind: 'awake', since, zone: 'Europe/Berlin' });
      const next = [{ role: 'techLead', person: person('dana').accountId }];
      await said(site, 'ines', key, { kind: 'handOver', next, summary: 'Roll back.' });
      const page = await open(`/browse/${key}`, 'dana', look);
      const panel = await openTab(page, TAB);
      await panel.getByRole('button', { name: /^(Plan the hand-over|Übergabe planen)$/ }).click();
      await panel.getByRole('button', { name: /^(Awake since…|Wach seit …)$/ }).click();
      await panel
        .getByRole('button', { name: /^(Give the role|Rolle geben): / })
        .first()
        .click();
      await expect(panel.getByText(/^(Awake for 17 h|Seit 17 Std)/)).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}
