import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type Locator, type Page } from '@playwright/test';
import { buildBackend } from '../../sandbox/forge';
import type { BridgeWindow } from '../fixtures/bridge-app/page/main';
import { test as base } from './browser';
import { aSite } from './site';

export { expect } from './browser';

const PROJECT = resolve(__dirname, '../..');
const APP = resolve(PROJECT, 'tests/fixtures/bridge-app');

/** The site with an app that hands its bridge to the test. */
export const test = base.extend({
  workerSite: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants an object pattern here
    async ({}, use) => {
      buildPage();
      const backendDir = resolve(PROJECT, 'dist/backend/bridge-app');
      await buildBackend({ appDir: APP, outDir: backendDir });
      const site = await aSite('empty', { appDir: APP, backendDir });
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
});

function buildPage() {
  const args = ['build', resolve(APP, 'page'), '--base', './', '--logLevel', 'error'];
  const { status, stderr } = spawnSync('node_modules/.bin/vite', args, { cwd: PROJECT });
  if (status !== 0) throw new Error(`The app's page was not built: ${String(stderr)}`);
}

/** The body of one of the app's frames, once its script has run. */
export function frame(page: Page, title: string, within = ''): Locator {
  return page.frameLocator(`${within} iframe[title="${title}"]`).locator('body[data-ready]');
}

/** What a test finds in a frame of the app. */
export type Here = Window & typeof globalThis & BridgeWindow;
