import { findings } from '../../support/axe';
import { expect, frame, type Here, test } from '../../support/bridge-app';

test('an app’s page of a project stands below the project, and knows it', async ({
  open,
  site,
}) => {
  const page = await open('/projects/HOT', 'dana');
  const navigation = page.getByRole('navigation', { name: 'Site' });
  await navigation.getByRole('link', { name: 'Page of the project' }).click();
  await expect(page).toHaveURL(/\/projects\/HOT\/apps\/page$/);
  const body = frame(page, 'Page of the project');
  const context = await body.evaluate(() => (window as Here).bridge.view.getContext());
  const project = site.jira.facts({ project: 'HOT' }, context.accountId ?? null)?.project;
  expect(context.extension).toMatchObject({
    type: 'jira:projectPage',
    project,
    location: page.url(),
  });
  await body.evaluate(async () => {
    const history = await (window as Here).bridge.view.createHistory();
    history.push('/where?by=service');
  });
  await expect(page).toHaveURL(/\/projects\/HOT\/apps\/page\/where\?by=service$/);
  await expect(navigation.getByRole('link', { name: 'Page of the project' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  expect(await findings(page)).toEqual([]);
});

test('it does not show itself in another project', async ({ open }) => {
  const page = await open('/projects/SUP', 'sam');
  await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Page of the project' })).toHaveCount(0);
  await page.goto(new URL('/projects/SUP/apps/page', page.url()).href);
  await expect(page.getByRole('alert')).toBeVisible();
});
