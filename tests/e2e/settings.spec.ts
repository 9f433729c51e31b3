import { type FrameLocator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/browser';
import { findings } from '../support/axe';
import { callAdmin, done } from '../support/site';
import { type Site } from '../../sandbox/site/site';
import { type Service } from '../../src/domain/settings/settings';

/** The section "Settings" of the administration, as an administrator sees it. */
async function settingsOn(page: Page): Promise<FrameLocator> {
  const frame = page.frameLocator('iframe[src*="/admin/"]');
  await frame.getByRole('tab', { name: /^(Settings|Einstellungen)$/ }).click();
  await expect(frame.getByRole('tab', { name: 'Services' })).toBeVisible();
  return frame;
}

/** Somebody else saves a change meanwhile, at another desk. */
async function saveElsewhere(
  site: Site,
  change: (services: readonly Service[]) => readonly Service[],
): Promise<void> {
  const { version: from, settings } = done(await callAdmin(site, 'ada', 'getSettings'));
  const services = change(settings.services);
  await callAdmin(site, 'ada', 'saveSettings', { from, settings: { ...settings, services } });
}

test('a service that is added can be chosen at once by whoever raises an incident', async ({
  open,
}) => {
  const page = await open('/jira/settings/apps/admin', 'ada');
  const settings = await settingsOn(page);
  await settings.getByLabel('Add a service').fill('Ledger');
  await page.keyboard.press('Enter');
  await settings.getByRole('button', { name: 'Owner: Ledger: Nobody' }).click();
  await settings.getByRole('combobox', { name: 'Owner: Ledger' }).fill('Ines');
  await expect(settings.getByRole('option', { name: 'Ines Brandt' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(settings.getByText('1 service added')).toBeVisible();
  await settings.getByRole('button', { name: 'Save changes' }).click();
  await expect(settings.getByText('Version 2 is saved.')).toBeVisible();
  await expect(settings.getByText('Faulty service: added: Ledger')).toBeVisible();
  await expect(
    settings.getByText('People can choose in Jira what these settings say.'),
  ).toBeVisible();
  await expect(settings.getByRole('button', { name: 'Owner: Ledger: Ines Brandt' })).toBeVisible();

  await page.goto(new URL('/secure/CreateIssue.jspa', page.url()).toString());
  await page.getByLabel('Faulty service').selectOption('Ledger');
});

test('a list is pasted, put in order, mended where it is wrong, and the page is not left by mistake', async ({
  open,
}) => {
  const page = await open('/jira/settings/apps/admin', 'ada');
  const settings = await settingsOn(page);
  await settings.getByRole('button', { name: 'Paste a list' }).click();
  await settings.getByLabel('One name on each line').fill('Ledger\n\n Vault \nCHECKOUT\n');
  await settings.getByRole('button', { name: 'Add 3' }).click();
  await expect(settings.getByText('3 services added')).toBeVisible();
  await expect(settings.getByRole('alert')).toContainText('CHECKOUT, Name: This is there twice.');
  const doubled = settings.getByRole('textbox', { name: 'Service: CHECKOUT', exact: true });
  await expect(doubled).toHaveAttribute('aria-invalid', 'true');
  await settings.getByRole('button', { name: 'Remove CHECKOUT', exact: true }).click();
  await expect(settings.getByText('2 services added')).toBeVisible();
  await expect(settings.getByRole('alert')).toHaveCount(0);

  const up = settings.getByRole('button', { name: 'Move Vault up' });
  await up.click();
  await expect(up).toBeFocused();
  const rows = settings.getByRole('group');
  await expect(rows.nth(-3)).toHaveAccessibleName('Vault');
  await expect(rows.nth(-1)).toHaveAccessibleName('Unknown');

  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => {
    window.location.reload();
  });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await settings.getByRole('button', { name: 'Discard' }).click();
  await expect(settings.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
});

test('two administrators at once: nothing is lost, and what both changed is asked', async ({
  open,
  site,
}) => {
  const page = await open('/jira/settings/apps/admin', 'ada');
  const settings = await settingsOn(page);
  await settings.getByRole('textbox', { name: 'Service: Checkout' }).fill('Cash desk');
  await settings.getByRole('textbox', { name: 'Delivery team: Payments' }).fill('Money team');
  await saveElsewhere(site, ([checkout, ...others]) => [
    { id: checkout?.id ?? '', name: 'Till' },
    { id: 'vault', name: 'Vault' },
    ...others,
  ]);
  await settings.getByRole('button', { name: 'Save changes' }).click();
  const conflict = settings.getByRole('region', { name: /Ada Winter saved on .* while you were/ });
  await expect(conflict.getByText('Vault added')).toBeVisible();
  await expect(conflict.getByRole('button', { name: 'Put my changes on top' })).toBeDisabled();
  await conflict.getByLabel('Theirs: Till').check();
  await conflict.getByRole('button', { name: 'Put my changes on top' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(settings.getByText('1 service changed')).toBeVisible();
  await settings.getByRole('button', { name: 'Save changes' }).click();
  await expect(settings.getByText('Version 3 is saved.')).toBeVisible();
  await expect(settings.getByRole('textbox', { name: 'Service: Till' })).toBeVisible();
  await expect(settings.getByRole('textbox', { name: 'Service: Vault' })).toBeVisible();
  await expect(settings.getByLabel('Delivery team: Payments')).toHaveValue('Money team');
});

test('a person is chosen from the keyboard, and left as it was with Escape', async ({ open }) => {
  const page = await open('/jira/settings/apps/admin', 'ada');
  const settings = await settingsOn(page);
  const owner = (name: string) =>
    settings.getByRole('button', { name: `Owner: Checkout: ${name}` });
  await settings.getByRole('textbox', { name: 'Service: Checkout' }).waitFor();
  await owner('Nobody').click();
  const picker = settings.getByRole('combobox', { name: 'Owner: Checkout' });
  // Jira looks at how names begin.
  await picker.fill('o');
  const options = settings.getByRole('option');
  await expect(settings.getByText(/^\d people found$/)).toBeVisible();
  const count = await options.count();
  await expect(settings.getByText(`${count} people found`)).toBeVisible();
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(owner('Nobody')).toBeVisible();

  await owner('Nobody').click();
  await picker.fill('nobody is called this');
  await expect(settings.getByText('Nobody found.')).toBeVisible();
  await picker.fill('Ines');
  await expect(settings.getByText('One person found')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(owner('Ines Brandt')).toBeVisible();
});

test('Enter chooses nobody while an input method composes', async ({ open }) => {
  const page = await open('/jira/settings/apps/admin', 'ada');
  const settings = await settingsOn(page);
  await settings.getByRole('button', { name: 'Owner: Checkout: Nobody' }).click();
  const picker = settings.getByRole('combobox', { name: 'Owner: Checkout' });
  await picker.fill('Ines');
  await expect(settings.getByText('One person found')).toBeVisible();
  await picker.dispatchEvent('compositionstart');
  for (const key of ['Enter', 'Escape'])
    await picker.dispatchEvent('keydown', { key, isComposing: true });
  // As Safari has it: the composition is over, the key still is the input method's.
  await picker.dispatchEvent('compositionend');
  await picker.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
  await expect(picker).toHaveValue('Ines');
  await expect(settings.getByRole('option', { name: 'Ines Brandt' })).toBeVisible();
  await picker.press('Enter');
  await expect(
    settings.getByRole('button', { name: 'Owner: Checkout: Ines Brandt' }),
  ).toBeVisible();
});

test('a version is restored, and a file carries settings out and in', async ({ open, site }) => {
  await saveElsewhere(site, (services) => services.slice(1));
  const page = await open('/jira/settings/apps/admin', 'ada');
  const settings = await settingsOn(page);
  await settings.getByRole('tab', { name: 'Export and import' }).click();
  const downloading = page.waitForEvent('download');
  await settings.getByRole('button', { name: 'Export' }).click();
  const file = await (await downloading).path();

  await settings.getByRole('tab', { name: 'Versions' }).click();
  await settings.getByRole('button', { name: 'Version 1' }).click();
  await settings.getByRole('button', { name: 'Restore this version' }).click();
  await expect(settings.getByText('1 service added')).toBeVisible();
  await settings.getByRole('button', { name: 'Save changes' }).click();
  await expect(settings.getByText('Version 3 is saved.')).toBeVisible();

  await settings.getByRole('tab', { name: 'Export and import' }).click();
  const choose = (content: string) =>
    settings.getByLabel('Import from a file').setInputFiles({
      name: 'settings.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  const content = await readFile(file, 'utf8');
  await choose(content.replace('"name": "Payments"', '"title": "Payments"'));
  await expect(settings.getByRole('alert')).toContainText('services.0.name');
  await choose(content);
  await expect(settings.getByText('1 service removed')).toBeVisible();
  await settings.getByRole('button', { name: 'Show each change' }).click();
  await expect(settings.getByText('Checkout removed')).toBeVisible();
});

test('nothing is shown where the settings cannot be read, and asking again helps', async ({
  open,
  site,
}) => {
  const page = await open('/jira/settings/apps/admin', 'ada');
  const frame = page.frameLocator('iframe[src*="/admin/"]');
  await expect(frame.getByRole('tab', { name: 'Settings' })).toBeVisible();
  // Set-up has been asked for first: its answer must not meet the fault.
  await expect(frame.getByText('is ready for incidents')).toBeVisible();
  site.faults.add({ target: 'kvs', rate: 1, status: 500 });
  await frame.getByRole('tab', { name: 'Settings' }).click();
  await expect(frame.getByRole('alert')).toBeVisible();
  site.faults.clear();
  await frame.getByRole('button', { name: 'Try again' }).click();
  await expect(frame.getByRole('textbox', { name: 'Service: Checkout' })).toBeVisible();
});

const LOOKS = [
  { theme: 'light', locale: 'en-US', width: 1280 },
  { theme: 'dark', locale: 'de-DE', width: 360 },
] as const;

for (const { width, ...look } of LOOKS) {
  test.describe(`${look.theme}, ${look.locale}, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('every part of the settings can be used by everybody', async ({ open }) => {
      test.setTimeout(120_000);
      const page = await open('/jira/settings/apps/admin', 'ada', look);
      const settings = await settingsOn(page);
      const parts = settings.getByRole('tablist').nth(1).getByRole('tab');
      for (let at = 0; at < (await parts.count()); at += 1) {
        await parts.nth(at).click();
        await expect(settings.getByRole('tabpanel').last()).toBeVisible();
        await expect(settings.locator('.skeleton')).toHaveCount(0);
        expect(await findings(page)).toEqual([]);
      }
    });

    test('what is wrong, and what two changed, is said to everybody', async ({ open, site }) => {
      const page = await open('/jira/settings/apps/admin', 'ada', look);
      const settings = await settingsOn(page);
      await settings.getByRole('textbox', { name: /^Service(:| –) Checkout$/ }).fill('Payments');
      await settings
        .getByRole('button', { name: /(:| –) Payments: (Nobody|Niemand)$/ })
        .first()
        .click();
      await settings.getByRole('combobox').fill('Ines');
      await expect(settings.getByRole('option')).toBeVisible();
      await expect(settings.getByRole('alert')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');

      await settings
        .getByRole('textbox', { name: /^Service(:| –) Payments$/ })
        .first()
        .fill('Till');
      await saveElsewhere(site, ([one, ...others]) => [
        { id: one?.id ?? '', name: 'Hub' },
        ...others,
      ]);
      await settings.getByRole('button', { name: /^(Save changes|Änderungen speichern)$/ }).click();
      await expect(settings.getByRole('radio')).toHaveCount(2);
      expect(await findings(page)).toEqual([]);
    });
  });
}
