import { type FrameLocator, type Page } from '@playwright/test';
import { type State } from './state';

/** The section "Settings" of the administration: each part, and what is said when something is new or wrong. */
export const settingsStates: readonly State[] = [
  'services',
  'products',
  'severity scale',
  'agreements',
  'versions',
  'file',
].map((name, at) => state(name, (settings) => part(settings, at)));

function state(name: string, then: (settings: FrameLocator) => Promise<void>): State {
  return {
    name,
    who: 'ada',
    path: '/jira/settings/apps/admin',
    async prepare(page) {
      await then(await opened(page));
    },
  };
}

async function opened(page: Page): Promise<FrameLocator> {
  const frame = page.frameLocator('iframe[src*="/admin/"]');
  await frame.getByRole('tab', { name: /^(Settings|Einstellungen)$/ }).click();
  await frame.getByRole('tab', { name: 'Services' }).waitFor();
  return frame;
}

async function part(settings: FrameLocator, at: number): Promise<void> {
  await settings.getByRole('tablist').nth(1).getByRole('tab').nth(at).click();
  // Something new and something wrong, so that the bar and the field say so.
  if (at !== 0) return;
  await settings.getByLabel(/^(Add a service|Service hinzufügen)$/).fill('Payments ');
  await settings.getByRole('button', { name: /^(Paste a list|Liste einfügen)$/ }).click();
  await settings.getByRole('textbox', { name: /^Service(:| –) Checkout$/ }).fill('payments');
  await settings.getByRole('alert').waitFor();
}
