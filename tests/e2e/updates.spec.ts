import { findings } from '../support/axe';
import { expect, response, sideBar, test } from '../support/browser';
import { aLedIncident, openTab, said } from '../support/response';

const MINUTE = 60_000;

test('the first words: filled from the incident, copied, recorded, and the next update promised', async ({
  open,
  site,
}) => {
  const { key } = await aLedIncident(site);
  const page = await open(`/browse/${key}`, 'dana');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await sideBar(page).getByRole('button', { name: 'Write the first words' }).click();
  const inside = response(page).getByRole('region', { name: 'Inside' });
  await expect(inside.locator('.update-name')).toHaveText(
    `${key} – 1 – Critical – Card payments fail`,
  );
  await inside.getByRole('button', { name: /Say “unknown so far”: What is the cause/ }).click();
  await expect(inside.getByText('What is the cause?')).toBeHidden();
  await inside.getByLabel('Status and impact').fill('Every second card payment fails.');
  await inside.getByRole('button', { name: 'Copy and record' }).click();
  await expect(inside.getByText(/^(Copied and recorded|Recorded)/)).toBeVisible();
  await expect(
    response(page)
      .getByText(/Internal update due in (29|30) min/)
      .first(),
  ).toBeVisible();
  await expect(sideBar(page).getByText(/Internal update due in (29|30) min/)).toBeAttached();
  await expect(response(page).getByLabel('First words inside')).toBeChecked();
  await expect(response(page).getByText(/^1 so far/)).toBeVisible();
});

test('an update is promised anew in one press, and one that is overdue says so', async ({
  open,
  site,
}) => {
  const { key } = await aLedIncident(site);
  await said(site, 'dana', key, { kind: 'promise', due: site.clock.now() + 5 * MINUTE });
  await site.clock.moveTo(site.clock.now() + 12 * MINUTE, () => site.forge.idle());
  const page = await open(`/browse/${key}`, 'dana');
  await expect(sideBar(page).getByText(/Internal update overdue by 7 min/)).toBeVisible();
  const panel = await openTab(page, /Updates|Meldungen/);
  await panel.getByRole('button', { name: 'In 15 min' }).click();
  await expect(panel.getByText(/Internal update due in 1[45] min/).first()).toBeVisible();
  await expect(panel.getByText('Promises so far: 0 kept, 1 missed.')).toBeVisible();
});

test('who was told that it was over is to be told that it came back', async ({ open, site }) => {
  const incident = await aLedIncident(site);
  const { key } = incident;
  const over = {
    kind: 'update',
    audience: 'internal',
    text: 'It is over.',
    isFinal: true,
  } as const;
  await incident.moveTo('Resolved');
  await said(site, 'dana', key, over);
  await site.clock.moveTo(site.clock.now() + 10 * MINUTE, () => site.forge.idle());
  const page = await open(`/browse/${key}`, 'dana');
  await sideBar(page).getByRole('button', { name: 'It came back' }).click();
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const next = response(page).getByRole('group', { name: 'Next', exact: true });
  await expect(next).toContainText('It came back. Those who were told do not know yet.');
  await next.getByRole('button', { name: 'Write an update' }).click();
  const inside = response(page).getByRole('region', { name: 'Inside' });
  await inside.getByLabel('Status and impact').fill('It is back.');
  await inside.getByRole('button', { name: 'Copy and record' }).click();
  await expect(next).not.toContainText('It came back');
});

test('what is typed survives a reload, and German is a press away', async ({ open, site }) => {
  const { key } = await aLedIncident(site);
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await openTab(page, /Updates|Meldungen/);
  await panel
    .getByRole('region', { name: 'Customers' })
    .getByLabel('Status and impact')
    .fill('Cards fail.');
  await panel.getByRole('button', { name: 'German' }).click();
  await expect(
    panel.getByRole('region', { name: 'Customers' }).getByLabel('Status and impact'),
  ).toHaveValue(/^Wir untersuchen derzeit Probleme bei/);
  await page.reload();
  const again = await openTab(page, /Updates|Meldungen/);
  await expect(
    again.getByRole('region', { name: 'Customers' }).getByLabel('Status and impact'),
  ).toHaveValue('Cards fail.');
});

test('the checklist is ticked by hand, or said not to be needed', async ({ open, site }) => {
  const { key } = await aLedIncident(site);
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await openTab(page, /Updates|Meldungen/);
  await panel.getByRole('checkbox', { name: 'Mail to the incident communications list' }).check();
  await expect(
    panel.getByRole('checkbox', { name: 'Mail to the incident communications list' }),
  ).toBeChecked();
  await panel.getByRole('button', { name: 'Not needed: A second person has read it' }).click();
  await expect(
    panel.getByRole('button', { name: 'Needed after all: A second person has read it' }),
  ).toBeVisible();
});

test('a reader reads all of it and has no button', async ({ open, site }) => {
  const { key } = await aLedIncident(site);
  await said(site, 'dana', key, { kind: 'update', audience: 'internal', text: 'Cards fail.' });
  const page = await open(`/browse/${key}`, 'sam');
  const panel = await openTab(page, /Updates|Meldungen/);
  await expect(panel.getByText('Cards fail.')).toBeVisible();
  await expect(panel.getByRole('button', { name: /Copy|Promise|In 15/ })).toHaveCount(0);
  await expect(panel.getByLabel('First words inside')).toBeDisabled();
});

for (const { width, ...look } of [
  { theme: 'light', locale: 'en-US', width: 1280 },
  { theme: 'dark', locale: 'de-DE', width: 360 },
] as const) {
  test.describe(`${look.theme}, ${look.locale}, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('updates can be read and written by everybody', async ({ open, site }) => {
      const { key } = await aLedIncident(site);
      await said(site, 'dana', key, { kind: 'update', audience: 'external', text: 'Cards fail.' });
      await said(site, 'dana', key, { kind: 'promise', due: site.clock.now() + 5 * MINUTE });
      const page = await open(`/browse/${key}`, 'dana', look);
      const panel = await openTab(page, /Updates|Meldungen/);
      await panel
        .getByText(/As it will be read|So wird es gelesen/)
        .first()
        .click();
      expect(await findings(page)).toEqual([]);
    });
  });
}
