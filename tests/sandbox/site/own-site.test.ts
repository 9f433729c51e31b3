import { beforeAll, expect, test } from '@jest/globals';
import { Clock } from '../../../sandbox/core/clock';
import { createJira } from '../../../sandbox/jira';
import { larkfield } from '../../../sandbox/seeds/larkfield';
import { PEOPLE } from '../../../sandbox/seeds/people';
import { type Rest, restAs } from '../../../sandbox/seeds/rest';

/** A site that had a project for outages before the app came. */

const NOON = Date.parse('2026-03-02T12:00:00Z');
const clock = new Clock(NOON);
const jira = createJira({ clock, baseUrl: () => 'http://larkfield.test' });
const as = (name: string): Rest =>
  restAs(jira, PEOPLE.find(({ email }) => email.startsWith(`${name}.`))?.accountId ?? '');

beforeAll(async () => {
  const nobody = () => Promise.reject(new Error('the app is not asked'));
  const seed = larkfield('own')(jira, clock, {
    call: nobody,
    hasModule: () => true,
    confluence: undefined,
    serviceManagement: true,
  });
  await seed.past();
  await seed.present();
});

type Issue = {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly changelog: {
    readonly histories: readonly {
      readonly items: readonly { readonly field: string; readonly toString: string | null }[];
    }[];
  };
};

async function outages(jql: string): Promise<readonly Issue[]> {
  const { issues } = await as('sam').post<{ issues: readonly Issue[] }>('/rest/api/3/search/jql', {
    jql: `project = OPS AND ${jql} ORDER BY created`,
    fields: ['*all'],
    expand: 'changelog',
    maxResults: 100,
  });
  return issues;
}

const idOf = async (name: string): Promise<string> =>
  (await as('ada').get<readonly { id: string; name: string }[]>('/rest/api/3/field')).find(
    (field) => field.name === name,
  )?.id ?? '';

test('has twenty outages of its own, with what happened to them', async () => {
  expect(clock.now()).toBe(NOON);
  const all = await outages('issuetype = Outage');
  expect(all).toHaveLength(20);
  expect(await outages('status = Rejected')).toHaveLength(2);
  expect(await outages('"Over at" is EMPTY AND status = Done')).toHaveLength(2);
  expect(await outages('"Started at" is EMPTY AND status = Done')).toHaveLength(2);
  const reopened = await outages('status changed from Done');
  expect(reopened).toHaveLength(2);
  const moves = reopened[0]?.changelog.histories.flatMap(({ items }) =>
    items.filter(({ field }) => field === 'status').map((item) => item.toString),
  );
  expect(moves?.toReversed()).toEqual(['Working', 'Done', 'Working', 'Done']);
});

test('lets responders write all its fields but the one that is missing on the edit screen', async () => {
  const [outage] = await outages('status = Done');
  const path = `/rest/api/3/issue/${outage?.key ?? ''}`;
  const meta = await as('dana').get<{ fields: object }>(`${path}/editmeta`);
  const [started, over] = [await idOf('Started at'), await idOf('Over at')];
  expect(Object.keys(meta.fields)).toContain(started);
  expect(Object.keys(meta.fields)).not.toContain(over);
  const at = '2026-03-01T10:00:00.000+0000';
  await expect(as('dana').put(path, { fields: { [over]: at } })).rejects.toThrow(/cannot be set/);
});

test('shares a screen with another project, and is not for everybody', async () => {
  const ada = as('ada');
  const schemes = await ada.get<{
    values: readonly { name: string; screens: Record<string, number> }[];
  }>('/rest/api/3/screenscheme');
  const screens = (name: string): Record<string, number> | undefined =>
    schemes.values.find((one) => one.name === name)?.screens;
  expect(screens('OPS: screens')?.['view']).toBe(screens('STORE: screens')?.['default']);
  await expect(as('omar').get('/rest/api/3/project/OPS')).rejects.toThrow('404');
});
