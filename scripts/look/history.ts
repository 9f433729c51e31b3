import { type Page } from '@playwright/test';
import { type Site } from '../../sandbox/site/site';
import { callAdmin } from '../../tests/support/site';
import { type State } from './state';

const PAGE = { who: 'ada', path: '/jira/settings/apps/admin' } as const;

/** The section "History": before the first run, while it waits for Jira, and with what was found. */
export function historyStates(site: Site): readonly State[] {
  return [
    { ...PAGE, name: 'before', prepare: (page) => opened(page, '.history-before') },
    {
      ...PAGE,
      name: 'waiting',
      async prepare(page) {
        const rest = { target: 'jira', rate: 1, status: 429, retryAfter: 900 } as const;
        site.faults.add({ ...rest, path: '/rest/api/3/search/jql' }, { times: 1 });
        await callAdmin(site, 'ada', 'startBackfill');
        await site.forge.idle();
        await opened(page, '.facts');
      },
    },
    {
      ...PAGE,
      name: 'done',
      async prepare(page) {
        await site.clock.moveTo(site.clock.now() + 901_000, () => site.forge.idle());
        await opened(page, '.findings');
      },
    },
  ];
}

async function opened(page: Page, shown: string): Promise<void> {
  const frame = page.frameLocator('iframe[src*="/admin/"]');
  await frame.getByRole('tab', { name: /^(History|Frühere Vorfälle)$/ }).click();
  await frame.locator(shown).first().waitFor();
}
