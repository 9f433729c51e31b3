import { describe, expect, test } from '@jest/globals';
import { PROSE, type Prose } from '../../sandbox/prose';
import { frontEndCalls } from '../support/front-end';
import { type ApiDescription, digestOf, type Operation, withDescription } from '../support/openapi';
import { confluenceCalls, jiraCalls, read, withoutNames } from '../support/project';

const made = new Set(
  [...jiraCalls(), ...confluenceCalls(), ...frontEndCalls()].map(
    ({ method, path }) => `${method} ${path}`,
  ),
);

describe('what the texts of the published descriptions demand', () => {
  test('is said for every call that the app makes, once, and for no other', () => {
    expect(PROSE.map(({ call }) => call).sort()).toEqual([...made].sort());
  });

  test.each(PROSE)('$call: who may, and sentences', ({ permissions, follows }) => {
    expect(permissions).not.toBe('');
    for (const sentence of follows) expect(sentence).toMatch(/^[A-Z`].*[.?]$/s);
  });
});

const isOf = (address: string) => (one: Prose) => one.call.split(' ')[1]?.startsWith(address);

const SERVICE = '/rest/servicedeskapi/';

const optedIn = PROSE.filter(({ experimental }) => experimental?.header);
test('experimental calls of service management say that they opt in, and no other calls do', () => {
  expect(optedIn.map(({ call }) => call)).toEqual(
    PROSE.filter((one) => one.experimental && isOf(SERVICE)(one)).map(({ call }) => call),
  );
  const sent = jiraCalls().filter(({ isExperimental }) => isExperimental);
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(
    optedIn.map(({ call }) => call),
  );
  expect(read('src/adapters/jira/http.ts')).toContain(`'X-ExperimentalApi': 'opt-in'`);
});
const CONFLUENCE = '/wiki/api/v2';

withDescription('jira-platform-v3.json', (api) => {
  reading(api, PROSE.filter(isOf('/rest/api/3/')));
});
withDescription('jsm-servicedesk.json', (api) => {
  reading(api, PROSE.filter(isOf(SERVICE)));
});
withDescription('confluence-v2.json', (api) => {
  reading(api, PROSE.filter(isOf(CONFLUENCE)), CONFLUENCE);
});

/** Holds the entries against the description of their API, whose addresses begin there. */
function reading(api: ApiDescription, entries: readonly Prose[], base = ''): void {
  const published = new Map<string, Operation>(
    Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, one]) => [`${method.toUpperCase()} ${base}${withoutNames(path)}`, one] as const,
      ),
    ),
  );
  const of = ({ call }: Prose): Operation => {
    const found = published.get(call);
    if (!found) throw new Error(`${call} is in no description`);
    return found;
  };

  test.each(entries)('$call was read as it is published now', (entry) => {
    expect({ read: entry.read }).toEqual({ read: digestOf(of(entry)) });
  });

  test.each(entries)('$call is deprecated or experimental only with a reason', (entry) => {
    const { deprecated, 'x-experimental': isExperimental, 'x-changes': changes } = of(entry);
    const isLeaving = deprecated === true || changes !== undefined;
    expect(Boolean(entry.deprecated?.reason)).toBe(isLeaving);
    expect(Boolean(entry.experimental?.reason)).toBe(isExperimental === true);
  });
}
