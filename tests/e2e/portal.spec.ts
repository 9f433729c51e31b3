import { type Page } from '@playwright/test';
import { CUSTOMER } from '../../sandbox/seeds/people';
import { type Site } from '../../sandbox/site/site';
import { findings } from '../support/axe';
import { expect, test } from '../support/browser';
import { callAdmin, person, raise, rest, setRules } from '../support/site';
import { type PortalView } from '../../src/contract/admin';

const admin = (page: Page) => page.frameLocator('iframe[src*="/admin/"]');
const panel = (page: Page) => page.frameLocator('iframe[src*="/portal/"]');

/** What an administrator sees of the portal. */
async function portalOf(site: Site): Promise<PortalView> {
  const reply = await callAdmin(site, 'ada', 'getPortal');
  return (reply as { readonly value: PortalView }).value;
}

async function form(site: Site): Promise<string> {
  const { portal } = await portalOf(site);
  return `/servicedesk/customer/portal/${portal?.id ?? ''}/create/${portal?.requestType?.id ?? ''}`;
}

/** What the administrator does by hand. */
async function arrange(site: Site, help?: ''): Promise<void> {
  const { portal } = await portalOf(site);
  const ada = person('ada').accountId;
  const known = site.jira.arrangement(portal?.requestType?.id ?? '', ada);
  const wanted = ['summary', 'description', 'Severity', 'Faulty service', 'Affected products'];
  const fields = known?.possible.filter(
    ({ fieldId, name }) => wanted.includes(fieldId) || wanted.includes(name),
  );
  const helped = <Field extends { readonly description: string }>(field: Field) => ({
    ...field,
    description: help ?? (field.description || 'What is the emergency?'),
  });
  const groupIds = known?.groups.map(({ id }) => id) ?? [];
  site.jira.arrangeForm(
    portal?.requestType?.id ?? '',
    { fields: (fields ?? []).map(helped), groupIds },
    ada,
  );
}

async function asCustomer(page: Page, site: Site, path: string): Promise<void> {
  await page.goto(`${site.url}${path}?as=${CUSTOMER.email}&locale=en-US&theme=light`);
}

