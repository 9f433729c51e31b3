import { type FrameLocator, type Page } from '@playwright/test';
import { expect, sideBar, test as base } from '../support/browser';
import { aSite, rest } from '../support/site';

/** A site that has a project for outages already, with statuses, fields and screens of its own. */
const test = base.extend({
  workerSite: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants an object pattern here
    async ({}, use) => {
      const site = await aSite('own');
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
});

function administration(page: Page): FrameLocator {
  return page.frameLocator('iframe[src*="/admin/"]');
}

test('a project with its own words is used as it is, and an outage becomes an incident', async ({
  open,
  site,
}) => {
  const page = await open('/jira/settings/apps/admin', 'ada');
  const admin = administration(page);

  await test.step('choose it; every guess is right', async () => {
    await admin.getByRole('radio', { name: /Use a project that is there/ }).check();
    await admin.getByLabel('Project', { exact: true }).selectOption({ label: 'OPS Operations' });
    await admin.getByLabel('Issue type of incidents').selectOption({ label: 'Outage' });
    await expect(admin.getByText('found once an hour')).toBeVisible();
    const chosen = (label: string) =>
      admin.getByLabel(label, { exact: true }).locator('option:checked');
    await expect(chosen('Open')).toHaveText('New');
    await expect(chosen('Working')).toHaveText('Fixing');
    await expect(chosen('Done')).toHaveText('Resolved');
    await expect(chosen('Rejected')).toHaveText('Cancelled');
    await expect(chosen('Severity')).toHaveText('Impact level');
    await expect(chosen('Faulty service')).toHaveText('Component at fault');
    await expect(chosen('Impact start')).toHaveText('Started at');
    await expect(chosen('Impact detected')).toHaveText('Noticed at');
    await expect(chosen('Impact recovered')).toHaveText('Over at');
    await expect(chosen('P1')).toHaveText('SEV 1 Critical');
    await expect(chosen('P4')).toHaveText('SEV 3 Minor');
    await admin.getByLabel(/Let the workflow tell the app/).check();
  });

  await test.step('set up', async () => {
    await admin.getByRole('button', { name: 'Set up with these' }).click();
    await expect(admin.getByText('OPS is ready for incidents.')).toBeVisible({ timeout: 30_000 });
    await admin.getByText('What was set up').click();
    await expect(admin.getByRole('listitem').filter({ hasText: 'Field: severity' })).toContainText(
      'was there, is used',
    );
    await expect(
      admin.getByRole('listitem').filter({ hasText: 'Field: affected products' }),
    ).toContainText('done');
  });

  await test.step('check it', async () => {
    await admin.getByRole('button', { name: 'Check set-up' }).click();
    const faults = admin.getByRole('listitem').filter({ hasText: 'With a detour' });
    await expect(faults).toHaveCount(1);
    await expect(faults).toContainText('The type of incidents is called “Outage”.');
  });

  await test.step('no option, name or status of theirs has changed', async () => {
    const ada = rest(site, 'ada');
    const meta = await ada.get<{
      fields: readonly { name: string; allowedValues?: readonly { value?: string }[] }[];
    }>(await createMeta(site));
    const level = meta.fields.find(({ name }) => name === 'Impact level');
    expect(level?.allowedValues?.map(({ value }) => value)).toEqual(['P1', 'P2', 'P3', 'P4']);
  });

  await test.step('an outage is run as an incident', async () => {
    const dana = rest(site, 'dana');
    const { key } = await dana.post<{ key: string }>('/rest/api/3/issue', {
      fields: { project: { key: 'OPS' }, issuetype: { name: 'Outage' }, summary: 'Tills are dark' },
    });
    await open(`/browse/${key}`, 'dana');
    const bar = sideBar(page);
    await bar.getByRole('button', { name: 'Take this incident' }).click();
    await expect(bar.getByText('Fixing')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Working' })).toBeVisible();
  });
});

async function createMeta(site: Parameters<typeof rest>[0]): Promise<string> {
  const ada = rest(site, 'ada');
  const types = await ada.get<readonly { id: string; name: string }[]>('/rest/api/3/issuetype');
  const id = types.find(({ name }) => name === 'Outage')?.id ?? '';
  return `/rest/api/3/issue/createmeta/OPS/issuetypes/${id}`;
}
