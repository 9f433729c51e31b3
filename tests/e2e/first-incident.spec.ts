import { expect, response, sideBar, test } from '../support/browser';

test('from the create dialog to TTD and TTR in Jira: one incident, start to end', async ({
  open,
}) => {
  const page = await open('/', 'dana');

  await test.step('raise it', async () => {
    await page.getByRole('button', { name: 'Create' }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('people are paged directly')).toBeVisible();
    await dialog.getByLabel('Summary').fill('Card payments fail');
    await dialog.getByLabel('Severity').selectOption('1 – Critical');
    await dialog.getByLabel('Faulty service').selectOption('Payments');
    await dialog.getByLabel('Web shop').check();
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('link', { name: 'Card payments fail' }).click();
    await expect(page.getByRole('heading', { name: 'Card payments fail' })).toBeVisible();
  });

  const bar = sideBar(page);
  await test.step('see it beside the issue, its clock running', async () => {
    await expect(bar.getByText('SEV 1')).toBeVisible();
    await expect(bar.getByRole('timer')).toContainText('s');
    await expect(bar.getByText('the start is not known yet')).toBeVisible();
  });

  await test.step('take it', async () => {
    await bar.getByRole('button', { name: 'Take this incident' }).click();
    await expect(bar.getByText('Fixing')).toBeVisible();
    await expect(bar.getByText('Dana Okafor')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Fixing' })).toBeVisible();
  });

  await test.step('say when it began, without typing', async () => {
    await bar.getByRole('button', { name: '15 min ago' }).click();
    await expect(bar.getByText('detected after 15 min')).toBeVisible();
    await expect(bar.getByRole('timer')).toContainText('15 min');
  });

  await test.step('resolve it in Jira, and confirm since when it is over', async () => {
    await page.getByRole('button', { name: 'Fixing' }).click();
    await page.getByRole('button', { name: /Resolve/ }).click();
    await expect(bar.getByText(/Impact over since .*, says the transition/)).toBeVisible();
    await bar.getByRole('button', { name: 'Confirm' }).click();
    await expect(bar.getByText('says the transition')).toHaveCount(0);
    await expect(bar.getByText('Time to recovery')).toBeVisible();
  });

  await test.step('read TTD and TTR in fields that the app wrote', async () => {
    await page.reload();
    await expect(page.getByText('Time to detect').first()).toBeVisible();
    await expect(page.getByText('15 min', { exact: true }).first()).toBeVisible();
    await bar.getByRole('button', { name: 'Open response' }).click();
    await expect(response(page).getByRole('region', { name: 'Time to recovery' })).toContainText(
      '15 min',
    );
  });
});