test('an administrator is walked through the form, field by field', async ({ open, site }) => {
  const page = await open('/jira/settings/apps/admin', 'ada');
  const steps = admin(page).getByRole('group', { name: /The form of/ });
  await expect(steps.getByRole('listitem')).toHaveCount(6);
  await expect(steps.getByText(/Under “Summary”.*What is the emergency/)).toBeVisible();
  await expect(steps.getByText(/Add “Faulty service”.*The service with the fault/)).toBeVisible();
  await expect(
    admin(page).getByRole('textbox', { name: 'Link to the form in the portal' }),
  ).toHaveValue(site.url + (await form(site)));
  await expect(admin(page).getByRole('textbox', { name: 'Link to the create dialog' })).toHaveValue(
    /CreateIssueDetails!init\.jspa\?pid=\d+&issuetype=\d+$/,
  );
  await admin(page).getByText('Give it a short name').click();
  await expect(admin(page).getByText(/go\/hot/)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await arrange(site, '');
  await steps.getByRole('button', { name: 'Check again' }).click();
  await expect(steps.getByText(/Under “Description”/)).toBeVisible();
  await arrange(site);
  await steps.getByRole('button', { name: 'Check again' }).click();
  await expect(steps.getByText('The form asks all five fields')).toBeVisible();
});

test('at the portal somebody sees what runs, and raises what does not', async ({ open, site }) => {
  await arrange(site);
  const { key } = await raise(site, { 'Faulty service': { value: 'Catalogue search' } });
  await setRules(site, { statusPage: 'https://larkfield.example/wiki/what-is-going-on' });
  const page = await open('/servicedesk/customer/portals', 'sam');
  await page.getByRole('link', { name: /Hot incidents/ }).click();
  await page.getByRole('link', { name: /Incident/ }).click();
  await expect(panel(page).getByRole('link', { name: `${key} Card payments fail` })).toBeVisible();
  await expect(panel(page).getByText('Catalogue search')).toBeVisible();
  await expect(panel(page).getByRole('link', { name: 'What is going on now' })).toHaveAttribute(
    'href',
    'https://larkfield.example/wiki/what-is-going-on',
  );
  await expect(page.getByText(/Guess if you are unsure/)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('textbox', { name: /^Summary/ }).fill('The shop is down');
  await page.getByLabel(/^Severity/).selectOption({ label: '1 – Critical' });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('link', { name: 'View in Jira' }).click();
  await expect(page.getByRole('heading', { name: 'The shop is down' })).toBeVisible();
});

test('a customer sees nothing of Jira unless an administrator has allowed it, and then no words', async ({
  page,
  open,
  site,
}) => {
  await raise(site, { summary: 'Secret words', 'Faulty service': { value: 'Catalogue search' } });
  await raise(site, { summary: 'An exercise', Drill: [{ value: 'This is a drill' }] });
  await asCustomer(page, site, await form(site));
  await expect(panel(page).getByText('Raise an incident when')).toBeVisible();
  await expect(panel(page).getByText('Looking for running incidents')).toBeHidden();
  await expect(panel(page).getByText('Catalogue search')).toBeHidden();
  await open('/jira/settings/apps/admin', 'ada');
  await admin(page)
    .getByLabel(/Show running incidents at the portal/)
    .check();
  await expect(admin(page).getByLabel(/Show running incidents at the portal/)).toBeEnabled();
  await asCustomer(page, site, await form(site));
  await expect(panel(page).getByText('Catalogue search')).toBeVisible();
  await expect(panel(page).getByRole('listitem')).toHaveCount(1);
  await expect(panel(page).getByText('Secret words')).toBeHidden();
});

test.describe('while an incident is raised in the create dialog', () => {
  const summary = (page: Page) => page.getByRole('textbox', { name: /^Summary/ });

  test('similar ones are named under Summary, with why', async ({ open, site }) => {
    const { key } = await raise(site, { 'Faulty service': { value: 'Catalogue search' } });
    const { projectId, issueTypeId } = await portalOf(site);
    const dialog = `/secure/CreateIssueDetails!init.jspa?pid=${projectId}&issuetype=${issueTypeId}`;
    const page = await open(dialog, 'dana');
    await expect(page.getByText('What is the emergency?')).toBeVisible();
    await summary(page).fill('A card payment is refused');
    await summary(page).press('Tab');
    const told = `Is it one of these? ${key} Card payments fail (similar words: card, payment)`;
    await expect(page.getByText(told)).toBeVisible();
    await expect(page.getByText('What is the emergency?')).toBeVisible();
    await page.getByLabel(/^Faulty service/).selectOption({ label: 'Catalogue search' });
    await expect(page.getByText(/same service; similar words: card, payment/)).toBeVisible();
    await summary(page).fill('Elsewhere');
    await page.getByLabel(/^Faulty service/).selectOption({ label: 'Unknown' });
    await expect(page.getByText('Is it one of these?')).toBeHidden();
    expect(await findings(page)).toEqual([]);
  });

  test('nobody hears of an incident that Jira does not show them', async ({ open, site }) => {
    await raise(site);
    await rest(site, 'ada').get('/rest/api/3/myself');
    const page = await open('/issues/', 'omar');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(page.getByText('There is no project')).toBeVisible();
  });
});

test('in German, dark, in a narrow window', async ({ open, site }) => {
  await arrange(site);
  await raise(site);
  const page = await open(await form(site), 'dana', { theme: 'dark', locale: 'de-DE' });
  await page.setViewportSize({ width: 320, height: 800 });
  await expect(panel(page).getByText('Läuft gerade.')).toBeVisible();
  expect(await findings(page)).toEqual([]);
});
