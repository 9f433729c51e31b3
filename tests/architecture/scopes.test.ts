import { EgressFilteringService } from '@forge/egress';
import { describe, expect, test } from '@jest/globals';
import { type ApiDescription, withDescription } from '../support/openapi';
import { frontEndCalls } from '../support/front-end';
import { confluenceCalls, jiraCalls, manifest, read, withoutNames } from '../support/project';

const asked = Object.keys(manifest().permissions.scopes);
const addresses = manifest().permissions.external.fetch.backend.map(({ address }) => address);
const decision = read('docs/decisions/0003-scopes-and-addresses-from-the-start.md');

/** First cells of the decision's tables whose second names rows of the handbook. */
const listed = [...decision.matchAll(/^\| ([\w.:*\\-]+) +\| (?:[A-Z]\d|all)[^|]*\|/gm)].map(
  ([, name]) => name?.replaceAll('\\', ''),
);
const listedScopes = listed.filter((name) => name?.includes(':'));
const listedAddresses = listed.filter((name) => !name?.includes(':'));

test('the decision record says which row needs each scope of the manifest, and no other', () => {
  expect(listedScopes.sort()).toEqual([...asked].sort());
});

test('the decision record says which row needs each outside address, and no other', () => {
  expect(listedAddresses.sort()).toEqual([...addresses].sort());
});

test('every address is a host, and stands there once', () => {
  expect(
    addresses.filter((address) => !/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address)),
  ).toEqual([]);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test.each([
  'https://default0a1b.07.environment.api.powerplatform.com/powerautomate/workflows/1?sig=a',
  'https://events.eu.pagerduty.com/v2/enqueue',
  'https://hooks.slack.com/actions/1/2',
  'https://api.statuspage.io/v1/pages',
  'https://abc1234.statuspage.io/api/v2/summary.json',
])('the platform lets a call to %s out', (address) => {
  expect(new EgressFilteringService(addresses).isValidUrl(address)).toBe(true);
});

test('every web trigger is at an address of the second form', () => {
  const doors = manifest().modules['webtrigger'] ?? [];
  expect(doors.map(({ urlFormat }) => urlFormat)).toEqual(doors.map(() => 'v2'));
  expect(doors.length).toBeGreaterThan(0);
});

/** The call as its API describes it. */
function operation({ paths }: ApiDescription, method: string, path: string) {
  const published = Object.keys(paths).find((one) => withoutNames(one) === path);
  return published === undefined ? undefined : paths[published]?.[method.toLowerCase()];
}

const SERVICE = '/rest/servicedeskapi/';
/** Of functions and of pages: the bridge asks for the app's scopes as well. */
const callsOfJira = [...jiraCalls(), ...frontEndCalls('/rest/')];
const serviceCalls = callsOfJira.filter(({ path }) => path.startsWith(SERVICE));

withDescription('jsm-servicedesk.json', (api) => {
  test.each(serviceCalls)(
    '$method $path of Jira Service Management exists, and its scopes are asked for',
    ({ method, path }) => {
      const found = operation(api, method, path);
      expect(found).toBeDefined();
      // Where no alternatives are listed, the scopes stand among its security.
      const { security = [] } = found ?? {};
      const sets = found?.['x-atlassian-oauth2-scopes']?.map(({ scopes }) => scopes);
      const needed = (sets ?? security.flatMap(({ OAuth2 = [] }) => [OAuth2]))[0] ?? [];
      expect(asked).toEqual(expect.arrayContaining([...needed]));
    },
  );
});

withDescription('jira-platform-v3.json', (api) => {
  describe("the code's calls, by the published description", () => {
    const platformCalls = callsOfJira.filter(({ path }) => !path.startsWith(SERVICE));

    test.each(platformCalls)(
      '$method $path exists, and its scopes are asked for',
      ({ method, path }) => {
        const found = operation(api, method, path);
        expect(found).toBeDefined();
        // Classic scopes where the call has any; the granular ones where it has no others.
        const sets = (found?.['x-atlassian-oauth2-scopes'] ?? []).map(({ scopes }) => scopes);
        const needed = sets.find((scopes) => scopes.length > 0) ?? [];
        expect(asked).toEqual(expect.arrayContaining([...needed]));
      },
    );

    test('a scope that no call needs yet is promised to a row, and is not one the calls dropped', () => {
      const used = new Set(
        platformCalls.flatMap(({ method, path }) =>
          (operation(api, method, path)?.['x-atlassian-oauth2-scopes'] ?? []).flatMap(
            ({ scopes }) => scopes,
          ),
        ),
      );
      const unused = asked.filter((scope) => !used.has(scope));
      expect(listedScopes).toEqual(expect.arrayContaining(unused));
      expect(asked.length).toBeGreaterThan(unused.length);
    });
  });
});

withDescription('confluence-v2.json', (api) => {
  test.each([...confluenceCalls(), ...frontEndCalls('/wiki/')])(
    '$method $path is in the published description, and its scopes are asked for',
    ({ method, path }) => {
      const published = Object.entries(api.paths).find(
        ([one]) => `/wiki/api/v2${withoutNames(one)}` === path,
      );
      const found = published?.[1][method.toLowerCase()];
      expect(found).toBeDefined();
      const [{ scopes } = { scopes: [] }] = found?.['x-atlassian-oauth2-scopes'] ?? [];
      expect(asked).toEqual(expect.arrayContaining([...scopes]));
    },
  );
});
