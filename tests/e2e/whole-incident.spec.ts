import { faultIn, type Entry } from '../../src/domain/log/entry';
import { type TimelineView } from '../../src/contract';
import { expect, response, sideBar, test } from '../support/browser';
import { sha256 } from '../support/log';
import { openTab } from '../support/response';
import { call, person, raise } from '../support/site';

/** The floor for what others change: a look every eight seconds, and the reading of it. */
const SOON = { timeout: 20_000 };

test('an incident from New to Resolved, by two people at once', async ({ browser, open, site }) => {
  test.slow();
  const { key } = await raise(site);
  await site.forge.idle();
  const danas = await open(`/browse/${key}`, 'dana');
  await sideBar(danas).getByRole('button', { name: 'Take this incident' }).click();
  await sideBar(danas).getByRole('button', { name: '15 min ago' }).click();
  await sideBar(danas).getByRole('button', { name: 'Write the first words' }).click();
  const dana = response(danas);
  const inside = dana.getByRole('region', { name: 'Inside' });
  await inside.getByLabel('Status and impact').fill('Every second card payment fails.');
  await inside.getByRole('button', { name: 'Copy and record' }).click();
  await expect(dana.getByText(/Internal update due in/).first()).toBeVisible();

  const iness = await browser.newPage();
  await iness.goto(`${site.url}/browse/${key}?as=${person('ines').email}&locale=en-US`);
  await expect(sideBar(iness).getByText(/Internal update due in/)).toBeVisible();
  const ines = await openTab(iness, /^People/);
  await ines.getByRole('button', { name: 'I am here' }).click();
  await ines
    .getByRole('group', { name: 'Which role do you take?' })
    .getByRole('button', { name: 'Tech lead' })
    .click();
  await dana.getByRole('tab', { name: /^People/ }).click();
  await expect(
    dana.getByRole('listitem').filter({
      has: dana.getByRole('heading', { name: 'Tech lead', exact: true }),
    }),
  ).toContainText('Ines Brandt', SOON);

  // Both at once, in two places of the same response.
  await dana.getByRole('tab', { name: /^Now/ }).click();
  await ines.getByRole('tab', { name: /^Timeline/ }).click();
  await dana.getByRole('button', { name: 'Answer: What do customers see?' }).click();
  await dana.getByRole('textbox', { name: 'What do customers see?' }).fill('Please try again');
  await ines.getByLabel('What happened?').fill('The pool is full');
  await Promise.all([
    dana.getByRole('textbox', { name: 'What do customers see?' }).press('Control+Enter'),
    ines.getByLabel('What happened?').press('Enter'),
  ]);
  await expect(dana.getByText('Please try again')).toBeVisible();
  await dana.getByRole('tab', { name: /^Timeline/ }).click();
  await expect(dana.getByText('The pool is full')).toBeVisible(SOON);
  await expect(ines.getByText('Please try again')).toBeVisible(SOON);

  await dana.getByRole('button', { name: 'Resolve', exact: true }).first().click();
  await dana.getByRole('button', { name: 'Yes, resolve' }).click();
  await expect(dana.getByText('Resolved', { exact: true }).first()).toBeVisible();
  await expect(ines.getByText('Resolved', { exact: true }).first()).toBeVisible(SOON);
  await dana.getByRole('button', { name: 'Write it' }).click();
  await dana
    .getByRole('region', { name: 'Inside' })
    .getByRole('button', { name: 'Copy and record as the final message' })
    .click();
  await expect(
    dana.getByText('The final message has gone out. No more updates follow.'),
  ).toBeVisible();
  await iness.close();

  await site.forge.idle();
  const reply = await call(site, 'dana', key, 'getTimeline', { before: null });
  const entries = (reply as { value: TimelineView }).value.entries as unknown as Entry[];
  expect(faultIn(entries, { seq: 0, hash: '' }, sha256)).toBeUndefined();
  expect(entries.map(({ what }) => what.kind)).toEqual(
    expect.arrayContaining(['update', 'roleGiven', 'answer', 'observation', 'jira', 'noted']),
  );
});
