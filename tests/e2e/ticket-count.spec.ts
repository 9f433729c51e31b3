import { expect, response, sideBar, test } from '../support/browser';
import { raise, rest } from '../support/site';
import { addTickets } from '../support/tickets';

test('who may see no ticket knows how many there are', async ({ open, site }) => {
  const incident = await raise(site);
  for (const { key } of await addTickets(site, [{}, {}])) {
    await rest(site, 'tomasz').post('/rest/api/3/issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { key },
      outwardIssue: { key: incident.key },
    });
  }
  await site.forge.idle();
  const page = await open(`/browse/${incident.key}`, 'ines');
  await sideBar(page).getByRole('button', { name: 'Open response' }).click();
  const row = response(page).getByRole('listitem').filter({ hasText: 'How many support tickets' });
  await expect(row).toContainText('2, of which 0 are shown to you');
});
