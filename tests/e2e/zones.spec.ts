import { type FrameLocator, type Page } from '@playwright/test';
import { findings } from '../support/axe';
import { expect, response, sideBar, test } from '../support/browser';
import { type IncidentOnSite, person, raise } from '../support/site';

/* The viewer's clock is that of their profile in Jira. The browser stands elsewhere, and changes its clock elsewhen. */
test.use({ timezoneId: 'Australia/Lord_Howe' });

async function edited(page: Page): Promise<FrameLocator> {
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const panel = response(page);
  await panel.getByRole('button', { name: 'Edit' }).press('Enter'); // by mouse it moves as parts come in
  return panel;
}

async function fixing(incident: IncidentOnSite): Promise<void> {
  await incident.edit({ assignee: { accountId: person('tomasz').accountId } });
  await incident.moveTo('Fixing');
}

test('the second half past two is typed, and the time to recovery counts the hour between', async ({
  open,
  site,
}) => {
  const incident = await raise(site);
  await fixing(incident);
  await site.forge.idle();
  const page = await open(`/browse/${incident.key}`, 'tomasz');
  const panel = await edited(page);
  const start = panel.getByLabel('Impact start', { exact: true });
  const recovered = panel.getByLabel('Impact recovered', { exact: true });
  const which = panel.getByLabel(/twice that day/);
  await start.fill('2025-10-26T01:55');
  await expect(which).toBeHidden();
  await start.fill('2025-10-26T02:10');
  await which.selectOption('The first (GMT+2)');
  await start.fill('2025-10-26T02:15');
  await expect(which).toHaveValue('2025-10-26T02:15+02:00'); // said once for that hour
  await recovered.fill('2025-10-26T02:30');
  await expect(recovered).toHaveValue('2025-10-26T02:30');

  await panel.getByRole('button', { name: 'Save times' }).click();
  await expect(panel.getByText('Choose the first or the second.')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  // By keyboard: from the field to the question, and down to the second.
  const question = panel.getByLabel('The clock shows 02:30 AM twice that day. Which one?');
  await question.focus();
  await question.press('ArrowDown');
  await question.press('ArrowDown');
  await panel.getByRole('button', { name: 'Save times' }).click();
  await expect(panel.getByRole('region', { name: 'Time to recovery' })).toContainText('1 h 15 min');
  await site.forge.idle();
  expect(await incident.field('Time to recovery')).toBe(75);

  await panel.getByRole('button', { name: 'Edit' }).click();
  await expect(recovered).toHaveValue('2025-10-26T02:30');
  await expect(question).toHaveValue('2025-10-26T02:30+01:00');
});

test('a time that the viewer’s clock skips is refused, one that the browser’s skips is taken', async ({
  open,
  site,
}) => {
  const incident = await raise(site);
  await fixing(incident);
  await site.forge.idle();
  const panel = await edited(await open(`/browse/${incident.key}`, 'tomasz'));
  const start = panel.getByLabel('Impact start', { exact: true });
  await start.fill('2025-03-30T02:30');
  const refusal = panel.getByRole('alert').filter({ hasText: 'There is no 02:30 AM on that day' });
  await expect(refusal).toContainText('Choose a time before 02:00 AM, or from 03:00 AM on.');
  await expect(start).toHaveAttribute('aria-invalid', 'true');
  await panel.getByRole('button', { name: 'Save times' }).click();
  await expect(refusal).toBeVisible();
  expect(await incident.field('Impact start')).toBeNull();

  await start.fill('2025-10-05T02:00'); // Lord Howe goes from two to half past two that night
  await panel.getByRole('button', { name: 'Save times' }).click();
  await expect(panel.getByRole('button', { name: 'Save times' })).toBeHidden();
  await site.forge.idle();
  expect(await incident.field('Impact start')).toContain('2025-10-05T00:00');
});
