import { defineConfig } from '@playwright/test';

/** Tests that use the pages as people do. Each worker has a site of its own, on a port of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    launchOptions: {
      executablePath: process.env['CHROMIUM'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        // An app's frame may keep drafts, as in a window that is not private.
        '--disable-features=TrackingProtection3pcd',
      ],
    },
    trace: 'retain-on-failure',
    locale: 'en-US',
    timezoneId: 'Europe/Dublin',
  },
});
