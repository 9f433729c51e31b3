import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Site } from '../../../sandbox/site/site';
import { aSite, person, raise, rest, type Who } from '../../support/site';

let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
beforeEach(() => site.reset());
afterAll(() => site.stop());

const users = (...all: readonly Who[]) => ({
  users: all.map((who) => ({ accountId: person(who).accountId })),
});
const notify = async (to: object, who: Who = 'dana') => {
  const { key } = await raise(site);
  await rest(site, who).post(`/rest/api/3/issue/${key}/notify`, {
    subject: 'Look',
    textBody: 'It is back.',
    to,
  });
};

test('a mail goes to whom it names and stands in the outbox', async () => {
  await notify(users('ines'));
  const from = person('dana').email;
  expect(site.outside.outbox).toMatchObject([
    { service: 'mail', body: { from, to: [person('ines').email], text: 'It is back.' } },
  ]);
});

test('who may not see the issue gets none', async () => {
  await notify(users('omar'));
  expect(site.outside.outbox).toEqual([]);
});

test.each([
  { why: 'nobody', to: {} },
  { why: 'oneself', to: users('dana') },
  { why: 'somebody unknown', to: { users: [{ accountId: 'nobody' }] } },
])('to $why is refused', async ({ to }) => {
  await expect(notify(to)).rejects.toThrow('400');
  expect(site.outside.outbox).toEqual([]);
});
