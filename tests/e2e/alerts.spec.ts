import { expect, response, sideBar, test } from '../support/browser';
import { connectTool, incidentKeys } from '../support/alerts';
import { findings } from '../support/axe';
import { askAdmin, call } from '../support/site';

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

/** A call of Alertmanager's. */
function prometheus(
  status: 'firing' | 'resolved',
  hosts: readonly string[],
  severity = 'critical',
) {
  const alerts = hosts.map((host) => ({
    status,
    labels: { alertname: 'HighLatency', service: 'Payments', severity, host },
    annotations: { summary: `Checkout on ${host} answers too slowly` },
    startsAt: '2026-03-02T11:40:00Z',
    endsAt: '2026-03-02T11:55:00Z',
    generatorURL: `https://prometheus.example.com/graph?host=${host}`,
    fingerprint: host,
  }));
  return { alerts };
}
const HOSTS = Array.from({ length: 60 }, (_, n) => `pay-${n + 1}`);
const RULE = { groupBy: ['service' as const], windowMinutes: 60, leaveBelow: 2 as const };

test('an administrator says what one outage is and what becomes no incident', async ({
  open,
  site,
}) => {
  const tool = await connectTool(site);
  const page = await open('/jira/settings/apps/admin', 'ada');
  const frame = page.frameLocator('iframe[src*="/admin/"]');
  const door = frame.getByRole('group', { name: 'Alertmanager', exact: true });
  await door.getByText('Grouping, and what becomes no incident').focus();
  await page.keyboard.press('Enter');
  const save = door.getByRole('button', { name: 'Save rule: Alertmanager' });
  await door.getByRole('checkbox', { name: 'the service' }).focus();
  await page.keyboard.press('Space');
  await door.getByLabel('Labels that they have in common').fill('region, region , cluster');
  const minutes = door.getByLabel('Minutes in which another alert joins');
  await expect(minutes).toHaveValue('60');
  for (const wrong of ['0', '10081', 'an hour', '']) {
    await minutes.fill(wrong);
    await expect(minutes).toHaveAttribute('aria-invalid', 'true');
    await expect(save).toBeDisabled();
  }
  await minutes.fill('30');
  await door
    .getByLabel('Without an incident', { exact: true })
    .selectOption('Alerts below severity 2');
  await save.focus();
  await page.keyboard.press('Enter');
  await expect(door.getByText('It counts for alerts that come in from now on')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const rule = {
    groupBy: ['service', 'label:region', 'label:cluster'],
    windowMinutes: 30,
    leaveBelow: 2,
  };
  expect(await askAdmin(site, 'getAlertDoors')).toMatchObject([{ rule }]);
  expect((await tool.tell(prometheus('firing', ['pay-1'], 'warning'))).status).toBe(200);
  await door.getByText('Alerts left without an incident').press('Enter');
  await expect(door.getByText('1 in the last 90 days')).toBeVisible();
  await expect(door.getByText('Checkout on pay-1 answers too slowly')).toBeVisible();
  await page.reload();
  await door.getByText('Grouping, and what becomes no incident').press('Enter');
  await expect(door.getByRole('checkbox', { name: 'the service' })).toBeChecked();
  await expect(door.getByLabel('Labels that they have in common')).toHaveValue('region, cluster');
});

test('the panel lists the alerts of an outage, and proposes a recovery that a person says', async ({
  open,
  site,
  page,
}) => {
  const tool = await connectTool(site);
  const [door] = await askAdmin(site, 'getAlertDoors');
  await askAdmin(site, 'setAlertRule', { door: door?.id ?? '', rule: RULE });
  const told = async (status: 'firing' | 'resolved', hosts: readonly string[]) => {
    expect((await tool.tell(prometheus(status, hosts))).ok).toBe(true);
    await site.forge.idle();
  };
  await told('firing', HOSTS);
  const [key = ''] = await incidentKeys(site);
  await call(site, 'dana', key, 'takeIncident', { from: null });
  await told('resolved', HOSTS.slice(0, 1));
  await open(`/browse/${key}`, 'dana');
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const panel = response(page);
  const alerts = panel.getByRole('region', { name: 'Alerts', exact: true });
  await test.step('those that fire first, all counted, fifty listed', async () => {
    await expect(alerts).toContainText('Firing: 59, recovered: 1');
    await expect(alerts.getByRole('listitem').first()).toContainText('Firing');
    await alerts.getByText('45 more alerts').press('Enter');
    await expect(alerts.getByRole('listitem')).toHaveCount(50);
    await expect(alerts.getByRole('listitem').last()).toContainText('Recovered');
    await expect(alerts).toContainText('10 more are counted and not listed.');
    expect(await findings(page)).toEqual([]);
  });
  await told('resolved', HOSTS);
  await page.reload();
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const next = panel.getByRole('group', { name: 'Next', exact: true });
  await test.step('a proposal, which "not yet" puts off and another alert brings back', async () => {
    await expect(next).toContainText(/All alerts have recovered \(the last one: .*11:55 AM\)\./);
    await next.getByRole('button', { name: 'Not yet' }).click();
    await expect(next).not.toContainText('All alerts have recovered');
    await site.clock.moveTo(site.clock.now() + 60_000, () => site.forge.idle());
    await told('firing', ['pay-99']);
    await told('resolved', ['pay-99']);
    await page.reload();
    await sideBar(page).getByRole('button', { name: 'Open response' }).click();
    await expect(next).toContainText('All alerts have recovered');
  });
  await test.step('one press says it, and the incident goes on', async () => {
    await next.getByRole('button', { name: /^Yes, recovered \(.*11:55 AM\)$/ }).click();
    await expect(next).not.toContainText('All alerts have recovered');
    const times = { impactRecovered: '2026-03-02T11:55:00.000Z' };
    const seen = await call(site, 'dana', key, 'getIncident');
    expect(seen).toMatchObject({ value: { phase: 'fixing', times } });
  });
  await test.step('the timeline has few lines of it', async () => {
    await panel.getByRole('tab', { name: 'Timeline' }).click();
    await expect(panel.getByText('Alerts so far: 2.')).toBeVisible();
    await expect(panel.getByText('Alerts so far: 10.')).toBeVisible();
    await expect(panel.getByText(/^Alert recovered \(.*Still firing: 0\.$/).first()).toBeVisible();
  });
});
