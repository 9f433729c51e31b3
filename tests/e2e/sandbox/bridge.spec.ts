import { type Locator, type Page } from '@playwright/test';
import { expect, frame, type Here, test } from '../../support/bridge-app';
import { person, raise } from '../../support/site';
import { addTickets } from '../../support/tickets';

/** Adds the panel below the description, as people do. */
async function addPanel(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Apps', exact: true }).click();
  await page.getByRole('button', { name: 'Below' }).click();
  return frame(page, 'Below');
}

test.describe('beside an issue', () => {
  test('a resolver answers, and its error is told', async ({ open, site }) => {
    const page = await open(`/browse/${(await raise(site)).key}`, 'dana');
    const body = frame(page, 'Beside');
    const answer = await body.evaluate(() => (window as Here).bridge.invoke('echo', { n: 1 }));
    expect(answer).toEqual({ payload: { n: 1 }, accountId: person('dana').accountId });
    await expect(body.evaluate(() => (window as Here).bridge.invoke('fail'))).rejects.toThrow(
      'It does not work.',
    );
  });

  test('Jira is asked as the person who looks, and nothing but the site', async ({
    open,
    site,
  }) => {
    const page = await open(`/browse/${(await raise(site)).key}`, 'sam');
    const body = frame(page, 'Beside');
    const me = await body.evaluate(async () => {
      const response = await (window as Here).bridge.requestJira('/rest/api/3/myself');
      return [response.status, ((await response.json()) as { accountId: string }).accountId];
    });
    expect(me).toEqual([200, person('sam').accountId]);
    const outside = body.evaluate(() =>
      (window as Here).bridge.requestJira('//example.com/rest/api/3/myself'),
    );
    await expect(outside).rejects.toThrow('not a path of this site');
  });

  test('the context says where, who and how', async ({ open, site }) => {
    const { key, id } = await raise(site);
    const page = await open(`/browse/${key}`, 'dana', { theme: 'dark', locale: 'de-DE' });
    const context = await frame(page, 'Beside').evaluate(() =>
      (window as Here).bridge.view.getContext(),
    );
    expect(context).toMatchObject({
      accountId: person('dana').accountId,
      locale: 'de-DE',
      moduleKey: 'beside',
      theme: { colorMode: 'dark', dark: 'dark' },
      extension: { issue: { key, id }, project: { key: 'HOT' } },
    });
  });

  test('frames of the app tell each other, until they stop listening', async ({ open, site }) => {
    const page = await open(`/browse/${(await raise(site)).key}`, 'dana');
    const beside = frame(page, 'Beside');
    const below = await addPanel(page);
    await below.evaluate(async () => {
      const { bridge, heard } = window as Here;
      const { unsubscribe } = await bridge.events.on('news', (news: unknown) => {
        heard.push(news);
        if (heard.length === 2) unsubscribe();
      });
    });
    const tell = (n: number) =>
      beside.evaluate((_, news) => (window as Here).bridge.events.emit('news', { news }), n);
    await tell(1);
    await tell(2);
    const heard = () => below.evaluate(() => (window as Here).heard);
    await expect.poll(heard).toEqual([{ news: 1 }, { news: 2 }]);
    await tell(3);
    await tell(4);
    expect(await heard()).toEqual([{ news: 1 }, { news: 2 }]);
  });

  test('a change of the issue reaches the app as Jira’s event', async ({ open, site }) => {
    const issue = await raise(site);
    const page = await open(`/browse/${issue.key}`, 'dana');
    const body = frame(page, 'Beside');
    await body.evaluate(() => {
      const { bridge, heard } = window as Here;
      return bridge.events.on('JIRA_ISSUE_CHANGED', (event: unknown) => heard.push(event)).then();
    });
    await page.getByRole('button', { name: 'Edit summary' }).click();
    await page.getByLabel('Summary', { exact: true }).fill('Another one');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Another one' })).toBeVisible();
    await expect
      .poll(() => body.evaluate(() => (window as Here).heard[0]))
      .toMatchObject({ issueId: issue.id });
  });

  test('a modal shows another resource with its context, and gives back what it says', async ({
    open,
    site,
  }) => {
    const page = await open(`/browse/${(await raise(site)).key}`, 'dana');
    const body = frame(page, 'Beside');
    await body.evaluate(() => {
      const { bridge, heard } = window as Here;
      return new bridge.Modal({
        resource: 'other',
        title: 'Choose',
        size: 'small',
        context: { from: 'beside' },
        onClose: (payload: unknown) => heard.push(payload),
      }).open();
    });
    const dialog = page.getByRole('dialog', { name: 'Choose' });
    await expect(dialog.locator('iframe')).toHaveAttribute('src', /\/other\/index\.html$/);
    const inside = frame(page, 'Choose', 'dialog');
    const context = await inside.evaluate(() => (window as Here).bridge.view.getContext());
    expect(context.extension.modal).toEqual({ from: 'beside' });
    await inside.evaluate(() => {
      // The frame goes away with its answer.
      void (window as Here).bridge.view.close({ chosen: 7 });
    });
    await expect(dialog).toBeHidden();
    expect(await body.evaluate(() => (window as Here).heard)).toEqual([{ chosen: 7 }]);
  });

  test('what is no modal cannot be closed, and says so', async ({ open, site }) => {
    const page = await open(`/browse/${(await raise(site)).key}`, 'dana');
    const closing = frame(page, 'Beside').evaluate(() => (window as Here).bridge.view.close());
    await expect(closing).rejects.toThrow('not closable');
  });

  test('a flag is shown, its action runs in the app, and it can be taken back', async ({
    open,
    site,
  }) => {
    const page = await open(`/browse/${(await raise(site)).key}`, 'dana');
    const body = frame(page, 'Beside');
    await body.evaluate(() => {
      const { bridge, heard } = window as Here;
      const flag = bridge.showFlag({
        id: 'saved',
        title: 'It is saved',
        type: 'success',
        actions: [{ text: 'Undo', onClick: () => heard.push('undo') }],
      });
      Object.assign(window, { flag });
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => body.evaluate(() => (window as Here).heard)).toEqual(['undo']);
    await body.evaluate(() => (window as Here & { flag: { close(): unknown } }).flag.close());
    await expect(page.getByText('It is saved')).toBeHidden();
  });

  test('a frame is as high as its content, also when that shrinks', async ({ open, site }) => {
    const page = await open(`/browse/${(await raise(site)).key}`, 'dana');
    const body = frame(page, 'Beside');
    const height = async () =>
      (await page.locator('iframe[title="Beside"]').boundingBox())?.height ?? 0;
    await body.evaluate(() => {
      const box = document.createElement('div');
      box.id = 'box';
      box.style.height = '400px';
      document.body.append(box);
    });
    await expect.poll(height).toBeGreaterThan(400);
    await body.evaluate(() => document.querySelector('#box')?.remove());
    await expect.poll(height).toBeLessThan(150);
  });

  test('the app follows the theme once it has asked for it', async ({ open, site }) => {
    const page = await open(`/browse/${(await raise(site)).key}`, 'dana');
    const body = frame(page, 'Beside');
    const look = () =>
      body.evaluate(() => [
        document.documentElement.dataset.colorMode,
        getComputedStyle(document.documentElement).getPropertyValue('--ds-text').trim() !== '',
      ]);
    expect(await look()).toEqual([undefined, false]);
    await body.evaluate(() => (window as Here).bridge.view.theme.enable());
    expect(await look()).toEqual(['light', true]);
    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect.poll(look).toEqual(['dark', true]);
  });

  test('a command that is not emulated is refused by name', async ({ open, site }) => {
    const page = await open(`/browse/${(await raise(site)).key}`, 'dana');
    const asked = frame(page, 'Beside').evaluate(() =>
      (window as Here).__bridge.callBridge('makeCoffee'),
    );
    await expect(asked).rejects.toThrow('"makeCoffee"');
  });

  test('the app goes to another issue without loading the page anew', async ({ open, site }) => {
    const [here, there] = [await raise(site), await raise(site, { summary: 'The other one' })];
    const page = await open(`/browse/${here.key}`, 'dana');
    await page.evaluate(() => Object.assign(window, { same: true }));
    await frame(page, 'Beside').evaluate((_, issueKey) => {
      void (window as Here).bridge.router.navigate({ target: 'issue', issueKey } as never);
    }, there.key);
    await expect(page.getByRole('heading', { name: 'The other one' })).toBeVisible();
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
  });
});

test('a page of the app has a history within the site’s address', async ({ open }) => {
  const page = await open('/jira/settings/apps/settings/fields?tab=2', 'ada');
  const body = frame(page, 'Settings');
  const first = await body.evaluate(async () => {
    const { bridge, heard } = window as Here;
    const history = await bridge.view.createHistory();
    history.listen((location, action) => heard.push([action, location.pathname]));
    Object.assign(window, { route: history });
    return [
      history.location.pathname,
      history.location.search,
      history.createHref({ pathname: '/x' }),
    ];
  });
  expect(first).toEqual(['/fields', '?tab=2', '/x']);
  await body.evaluate(() => {
    (window as Here & { route: { push(to: string): void } }).route.push('/people');
  });
  await expect(page).toHaveURL(/\/jira\/settings\/apps\/settings\/people$/);
  await page.goBack();
  await expect
    .poll(() => body.evaluate(() => (window as Here).heard))
    .toEqual([
      ['PUSH', '/people'],
      ['POP', '/fields'],
    ]);
});

test.describe("an action in the issue's menu", () => {
  test('opens a dialog with the resource, which knows the ticket', async ({ open, site }) => {
    const [ticket] = await addTickets(site, [{ summary: 'I cannot pay' }]);
    const page = await open(`/browse/${ticket?.key ?? ''}`, 'sam');
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('button', { name: 'Mark this ticket' }).click();
    await expect(page.getByRole('dialog', { name: 'Mark this ticket' })).toBeVisible();
    const body = frame(page, 'Mark this ticket', 'dialog');
    const context = await body.evaluate(() => (window as Here).bridge.view.getContext());
    expect(context).toMatchObject({
      moduleKey: 'act',
      extension: {
        type: 'jira:issueAction',
        issue: { id: ticket?.id, key: ticket?.key, type: '[System] Service request' },
        project: { key: 'SUP', type: 'service_desk' },
      },
    });
    const answer = await body.evaluate(() => (window as Here).bridge.invoke('echo', { n: 1 }));
    expect(answer).toMatchObject({ accountId: person('sam').accountId });
    await body.evaluate(() => void (window as Here).bridge.view.close());
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('does not show itself in another project', async ({ open, site }) => {
    const incident = await raise(site);
    const page = await open(`/browse/${incident.key}`, 'dana');
    await page.getByRole('button', { name: 'Actions' }).click();
    await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Mark this ticket' })).toHaveCount(0);
  });
});
