import { describe, expect, test } from '@jest/globals';
import { withDescription } from '../support/openapi';
import { confluenceCalls, jiraCalls, manifest, read, withoutNames } from '../support/project';

const asked = Object.keys(manifest().permissions.scopes);
const addresses = manifest().permissions.external.fetch.backend.map(({ address }) => address);
const decision = read('docs/decisions/0003-scopes-and-addresses-from-the-start.md');

/** First cells of the decision's tables whose second names rows of the handbook. */
const listed = [...decision.matchAll(/^\| ([\w.:-]+) +\| (?:[A-Z]\d|all)[^|]*\|/gm)].map(
  ([, name]) => name,
);
const listedScopes = listed.filter((name) => name?.includes(':'));
const listedAddresses = listed.filter((name) => !name?.includes(':'));

test('the decision record says which row needs each scope of the manifest, and no other', () => {
  expect(listedScopes.sort()).toEqual([...asked].sort());
});

test('the decision record says which row needs each outside address, and no other', () => {
  expect(listedAddresses.sort()).toEqual([...addresses].sort());
});

withDescription('jira-platform-v3.json', (api) => {
  describe("the code's calls, by the published description", () => {
    const operation = (method: string, path: string) => {
      const published = Object.keys(api.paths).find((one) => withoutNames(one) === path);
      return published === undefined ? undefined : api.paths[published]?.[method.toLowerCase()];
    };

    test.each(jiraCalls())(
      '$method $path exists, and its scopes are asked for',
      ({ method, path }) => {
        const found = operation(method, path);
        expect(found).toBeDefined();
        // Classic scopes where the call has any; the granular ones where it has no others.
        const sets = (found?.['x-atlassian-oauth2-scopes'] ?? []).map(({ scopes }) => scopes);
        const needed = sets.find((scopes) => scopes.length > 0) ?? [];
        expect(asked).toEqual(expect.arrayContaining([...needed]));
      },
    );

    test('a scope that no call needs yet is promised to a row, and is not one the calls dropped', () => {
      const used = new Set(
        jiraCalls().flatMap(({ method, path }) =>
          (operation(method, path)?.['x-atlassian-oauth2-scopes'] ?? []).flatMap(
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
  test.each(confluenceCalls())(
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
