import { test as base, type FrameLocator, type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { aSite, person, type Who } from './site';

export { expect } from '@playwright/test';

type Open = { readonly theme?: 'light' | 'dark'; readonly locale?: 'en-US' | 'de-DE' };

type Fixtures = {
  /** Fresh for every test: people and a set-up project, no issues. The clock runs from noon. */
  readonly site: Site;
  /** Opens a path as a person. */
  readonly open: (path: string, who: Who, look?: Open) => Promise<Page>;
};

/** Noise of a component library about its feature flags, and nothing else. */
const HARMLESS = /Statsig|feature gate|Client must be initialized/i;

export const test = base.extend<Fixtures, { workerSite: Site }>({
  workerSite: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants an object pattern here
    async ({}, use) => {
      const site = await aSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  site: async ({ workerSite }, use) => {
    await workerSite.reset();
    await use(workerSite);
  },
  open: async ({ page, site }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !HARMLESS.test(message.text())) faults.push(message.text());
    });
    await use(async (path, who, { theme = 'light', locale = 'en-US' } = {}) => {
      const url = new URL(path, site.url);
      url.searchParams.set('as', person(who).email);
      url.searchParams.set('theme', theme);
      url.searchParams.set('locale', locale);
      await page.goto(url.toString());
      return page;
    });
    // A page that logs an error is broken even when it looks right.
    const unexpected = faults.filter((fault) => !EXPECTED_STATUS.test(fault));
    if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join('\n')}`);
  },
});

/** The browser logs every answer of 4xx; some tests are about exactly that. */
const EXPECTED_STATUS = /the server responded with a status of 4\d\d/;

/** The side-bar module on an issue page. */
export function sideBar(page: Page): FrameLocator {
  return page.frameLocator('iframe[src*="/incident-context/"]');
}

/** The whole response, in the dialog that "Open response" opens. */
export function response(page: Page): FrameLocator {
  return page.frameLocator('dialog iframe[src*="/incident-panel/"]');
}

/** Saves what is edited on a dashboard, by the keyboard: a form grows as it comes into view, and its button moves. */
export async function saveForm(page: Page | FrameLocator): Promise<void> {
  await page.getByRole('button', { name: /^(Save|Speichern)$/ }).press('Enter');
}
