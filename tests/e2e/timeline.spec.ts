import { type FrameLocator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { findings } from '../support/axe';
import { expect, response, sideBar, test } from '../support/browser';
import { call, person, raise, type Saying, type Who } from '../support/site';

type TestSite = Parameters<typeof raise>[0];

const OPEN = /^(Open response|Reaktion öffnen)$/;
const TAB = /^(Timeline|Zeitleiste)/;

async function timelineOn(page: Page): Promise<FrameLocator> {
  await sideBar(page).getByRole('button', { name: OPEN }).click();
  await response(page).getByRole('tab', { name: TAB }).click();
  return response(page);
}

function say(site: TestSite, who: Who, key: string, saying: Saying, at?: string) {
  const moment = at === undefined ? {} : { at: Date.parse(at) };
  return call(site, who, key, 'say', { id: crypto.randomUUID(), saying, ...moment });
}

const words = (panel: FrameLocator) => panel.getByLabel('What happened?');
const line = (panel: FrameLocator, text: string | RegExp) =>
  panel.getByRole('listitem').filter({ hasText: text }).last();
/** Reads again, as the panel does whenever somebody comes back to it. */
const comeBack = (panel: FrameLocator) =>
  panel.locator('body').evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });

test('an entry is added with the keyboard alone', async ({ open, site }) => {
  const { key } = await raise(site);
  await site.forge.idle();
  const page = await open(`/browse/${key}`, 'dana');
  await sideBar(page).getByRole('button', { name: OPEN }).click();
  await response(page).getByRole('tab', { name: 'Now' }).focus();
  await page.keyboard.press('n');
  await expect(words(response(page))).toBeFocused();
  await page.keyboard.type('Errors rise in zone n');
  await page.keyboard.press('Enter');
  await expect(line(response(page), 'Errors rise in zone n')).toContainText('Dana Okafor');
  await expect(line(response(page), 'Errors rise')).toContainText('Observation');
  await expect(words(response(page))).toHaveValue('');
});

test('a change says how and why, an experiment names its theory, both at another moment', async ({
  open,
  site,
}) => {
  const { key } = await raise(site);
  await say(site, 'dana', key, { kind: 'theory', text: 'The pool is too small' });
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await timelineOn(page);
  await panel.getByLabel('Kind', { exact: true }).selectOption('Change');
  await panel.getByLabel('How (optional)').fill('With the console');
  await panel.getByLabel('When', { exact: true }).selectOption('5 min ago');
  await words(panel).fill('Doubled the pool');
  await panel.getByRole('button', { name: 'Add' }).click();
  await expect(line(panel, 'Doubled the pool')).toContainText('11:55');
  await expect(line(panel, 'Doubled the pool')).toContainText('How: With the console');

  await panel.getByLabel('Kind', { exact: true }).selectOption('Experiment');
  await panel.getByLabel('About the theory').selectOption('The pool is too small');
  await panel.getByLabel('When', { exact: true }).selectOption('Another time');
  await panel.getByLabel('Date and time').fill('2026-03-02T13:00');
  await words(panel).fill('Asked for 40 connections');
  await panel.getByRole('button', { name: 'Add' }).click();
  await expect(panel.getByRole('alert')).toHaveText('That moment lies in the future.');
  await panel.getByLabel('Date and time').fill('2026-03-02T11:30');
  await panel.getByRole('button', { name: 'Add' }).click();
  const experiment = line(panel, 'Asked for 40');
  await expect(experiment).toContainText('on the theory: “The pool is too small”');
  await expect(experiment).toContainText('11:30');
});

test('words that are not taken stay in the line, with the reason', async ({ open, site }) => {
  const { key } = await raise(site);
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await timelineOn(page);
  await words(panel).fill('A long night');
  await page.route('**/_sandbox/bridge/invoke', (route) =>
    route.request().postData()?.includes('"say"')
      ? route.fulfill({ json: { ok: false, error: { message: 'Down', type: 'Error' } } })
      : route.continue(),
  );
  await page.keyboard.press('Enter');
  await expect(words(panel)).toHaveValue('A long night');
  await expect(panel.getByRole('alert').last()).toContainText('Something went wrong');
  await page.unroute('**/_sandbox/bridge/invoke');
  await words(panel).press('Enter');
  await expect(line(panel, 'A long night')).toBeVisible();
});

