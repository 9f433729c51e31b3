import { expect, response, sideBar, test } from '../support/browser';
import { findings } from '../support/axe';
import { raise } from '../support/site';

const LOOKS = [
  { theme: 'light', locale: 'en-US', width: 1280 },
  { theme: 'dark', locale: 'de-DE', width: 360 },
] as const;

for (const { width, ...look } of LOOKS) {
  test.describe(`${look.theme}, ${look.locale}, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('the issue with side-bar, panel and times being edited', async ({ open, site }) => {
      const { key } = await raise(site);
      await site.forge.idle();
      const page = await open(`/browse/${key}`, 'dana', look);
      await expect(sideBar(page).getByText('SEV 1')).toBeVisible();
      expect(await findings(page)).toEqual([]);

      await sideBar(page)
        .getByRole('button', { name: /Open response|Reaktion öffnen/ })
        .click();
      await response(page)
        .getByRole('button', { name: /Edit|Bearbeiten/ })
        .click();
      await response(page)
        .getByLabel(/^(Impact start|Beginn der Auswirkungen)$/)
        .fill('2031-01-01T10:00');
      await response(page)
        .getByRole('button', { name: /Save times|Zeiten speichern/ })
        .click();
      await expect(response(page).getByRole('alert')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('each question that the panel asks', async ({ open, site }) => {
      const incident = await raise(site);
      await incident.edit({ 'Impact start': '2026-03-02T11:00:00.000+0000' });
      await incident.moveTo('Fixing');
      await site.forge.idle();
      const page = await open(`/browse/${incident.key}`, 'dana', look);
      await sideBar(page)
        .getByRole('button', { name: /^(Resolve|Erledigen)$/ })
        .click();
      const panel = response(page);
      await panel.getByLabel(/Another time|Andere Zeit/).check();
      expect(await findings(page)).toEqual([]);
      const close = panel.getByRole('button', { name: /Close without|Ohne Änderung/ });
      await close.click();
      await panel.getByRole('button', { name: /^(Severity|Schweregrad)$/ }).click();
      await panel.getByRole('radio').nth(2).waitFor();
      expect(await findings(page)).toEqual([]);
      await close.click();
      await panel.getByRole('button', { name: /^(Not an incident|Kein Vorfall)$/ }).click();
      await panel.getByLabel(/Duplicate of another|Duplikat eines/).check();
      expect(await findings(page)).toEqual([]);
    });

    test('a resolved incident with a recovery to confirm and a former one', async ({
      open,
      site,
    }) => {
      const incident = await raise(site);
      await incident.edit({ 'Impact start': '2026-03-02T11:00:00.000+0000' });
      await incident.moveTo('Fixing');
      await incident.moveTo('Resolved');
      await incident.edit({ 'Impact start': '2026-03-02T11:10:00.000+0000' });
      await site.forge.idle();
      const page = await open(`/browse/${incident.key}`, 'dana', look);
      await sideBar(page)
        .getByRole('button', { name: /Open response|Reaktion öffnen/ })
        .click();
      await expect(response(page).getByText(/from the transition|vom Statuswechsel/)).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('a resolved incident, as a reader', async ({ open, site }) => {
      const incident = await raise(site);
      await incident.edit({
        'Impact start': '2026-03-02T11:00:00.000+0000',
        'Impact recovered': '2026-03-02T12:00:00.000+0000',
      });
      await incident.moveTo('Resolved');
      await site.forge.idle();
      const page = await open(`/browse/${incident.key}`, 'sam', look);
      await expect(
        sideBar(page).getByText(/Time to recovery|Wiederherstellungszeit/),
      ).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    for (const path of [
      '/',
      '/secure/CreateIssue.jspa',
      '/issues/?jql=project=HOT',
      '/jira/settings/apps',
      '/backstage',
    ]) {
      test(`the page ${path}`, async ({ open, site }) => {
        await raise(site);
        const page = await open(path, 'ada', look);
        await page.waitForLoadState('networkidle');
        expect(await findings(page)).toEqual([]);
      });
    }
  });
}
