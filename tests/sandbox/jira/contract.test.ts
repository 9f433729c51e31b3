import { beforeAll, describe, expect, test } from '@jest/globals';
import { isDescribed, operation, problems, scopesOf } from './description';
import { addressOf, type Reply, TestSite } from './site';
import { configure, configureFields } from './walk-configuration';
import { arrange } from './walk-dashboards';
import { work } from './walk-issues';
import { serve } from './walk-service';

const site = new TestSite();
/** Another one, of those that have not moved to field schemes. */
const older = new TestSite({ fieldSchemes: 'old' });
const seen: { method: string; template: string; reply: Reply }[] = [];

/** `/issue/HOT-1` is `/rest/api/3/issue/{issueIdOrKey}`; the fixed addresses are tried first. */
const templates = site.jira.coverage
  .toSorted((a, b) => (a.path.replaceAll('{', '~') < b.path.replaceAll('{', '~') ? -1 : 1))
  .map(({ method, path }) => ({
    method,
    path,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));

const templateOf = (method: string, path: string): string | undefined => {
  const address = addressOf(path).split('?')[0] ?? '';
  return templates.find((one) => one.method === method && one.pattern.test(address))?.path;
};

beforeAll(async () => {
  for (const one of [site, older])
    one.watch = (method, path, reply) => {
      const template = templateOf(method, path);
      if (template !== undefined) seen.push({ method, template, reply });
    };
  await configureFields(older);
  await configure(site);
  await work(site);
  await arrange(site);
  await serve(site);
}, 60_000);

describe('the list of what is emulated', () => {
  test('is walked through: each call on it was made and answered well', () => {
    const made = new Set(
      seen
        .filter(({ reply }) => reply.status < 400 || reply.status === 410)
        .map(({ method, template }) => `${method} ${template}`),
    );
    const missed = site.jira.coverage
      .map(({ method, path }) => `${method} ${path}`)
      .filter((call) => !made.has(call));
    expect(missed).toEqual([]);
  });

  test('names each call once', () => {
    const calls = site.jira.coverage.map(({ method, path }) => `${method} ${path}`);
    expect(calls).toHaveLength(new Set(calls).size);
  });

  test('gives the scopes of a call by its address', () => {
    const { jira } = site;
    expect(jira.scopesFor('GET', '/rest/api/3/issue/HOT-1?fields=summary')?.[0]).toEqual([
      'read:jira-work',
    ]);
    expect(jira.scopesFor('POST', '/rest/api/3/search/jql')?.[0]).toEqual(['read:jira-work']);
    expect(jira.scopesFor('GET', '/rest/api/3/component')).toBeUndefined();
  });
});

test('a call that is not emulated says so', async () => {
  const reply = await site.call('GET', '/component');
  const message = 'The sandbox does not emulate GET /rest/api/3/component';
  expect(reply).toMatchObject({ status: 501, body: { errorMessages: [message], errors: {} } });
});

const described = isDescribed ? describe : describe.skip;

described('against the published description (skipped where it is not there)', () => {
  test('every call on the list exists', () => {
    const unknown = site.jira.coverage.filter(({ method, path }) => !operation(method, path));
    expect(unknown).toEqual([]);
  });

  test('the scopes are those of the description', () => {
    for (const { method, path, scopes } of site.jira.coverage)
      expect([method, path, scopes]).toEqual([method, path, scopesOf(method, path)]);
  });

  test('every good answer has the described shape and status', () => {
    const good = seen.filter(({ reply }) => reply.status < 400);
    const found = good.flatMap(({ method, template, reply: { status, body } }) =>
      problems(method, template, status, body),
    );
    expect([...new Set(found.map((problem) => problem.replace(/\/\d+\//g, '/0/')))]).toEqual([]);
  }, 180_000);
});
