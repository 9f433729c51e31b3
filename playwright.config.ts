import { defineConfig } from '@playwright/test';

/** Tests that use the pages as people do. Each worker has a site of its own, on a port of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/build.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 1,
  // How long a machine may take that does other work as well: what is quick enough, budgets say.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    // A press that was lost is seen by the next step that waits; the second try has the trace.
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: process.env['CHROMIUM'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        // A test's window is a private one, which would keep an app's frames, being of another origin, from storage.
        '--disable-features=ThirdPartyCookieBlockingInIncognito,ImprovedCookieControls,IncognitoTrackingProtections',
      ],
    },
    // A trace of every test costs a third of the time; the second try of one that failed has it.
    trace: 'on-first-retry',
    locale: 'en-US',
    timezoneId: 'Europe/Dublin',
  },
});
