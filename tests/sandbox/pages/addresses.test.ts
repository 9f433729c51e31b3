import { describe, expect, test } from '@jest/globals';
import { join } from '../../../sandbox/pages/bridge/history';
import { addressOf } from '../../../sandbox/pages/bridge/location';
import { iconAddress } from '../../../sandbox/pages/issue/icon-address';
import { orderedBy, orderOf, withoutOrder } from '../../../sandbox/pages/search/order';
import { isSitePage, routeOf } from '../../../sandbox/pages/routes';
import { de } from '../../../sandbox/pages/text/de';
import { en } from '../../../sandbox/pages/text/en';

describe('the page at an address', () => {
  test.each([
    ['/', { page: 'start' }],
    ['/jira/your-work', { page: 'start' }],
    ['/browse/HOT-1', { page: 'issue', key: 'HOT-1' }],
    ['/issues/', { page: 'list' }],
    ['/secure/CreateIssue.jspa', { page: 'create' }],
    ['/projects/HOT', { page: 'project', key: 'HOT' }],
    ['/backstage', { page: 'backstage' }],
    ['/jira/settings/apps', { page: 'apps' }],
    ['/servicedesk/customer/portals', { page: 'help-center' }],
    ['/servicedesk/customer/portal/1/create/2', { page: 'help-center', portal: '1', create: '2' }],
    [
      '/servicedesk/customer/portal/1/SUP-3',
      { page: 'help-center', portal: '1', request: 'SUP-3' },
    ],
    ['/servicedesk/agent/1', { page: 'unknown' }],
    [
      '/jira/servicedesk/projects/SUP/settings/request-types/request-type/4/request-form',
      { page: 'request-types', project: 'SUP', type: '4' },
    ],
    ['/jira/servicedesk/projects/SUP/queues', { page: 'unknown' }],
    ['/wiki/spaces/OPS', { page: 'space', key: 'OPS' }],
    ['/wiki/spaces/OPS/overview', { page: 'space', key: 'OPS' }],
    ['/wiki/spaces/OPS/pages/98311', { page: 'wiki', key: 'OPS', id: '98311' }],
    ['/wiki/spaces/OPS/pages/98311/What+we+learned', { page: 'wiki', key: 'OPS', id: '98311' }],
    ['/wiki/spaces/OPS/blog/1', { page: 'unknown' }],
    ['/wiki/search', { page: 'unknown' }],
    ['/browse', { page: 'unknown' }],
    ['/browse/%E0%A4%A', { page: 'issue', key: '%E0%A4%A' }],
  ])('%s', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });

  test.each([
    [
      '/jira/settings/apps/set-up/fields/2',
      'jira:adminPage',
      'set-up',
      '/jira/settings/apps/set-up',
    ],
    [
      '/projects/HOT/apps/metrics/services',
      'jira:projectPage',
      'metrics',
      '/projects/HOT/apps/metrics',
    ],
    ['/jira/apps/all/x', 'jira:globalPage', 'all', '/jira/apps/all'],
  ])('%s is a page of the app', (path, type, moduleKey, basePath) => {
    expect(routeOf(path)).toMatchObject({ page: 'module', type, moduleKey, basePath });
    expect(isSitePage(path)).toBe(true);
  });
});

describe('where an app navigates to', () => {
  test.each([
    [{ url: '/browse/A-1' }, '/browse/A-1'],
    [{ target: 'issue', issueKey: 'A-1' }, '/browse/A-1'],
    [{ target: 'module', moduleKey: 'all' }, '/jira/apps/all'],
    [{ target: 'module', moduleKey: 'm', projectKey: 'HOT' }, '/projects/HOT/apps/m'],
    [{ target: 'contentView', contentId: '7' }, '/wiki/pages/viewpage.action?pageId=7'],
  ])('%j', (asked, address) => {
    expect(addressOf(asked)).toBe(address);
  });

  test.each([
    [{ target: 'board' }, 'navigation target "board"'],
    [{ target: 'issue' }, '"issueKey" must be a text'],
    [null, '"target" must be a text'],
  ])('%j is refused by name', (asked, message) => {
    expect(() => addressOf(asked)).toThrow(message);
  });

  test.each([
    ['/', '/jira/apps/all'],
    ['/fields?x=1', '/jira/apps/all/fields?x=1'],
    ['fields', '/jira/apps/all/fields'],
  ])('%s within a module', (path, address) => {
    expect(join('/jira/apps/all', path)).toBe(address);
  });
});

describe('the order of a search', () => {
  test.each([
    ['project = A', 'created', 'project = A ORDER BY created ASC'],
    ['project = A ORDER BY created ASC', 'created', 'project = A ORDER BY created DESC'],
    ['project = A order by created desc', 'created', 'project = A ORDER BY created ASC'],
    ['project = A ORDER BY created', 'cf[10001]', 'project = A ORDER BY cf[10001] ASC'],
    ['ORDER BY key', 'Time to detect', 'ORDER BY "Time to detect" ASC'],
  ])('%s, by %s', (jql, field, next) => {
    expect(orderedBy(jql, field)).toBe(next);
  });

  test('is no part of what is counted', () => {
    expect(withoutOrder('text ~ "order by mail" ORDER BY created')).toBe('text ~ "order by mail"');
    expect(orderOf('project = A ORDER BY rank, key')).toBeUndefined();
  });
});

describe('the icon of a module', () => {
  const frameUrl = 'http://127.0.0.1:4000/_app/panel/index.html';
  test.each([
    ['resource:panel;img/icon.svg', 'http://127.0.0.1:4000/_app/panel/img/icon.svg'],
    ['https://example.com/i.png', 'https://example.com/i.png'],
    ['javascript:alert(1)', undefined],
    [undefined, undefined],
  ])('%s', (icon, address) => {
    const module = { key: 'm', type: 't', extensionId: 'x', title: 'M', frameUrl, context: {} };
    expect(iconAddress({ ...module, ...(icon === undefined ? {} : { icon }) })).toBe(address);
  });
});

test('both languages fill in the same values', () => {
  const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  const told = Object.entries(en).map(([key, text]) => [key, values(text)]);
  expect(told).toEqual(
    Object.entries(en).map(([key]) => [key, values(de[key as keyof typeof de])]),
  );
});
