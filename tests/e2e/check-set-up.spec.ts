import { findings } from '../support/axe';
import { expect, test } from '../support/browser';
import { raise, rest } from '../support/site';

for (const look of [
  { theme: 'light', locale: 'en-US', width: 1280 },
  { theme: 'dark', locale: 'de-DE', width: 360 },
] as const) {
  test.describe(`${look.theme}, ${look.locale}, ${look.width} px`, () => {
    test.use({ viewport: { width: look.width, height: 900 } });

    test('a renamed type is said, and called as Jira’s event filter knows it again', async ({
      open,
      site,
    }) => {
      const ada = rest(site, 'ada');
      const types = await ada.get<{ id: string; name: string }[]>('/rest/api/3/issuetype');
      const type = types.find(({ name }) => name === 'Incident');
      await ada.put(`/rest/api/3/issuetype/${type?.id}`, { name: 'Outage' });
      const page = await open('/jira/settings/apps/admin', 'ada', look);
      const admin = page.frameLocator('iframe[src*="/admin/"]');
      await admin.getByRole('button', { name: /^(Check set-up|Einrichtung prüfen)$/ }).click();
      const fault = admin.getByRole('listitem').filter({ hasText: /“Outage”|„Outage“/ });
      await fault.getByRole('button').click();
      await expect(fault.getByRole('button').first()).toBeFocused();
      expect(await findings(page)).toEqual([]);
      await fault.getByRole('button', { name: /^(Rename the type|Typ umbenennen)$/ }).click();
      await expect(fault).toHaveCount(0);
      // Jira tells of it at once again.
      const incident = await raise(site);
      expect(await incident.field('Impact detected')).not.toBeNull();
    });
  });
}