test('what the log never took stands above everything, and is written again', async ({
  open,
  site,
}) => {
  const { key } = await raise(site);
  await site.forge.idle();
  // Crowded when it is said, so it goes in line; refused for good when its turn comes.
  const path = '/api/v1/transaction';
  site.faults.add({ target: 'kvs', path, rate: 1, status: 429 }, { times: 1 });
  const once = { after: 1, times: 1 };
  site.faults.add({ target: 'kvs', method: 'POST', path, rate: 1, status: 413 }, once);
  await say(site, 'dana', key, { kind: 'note', text: 'Zone n is out of disk' });
  await say(site, 'dana', key, { kind: 'note', text: 'Another one' });
  await site.forge.idle();
  const page = await open(`/browse/${key}`, 'dana');
  await sideBar(page).getByRole('button', { name: OPEN }).click();
  const panel = response(page);
  const left = panel.getByRole('alert').filter({ hasText: 'One entry is not in the log' });
  await expect(left).toContainText('Zone n is out of disk');
  await left.getByRole('button', { name: 'Write again' }).click();
  await expect(left).toBeHidden();
  await panel.getByRole('tab', { name: TAB }).click();
  await expect(line(panel, 'Zone n is out of disk')).toBeVisible();
  await expect(line(panel, 'Another one')).toBeVisible();
});

test('two people see what the other wrote, and how much is new', async ({
  browser,
  open,
  site,
}) => {
  const { key } = await raise(site);
  await say(site, 'ines', key, { kind: 'note', text: 'First look' });
  const page = await open(`/browse/${key}`, 'dana');
  const danas = await timelineOn(page);
  await expect(danas.getByText('In five lines')).toBeVisible();
  await expect(danas.getByText('No theory yet.')).toBeVisible();

  const other = await browser.newPage();
  await other.goto(`${site.url}/browse/${key}?as=${person('ines').email}&locale=en-US`);
  const iness = await timelineOn(other);
  await words(iness).fill('The pool is full');
  await words(iness).press('Enter');
  await expect(line(iness, 'The pool is full')).toContainText('Ines Brandt');
  await comeBack(danas);
  await expect(line(danas, 'The pool is full')).toContainText('Ines Brandt');
  await words(danas).fill('Seen it');
  await words(danas).press('Enter');
  await comeBack(iness);
  await expect(line(iness, 'Seen it')).toContainText('Dana Okafor');

  await danas.getByRole('tab', { name: 'Now' }).click();
  await words(iness).fill('And again');
  await words(iness).press('Enter');
  await expect(line(iness, 'And again')).toBeVisible();
  await other.close();
  await comeBack(danas);
  await expect(danas.getByRole('tab', { name: 'Timeline (1 new)' })).toBeVisible();
});

/** A browser's storage with this in it: Chromium may give frames of another site none of its own. */
function storageOf(kept: Readonly<Record<string, string>>): void {
  const items = new Map(Object.entries(kept));
  const value = {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => items.set(name, text),
    removeItem: (name: string) => items.delete(name),
    key: (n: number) => [...items.keys()][n] ?? null,
    get length() {
      return items.size;
    },
    toJSON: () => Object.fromEntries(items),
  };
  Object.defineProperty(globalThis, 'localStorage', { value });
}

test('what is typed is kept for the next time, and what has come since is marked', async ({
  open,
  page,
  site,
}) => {
  const { key } = await raise(site);
  await say(site, 'ines', key, { kind: 'note', text: 'First look' });
  await page.addInitScript(storageOf, {});
  await open(`/browse/${key}`, 'dana');
  const panel = await timelineOn(page);
  await expect(panel.getByText('No theory yet.')).toBeVisible();
  await words(panel).focus();
  await page.keyboard.type('Half a');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('sentence');
  const kept = () => panel.locator('body').evaluate(() => JSON.stringify(localStorage));
  await expect.poll(kept).toContain('sentence');
  await say(site, 'ines', key, { kind: 'note', text: 'Second look' });
  const next = await page.context().newPage();
  await next.addInitScript(storageOf, JSON.parse(await kept()) as Record<string, string>);
  await next.goto(page.url());
  const again = await timelineOn(next);
  await expect(words(again)).toHaveValue('Half a\nsentence');
  await expect(again.getByText(/^New since /)).toBeVisible();
  await expect(again.getByText('No theory yet.')).toBeHidden();
});

