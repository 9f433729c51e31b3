import { beforeEach, describe, expect, test } from '@jest/globals';
import { TestSite } from './site';
import { OPEN } from './walk-dashboards';

/** Dashboards: whose they are, and where their gadgets stand. */

let site: TestSite;
let id: string;

const forReaders = [{ type: 'group', group: { name: 'readers' } }];

beforeEach(async () => {
  site = new TestSite();
  const dashboard = { name: 'Operations', sharePermissions: forReaders, editPermissions: [] };
  ({ id } = (await site.ok('POST', '/dashboard', dashboard)) as { id: string });
});

const add = (title: string, position?: object) =>
  site.ok('POST', `/dashboard/${id}/gadget`, { moduleKey: OPEN, title, position });

/** `column/row title`, in order. */
async function places(): Promise<string[]> {
  const { gadgets } = (await site.ok('GET', `/dashboard/${id}/gadget`)) as {
    gadgets?: readonly { title: string; position: { row: number; column: number } }[];
  };
  return (gadgets ?? []).map(({ title, position: { row, column } }) => `${column}/${row} ${title}`);
}

describe('a dashboard', () => {
  test('is seen by those it is shared with, and changed by its owner alone', async () => {
    const see = async (who: typeof site.reader) =>
      (await site.call('GET', `/dashboard/${id}`, undefined, who)).status;
    expect(await see(site.reader)).toBe(200);
    expect(await see(site.outsider)).toBe(404);
    const gadget = await site.call(
      'POST',
      `/dashboard/${id}/gadget`,
      { moduleKey: OPEN },
      site.reader,
    );
    expect(gadget.status).toBe(404);
    const removal = await site.call('DELETE', `/dashboard/${id}`, undefined, site.reader);
    expect(removal.status).toBe(401);
  });

  test('is changed by those with edit permission as well', async () => {
    const user = { accountId: site.responder.accountId };
    const editPermissions = [{ type: 'user', user }];
    const wanted = { name: 'Operations', sharePermissions: [], editPermissions };
    await site.ok('PUT', `/dashboard/${id}`, wanted);
    const { isWritable } = await site.ok('GET', `/dashboard/${id}`, undefined, site.responder);
    expect(isWritable).toBe(true);
    await site.ok('POST', `/dashboard/${id}/gadget`, { moduleKey: OPEN }, site.responder);
    expect((await site.call('GET', `/dashboard/${id}`, undefined, site.reader)).status).toBe(404);
  });

  test('has a name that none other of its owner has', async () => {
    const again = { name: 'Operations', sharePermissions: [], editPermissions: [] };
    expect((await site.call('POST', '/dashboard', again)).status).toBe(400);
    expect((await site.call('POST', '/dashboard', again, site.reader)).status).toBe(200);
  });
});

describe('a gadget', () => {
  test('moves those below it down, and leaves no gap behind', async () => {
    const { id: first } = await add('first');
    await add('second', { row: 0, column: 0 });
    await add('third', { row: 0, column: 1 });
    expect(await places()).toEqual(['0/0 second', '0/1 first', '1/0 third']);
    const path = `/dashboard/${id}/gadget/${String(first)}`;
    await site.ok('PUT', path, { position: { row: 1, column: 1 } });
    expect(await places()).toEqual(['0/0 second', '1/0 third', '1/1 first']);
    const nowhere = await site.call('PUT', path, { position: { row: 5, column: 0 } });
    expect(nowhere.body.errorMessages?.[0]).toContain('The selected row does not exist');
    expect(await places()).toEqual(['0/0 second', '1/0 third', '1/1 first']);
    await site.ok('DELETE', path);
    expect(await places()).toEqual(['0/0 second', '1/0 third']);
  });

  test('goes to the last column when its own is gone', async () => {
    await add('left');
    await add('right', { row: 0, column: 1 });
    const { accountId } = site.admin;
    expect(site.jira.setLayout(id, accountId, 'A')).toBe(true);
    expect(await places()).toEqual(['0/0 left', '0/1 right']);
    expect(site.jira.setLayout(id, accountId, 'AAA')).toBe(true);
    expect(site.jira.layout(id, site.reader.accountId)).toBe('AAA');
    expect(site.jira.setLayout(id, site.reader.accountId, 'A')).toBe(false);
    expect(site.jira.layout(id, site.outsider.accountId)).toBeUndefined();
  });

  test('is one that is installed, unless the caller says that it does not matter', async () => {
    const unknown = { moduleKey: 'com.example:gone' };
    const path = `/dashboard/${id}/gadget`;
    expect((await site.call('POST', path, unknown)).status).toBe(400);
    await site.ok('POST', path, { ...unknown, ignoreUriAndModuleKeyValidation: true });
  });

  test('has properties that readers read and editors write', async () => {
    const { id: item } = await add('first');
    const path = `/dashboard/${id}/items/${String(item)}/properties/config`;
    expect((await site.call('PUT', path, { hours: 4 })).status).toBe(201);
    expect((await site.ok('GET', path, undefined, site.reader)).value).toEqual({ hours: 4 });
    expect((await site.call('PUT', path, { hours: 5 }, site.reader)).status).toBe(403);
    expect((await site.call('GET', path, undefined, site.outsider)).status).toBe(404);
  });
});
