import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Facts } from '../../../sandbox/core/contract';
import { isShown } from '../../../sandbox/forge/conditions';
import { ADMIN, ANNA, aWorld, type World } from './support';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.forge.stop());

const place = (issue: string, accountId: string, options = {}) =>
  world.forge.modules('jira:issueContext', { issue }, accountId, options);

describe('a module', () => {
  test('shows itself with its texts in the person’s language and the address of its frame', () => {
    const [module] = place('LOST-1', ANNA, { locale: 'de-DE', theme: 'dark' });
    expect(module).toMatchObject({
      key: 'place',
      type: 'jira:issueContext',
      title: 'Fundort',
      label: 'Ort',
      frameUrl: 'http://127.0.0.1:4000/_app/panel/index.html',
      context: {
        accountId: ANNA,
        locale: 'de-DE',
        timezone: 'Europe/Berlin',
        theme: { colorMode: 'dark' },
        extension: {
          type: 'jira:issueContext',
          issue: { key: 'LOST-1' },
          project: { key: 'LOST' },
        },
      },
    });
    expect(place('LOST-1', ANNA)[0]?.title).toBe('Where it was found');
  });

  test.each([
    ['on another type of issue', 'LOST-9', ANNA],
    ['to a person without the permission', 'LOST-1', '712020:reader'],
    ['to a person who may not see the place', 'LOST-1', '712020:outsider'],
  ])('hides %s', (_, issue, accountId) => {
    expect(place(issue, accountId)).toEqual([]);
  });

  test('of UI Kit has no frame, and the log says why', () => {
    const kit = world.forge
      .modules('jira:issuePanel', { issue: 'LOST-1' }, ANNA)
      .find(({ key }) => key === 'kit');
    expect(kit).toMatchObject({ title: 'Kit' });
    expect(kit?.frameUrl).toBeUndefined();
    expect(world.logs).toContainEqual(expect.stringContaining('UI Kit'));
  });
});

describe('an action of an issue', () => {
  const actions = (issue: string) =>
    world.forge.modules('jira:issueAction', { issue }, ANNA).map(({ key }) => key);

  test('knows the issue and its project, and how large its dialog is to be', () => {
    const [action, sized] = world.forge.modules('jira:issueAction', { issue: 'LOST-1' }, ANNA);
    expect(action).toMatchObject({
      title: 'Where it was found',
      viewportSize: 'large',
      frameUrl: 'http://127.0.0.1:4000/_app/panel/index.html',
      context: {
        extension: {
          type: 'jira:issueAction',
          issue: { id: '10001', key: 'LOST-1', type: 'Thing', typeId: '7' },
          project: { id: '100', key: 'LOST', type: 'software' },
        },
      },
    });
    expect(sized?.viewportSize).toEqual({ width: '500px', height: '300px' });
  });

  test('shows itself where its conditions hold', () => {
    expect(actions('LOST-1')).toEqual(['hand-in', 'sized']);
    expect(actions('LOST-9')).toEqual(['sized']);
  });
});

describe('an administration page', () => {
  test('stands in the list, or behind one of the buttons of the app', () => {
    const pages = world.forge.modules('jira:adminPage', {}, ADMIN);
    expect(pages.map(({ key, behind }) => [key, behind])).toEqual([
      ['settings', undefined],
      ['settings-configure', 'configure'],
      ['settings-start', 'get-started'],
    ]);
  });

  test('is there for administrators alone', () => {
    expect(world.forge.modules('jira:adminPage', {}, ANNA)).toEqual([]);
    expect(world.forge.modules('jira:adminPage', {}, null)).toEqual([]);
  });
});