test('the list is filtered by kind and person, and says when nothing fits', async ({
  open,
  site,
}) => {
  const { key } = await raise(site);
  await say(site, 'dana', key, { kind: 'decision', text: 'Roll back' });
  await say(site, 'ines', key, { kind: 'note', text: 'Coffee is out' });
  const page = await open(`/browse/${key}`, 'sam');
  const panel = await timelineOn(page);
  await panel.getByRole('button', { name: 'Decisions and changes' }).click();
  await expect(line(panel, 'Roll back')).toBeVisible();
  await expect(panel.getByText('Coffee is out')).toHaveCount(0);
  await panel.getByLabel('Who').selectOption('Ines Brandt');
  await expect(panel.getByText('No entry among those loaded fits this choice.')).toBeVisible();
  await panel.getByRole('tab', { name: 'People' }).click();
  await panel.getByRole('tab', { name: TAB }).click();
  await expect(panel.getByText('No entry among those loaded fits this choice.')).toBeVisible();
  await panel.getByRole('button', { name: 'Show everything' }).click();
  await expect(panel.getByText('Coffee is out')).toBeVisible();
  // A reader has no way to write.
  await expect(words(panel)).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Import notes' })).toHaveCount(0);
  await line(panel, 'Coffee').getByRole('button').click();
  await expect(line(panel, 'Coffee').getByRole('button', { name: 'Copy' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Correct the time' })).toHaveCount(0);
});

test('a time is corrected with both kept, and words are taken out for good', async ({
  open,
  site,
}) => {
  const { key } = await raise(site);
  await say(site, 'dana', key, { kind: 'note', text: 'The password is swordfish' });
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await timelineOn(page);
  const entry = line(panel, /swordfish|taken out/);
  await entry.getByRole('button', { name: /^Actions for/ }).click();
  await entry.getByRole('button', { name: 'Correct the time' }).click();
  await entry.getByLabel('When did it happen?').fill('2026-03-02T12:30');
  await entry.getByRole('button', { name: 'Correct' }).click();
  await expect(entry.getByRole('alert')).toHaveText('That moment lies in the future.');
  await entry.getByLabel('When did it happen?').fill('2026-03-02T11:40');
  await page.keyboard.press('Enter');
  await expect(entry).toContainText(/11:40.*, first said 12:00/);

  await entry.getByRole('button', { name: /^Actions for/ }).click();
  await entry.getByRole('button', { name: 'Take out the words' }).click();
  await expect(entry).toContainText('cannot be brought back');
  await entry.getByRole('button', { name: 'Take out for good' }).click();
  await expect(entry).toContainText('The words were taken out by Dana Okafor.');
  await expect(panel.getByText('swordfish')).toHaveCount(0);
  expect(JSON.stringify(site.forge.storage())).not.toContain('swordfish');
});

test('notes are pasted, looked at, and become entries', async ({ open, site }) => {
  const { key } = await raise(site);
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await timelineOn(page);
  await panel.getByRole('button', { name: 'Import notes' }).click();
  await panel
    .getByLabel('Notes with times')
    .fill(
      '11:05 Errors rise\n- in zone B\n11.20 Uhr Pool neu gestartet\n23:50 Last night\n11:30 no',
    );
  await expect(panel.getByRole('button', { name: 'Add 4 entries' })).toBeVisible();
  await panel.getByLabel('Kind of line 2').selectOption('Change');
  await panel.getByLabel('Leave out line 4').check();
  await panel.getByRole('button', { name: 'Add 3 entries' }).click();
  await expect(panel.getByText('3 entries added.')).toBeVisible();
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(line(panel, 'Pool neu gestartet')).toContainText('Change');
  await expect(line(panel, 'Pool neu gestartet')).toContainText('11:20');
  await expect(line(panel, 'Errors rise')).toContainText('in zone B');
  await expect(panel.getByRole('heading', { name: 'Sunday, March 1, 2026' })).toBeVisible();
});

test('the timeline leaves as a file, and its chain is checked', async ({ open, site }) => {
  const { key } = await raise(site);
  const all = Array.from({ length: 120 }, (_, n) => ({
    id: crypto.randomUUID(),
    saying: { kind: 'note' as const, text: `Line ${n}` },
  }));
  await call(site, 'dana', key, 'sayAll', { all });
  const page = await open(`/browse/${key}`, 'sam');
  const panel = await timelineOn(page);
  await expect(panel.getByText('Line 0', { exact: true })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Export' }).click();
  await panel.getByRole('button', { name: 'JSON, complete' }).click();
  await expect(panel.getByText(`${key}-timeline.json is ready.`)).toBeVisible();
  const coming = page.waitForEvent('download');
  await panel.getByRole('link', { name: 'Download' }).click();
  const file = await (await coming).path();
  const json = JSON.parse(await readFile(file, 'utf8')) as { people: object; entries: object[] };
  expect(json.entries.length).toBeGreaterThanOrEqual(120);
  expect(Object.values(json.people)).toContain('Dana Okafor');
  await panel.getByRole('button', { name: 'Check the chain' }).click();
  await expect(panel.getByText('the chain is whole')).toBeVisible();
  await panel.getByRole('button', { name: 'Older' }).click();
  await expect(panel.getByText('Line 0', { exact: true })).toBeVisible();
});

test('a pasted picture hangs on the issue and is shown; addresses are links, marks are not', async ({
  open,
  site,
}) => {
  const { key } = await raise(site);
  const page = await open(`/browse/${key}`, 'dana');
  const panel = await timelineOn(page);
  await words(panel).fill('<b>Look</b> https://status.example/a.');
  await words(panel).evaluate((area) => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'load.png', { type: 'image/png' }));
    area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(words(panel)).toHaveValue(/a\. http.*\/attachment\/content\/\d+$/);
  await words(panel).press('Enter');
  const entry = line(panel, '<b>Look</b>');
  await expect(entry.getByRole('link', { name: 'https://status.example/a' })).toBeVisible();
  const picture = entry.getByRole('img', { name: 'Picture' });
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
});

const LOOKS = [
  { theme: 'light', locale: 'en-US', width: 1280 },
  { theme: 'dark', locale: 'de-DE', width: 360 },
] as const;

for (const { width, ...look } of LOOKS) {
  test.describe(`${look.theme}, ${look.locale}, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('everybody can use the timeline', async ({ open, site }) => {
      const { key } = await raise(site);
      await say(site, 'dana', key, { kind: 'theory', text: 'The pool is too small' });
      await say(site, 'ines', key, { kind: 'change', text: 'Restart', how: 'By hand' });
      await say(site, 'ines', key, { kind: 'promise', due: Date.parse('2026-03-02T12:30Z') });
      const page = await open(`/browse/${key}`, 'dana', look);
      const panel = await timelineOn(page);
      await expect(line(panel, 'Restart')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await panel.getByRole('button', { name: /^(Import notes|Notizen übernehmen)$/ }).click();
      await panel.getByLabel(/^(Notes with times|Notizen mit Zeiten)$/).fill('11:05 Errors rise');
      await line(panel, 'Restart').getByRole('button').click();
      await line(panel, 'Restart')
        .getByRole('button', { name: /^(Correct the time|Zeit korrigieren)$/ })
        .click();
      expect(await findings(page)).toEqual([]);
      await panel.getByRole('button', { name: /^(Export|Exportieren)$/ }).click();
      await panel.getByRole('button', { name: 'CSV' }).click();
      await expect(panel.getByRole('link', { name: /Download|Herunterladen/ })).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}

test('who has closed their account is a former user to everybody', async ({ open, site }) => {
  const { key } = await raise(site);
  await say(site, 'ines', key, { kind: 'note', text: 'Queue is draining' });
  site.jira.closeAccount(person('ines').accountId);
  const page = await open(`/browse/${key}`, 'dana', { locale: 'de-DE' });
  const panel = await timelineOn(page);
  await expect(line(panel, 'Queue is draining')).toContainText('Ehemaliger Benutzer');
  expect(await findings(page)).toEqual([]);
});
