import { expect, response, sideBar, test } from '../support/browser';
import { incidentKeys } from '../support/alerts';

test('an administrator connects a tool, and its alert says on the incident what is missing', async ({
  open,
  site,
}) => {
  const page = await open('/jira/settings/apps/admin', 'ada');
  const admin = page.frameLocator('iframe[src*="/admin/"]').getByRole('region', { name: 'Alerts' });
  await expect(admin.getByText('No tool is connected yet')).toBeVisible();
  await admin.getByLabel('Name of the tool').fill('Alertmanager');
  await admin.getByRole('button', { name: 'Connect a tool' }).click();
  const secret = await admin.getByLabel('Secret', { exact: true }).inputValue();
  const address = await admin.getByLabel('Address', { exact: true }).inputValue();
  const tell = (alert: object) =>
    fetch(address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}` },
      body: JSON.stringify({ alertId: 'a', summary: 'Card payments fail', ...alert }),
    });
  await test.step('tries it out, which makes nothing', async () => {
    expect((await tell({ test: true })).status).toBe(200);
  });
  expect((await tell({ severity: 1, service: 'Ledger', source: 'customer' })).status).toBe(202);
  await site.forge.idle();
  const [key = ''] = await incidentKeys(site);
  await test.step('a responder reads it', async () => {
    await open(`/browse/${key}`, 'dana');
    await expect(sideBar(page).getByText('SEV 1')).toBeVisible();
    await sideBar(page).getByRole('button', { name: 'Open response' }).click();
    const panel = response(page);
    const pending = panel.getByRole('region', { name: 'Not on the issue yet' });
    await expect(pending).toContainText('Faulty service: Ledger');
    const noticed = panel.getByLabel('Noticed by');
    await expect(noticed).toHaveValue('customer');
    await noticed.selectOption('Ourselves');
    await page.reload();
    await sideBar(page).getByRole('button', { name: 'Open response' }).click();
    await expect(panel.getByLabel('Noticed by')).toHaveValue('self');
  });
  await test.step('a new secret is asked about, and ends the old one', async () => {
    await open('/jira/settings/apps/admin', 'ada');
    await expect(admin.getByText('cannot be shown again')).toBeVisible();
    await admin.getByRole('button', { name: 'Make a new secret: Alertmanager' }).click();
    await admin.getByRole('button', { name: 'Make it and stop the old one' }).click();
    await expect(admin.getByText('it is shown only this once')).toBeVisible();
    expect((await tell({})).status).toBe(401);
  });
  await test.step('another tool has a door of its own, which can be taken away', async () => {
    await admin.getByLabel('Name of the tool').fill('Grafana');
    await admin.getByRole('button', { name: 'Connect another tool' }).click();
    const grafana = admin.getByRole('group', { name: 'Grafana', exact: true });
    await expect(grafana.getByLabel('Secret', { exact: true })).toBeVisible();
    expect(await grafana.getByLabel('Address', { exact: true }).inputValue()).not.toBe(address);
    await grafana.getByRole('button', { name: 'Take away: Grafana' }).click();
    await grafana.getByRole('button', { name: 'Take it away' }).click();
    await expect(grafana).toBeHidden();
    await expect(admin.getByRole('group', { name: 'Alertmanager', exact: true })).toBeVisible();
  });
});