describe('the display condition', () => {
  const facts: Facts = {
    user: { accountId: ANNA, locale: 'en_US', timeZone: 'UTC', isAdmin: false, groups: [] },
    issue: { id: '10001', key: 'LOST-1', type: 'Thing', typeId: '7' },
    project: { id: '100', key: 'LOST', type: 'service_desk' },
    permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES', 'CREATE_PROJECT'],
    properties: {
      issue: { state: { phase: 'open', tags: ['a', 'b'], count: 42 } },
      issueType: { kind: { of: 'trouble' } },
      project: { enabled: true },
      user: {},
    },
  };
  const property = (name: string, objectName: string, value?: unknown) => ({
    [name]: { entity: 'issue', propertyKey: 'state', objectName, value },
  });

  test.each([
    [undefined, true],
    [{ issueType: 'Thing' }, true],
    [{ issueType: ['Bug', 'Thing'] }, true],
    [{ issueType: 'Bug' }, false],
    [{ projectKey: 'LOST', projectType: 'service_desk' }, true],
    [{ projectKey: 'LOST', projectType: 'software' }, false],
    [{ isAdmin: true }, false],
    [{ isAdmin: false }, true],
    [{ isLoggedIn: true }, true],
    [{ isProjectAdmin: true }, false],
    [{ canEditIssues: true }, true],
    [{ canEditIssues: false }, false],
    [{ hasProjectPermission: 'EDIT_ISSUES' }, true],
    [{ hasProjectPermission: 'DELETE_ISSUES' }, false],
    [{ hasGlobalPermission: 'CREATE_PROJECT' }, true],
    [{ hasGlobalPermission: 'ADMINISTER' }, false],
    [{ not: { issueType: 'Bug', isAdmin: true } }, true],
    [{ not: { issueType: 'Bug', canEditIssues: true } }, false],
    [{ or: { isAdmin: true, and: { projectKey: 'LOST', not: { issueType: 'Bug' } } } }, true],
    [
      { or: [{ hasGlobalPermission: 'ADMINISTER' }, { hasGlobalPermission: 'CREATE_PROJECT' }] },
      true,
    ],
    [{ and: [{ issueType: 'Thing' }, { issueType: 'Bug' }] }, false],
    [{ entityPropertyExists: { entity: 'project', propertyKey: 'enabled' } }, true],
    [{ entityPropertyExists: { entity: 'user', propertyKey: 'enabled' } }, false],
    [{ entityPropertyEqualTo: { entity: 'project', propertyKey: 'enabled', value: 'true' } }, true],
    [property('entityPropertyEqualTo', 'phase', 'open'), true],
    [property('entityPropertyEqualTo', 'phase', 'closed'), false],
    [property('entityPropertyEqualTo', 'count', '42'), true],
    [property('entityPropertyEqualTo', 'missing', 'undefined'), false],
    [property('entityPropertyContainsAny', 'tags', ['b', 'c']), true],
    [property('entityPropertyContainsAll', 'tags', ['b', 'c']), false],
    [property('entityPropertyContainsAll', 'tags', ['b', 'a']), true],
    [{ entityPropertyExists: { entity: 'issueType', propertyKey: 'kind' } }, true],
    [{ entityPropertyExists: { entity: 'issueType', propertyKey: 'other' } }, false],
    [{ jiraExpression: "issue.issueType.name == 'Thing' && project.key == 'LOST'" }, true],
    [{ jiraExpression: 'issue.key' }, false],
    [{ moonIsFull: true }, false],
  ])('%j is %s', (conditions, shown) => {
    expect(isShown(conditions, facts, () => undefined)).toBe(shown);
  });

  test('that the sandbox does not know is named', () => {
    const warnings: string[] = [];
    isShown({ moonIsFull: true }, facts, (text) => warnings.push(text));
    expect(warnings).toEqual([expect.stringContaining('moonIsFull')]);
  });

  test('that throws hides its module', () => {
    const warnings: string[] = [];
    expect(isShown({ jiraExpression: 'nobody.there' }, facts, (text) => warnings.push(text))).toBe(
      false,
    );
    expect(warnings).toEqual([expect.stringContaining('nobody')]);
  });
});
