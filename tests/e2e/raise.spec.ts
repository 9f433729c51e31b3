import { type FrameLocator, type Page } from '@playwright/test';
import { findings } from '../support/axe';
import { expect, test } from '../support/browser';
import { aLedIncident } from '../support/response';
import { call } from '../support/site';

/** Raising an incident on the project page, or joining the one that is running already. */

const incidents = (page: Page): FrameLocator =>
  page.frameLocator('iframe[src*="/incidents-page/"]');

test('whoever is about to raise one more joins the one that runs', async ({ open, site }) => {
  const running = await aLedIncident(site);
  await site.forge.idle();
  const page = await open('/projects/HOT/apps/incidents', 'ines');
  await incidents(page).getByText('Raise an incident').click();
  const form = incidents(page).getByRole('form');
  await form.getByRole('textbox').fill('Payments by card do not go through');
  await expect(form.getByText(`${running.key} Card payments fail`)).toBeVisible();
  await expect(form.getByText(/similar words: .*card/)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const opened = page.context().waitForEvent('page');
  await form.getByRole('button', { name: new RegExp(`Join ${running.key}|Join`) }).click();
  await opened;
  const view = (await call(site, 'ines', running.key, 'getIncident')) as {
    readonly value: { readonly viewer: string; readonly response: { readonly people: object } };
  };
  expect(Object.keys(view.value.response.people)).toContain(view.value.viewer);
});

test('what is like nothing that runs is raised in Jira, with what was typed', async ({
  open,
  site,
}) => {
  await aLedIncident(site);
  const page = await open('/projects/HOT/apps/incidents', 'ines');
  await incidents(page).getByText('Raise an incident').click();
  const form = incidents(page).getByRole('form');
  await form.getByRole('textbox').fill('Warehouse printers print nothing');
  await expect(form.getByText(/Nothing that is running|none|No running/i)).toBeVisible();
  await form.getByRole('button').last().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: /Summary/ })).toHaveValue(
    'Warehouse printers print nothing',
  );
});
