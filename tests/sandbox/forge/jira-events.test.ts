import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { doc, TestSite } from '../jira/site';
import { aWorld, type World } from './support';

/** Events as Jira makes them, at triggers whose filters ask for the issue. */

let site: TestSite;
let world: World;
beforeAll(async () => {
  world = await aWorld();
});
beforeEach(async () => {
  site = new TestSite();
  await site.project();
  await site.issue();
  await site.issue();
  site.events.length = 0;
  world.forge.reset();
  world.logs.length = 0;
});
afterAll(() => world.forge.stop());

type Noted = { readonly eventType: string; readonly context: { readonly moduleKey: string } };

/** What the triggers were called with, by trigger. */
async function deliver(...names: readonly string[]) {
  for (const event of site.events) if (names.includes(event.name)) world.forge.deliver(event);
  await world.forge.idle();
  const { plain } = world.forge.storage() as { plain: Record<string, Noted> };
  return Object.entries(plain)
    .filter(([key]) => key.startsWith('event:'))
    .map(([, event]) => event);
}

test('a comment brings its issue along, and passes the filter on it', async () => {
  await site.ok('POST', '/issue/HOT-1/comment', { body: doc('Looking at it') }, site.responder);
  const { accountId } = site.responder;
  expect(await deliver('avi:jira:commented:issue')).toEqual([
    {
      eventType: 'avi:jira:commented:issue',
      issue: expect.objectContaining({
        key: 'HOT-1',
        fields: expect.objectContaining({ issuetype: expect.objectContaining({ name: 'Task' }) }),
      }),
      comment: expect.objectContaining({
        body: doc('Looking at it'),
        author: expect.objectContaining({ accountId }),
        jsdPublic: true,
      }),
      associatedUsers: [{ accountId }],
      atlassianId: accountId,
      context: { cloudId: 'cloud-1', moduleKey: 'talk' },
    },
  ]);
});

test('a link brings ids alone: a filter on the issue fails, one on the link passes', async () => {
  const ends = { inwardIssue: { key: 'HOT-1' }, outwardIssue: { key: 'HOT-2' } };
  await site.ok('POST', '/issueLink', { type: { name: 'Blocks' }, ...ends });
  const { fields } = await site.ok('GET', '/issue/HOT-1');
  const [link] = fields?.['issuelinks'] as { id: string }[];
  await site.ok('DELETE', `/issueLink/${link?.id ?? ''}`);
  const names = ['avi:jira:created:issuelink', 'avi:jira:deleted:issuelink'];
  const project = await site.ok('GET', '/project/HOT');
  const [source, destination] = await Promise.all(
    ['HOT-1', 'HOT-2'].map((key) => site.ok('GET', `/issue/${key}`)),
  );
  const noted = await deliver(...names);
  expect(noted.toSorted((a, b) => (a.eventType < b.eventType ? -1 : 1))).toEqual(
    names.map((eventType) => ({
      eventType,
      id: link?.id,
      sourceIssueId: source?.id,
      destinationIssueId: destination?.id,
      sourceProjectId: project.id,
      destinationProjectId: project.id,
      issueLinkType: expect.objectContaining({ name: 'Blocks', outward: 'blocks' }),
      atlassianId: site.admin.accountId,
      context: { cloudId: 'cloud-1', moduleKey: 'blocks' },
    })),
  );
  expect(world.logs).toEqual(
    names.map(() => expect.stringContaining('trigger talk: the filter failed')),
  );
});
