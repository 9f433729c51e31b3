import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { identify } from '../../../sandbox/forge/identity';
import { modulesOf, readManifest } from '../../../sandbox/forge/manifest';
import { pointsOf } from '../../../sandbox/forge/outward/points';
import { anEmptyFolder, APP } from './support';

function aManifest(text: string): string {
  const folder = anEmptyFolder();
  writeFileSync(join(folder, 'manifest.yml'), text);
  return folder;
}

describe('a manifest', () => {
  test('is read into what the platform needs to know', () => {
    const manifest = readManifest(APP);
    expect(manifest).toMatchObject({
      appId: '9e6a1c52-3f0b-4f0e-8f39-6d1f5a7c2b10',
      name: 'Lost and found',
      memoryMB: 256,
      variables: { GREETING: 'hello' },
    });
    expect(manifest.scopes.get('read:jira-work')).toEqual({ allowImpersonation: true });
    expect(modulesOf(manifest, 'consumer').map(({ key }) => key)).toEqual(['parcels-consumer']);
  });

  test('may say little, and name remotes as addresses', () => {
    const manifest = readManifest(
      aManifest(`
app: { id: 'ari:cloud:ecosystem::app/1' }
permissions:
  scopes: ['read:jira-work']
  external: { fetch: { backend: [a.example, { address: b.example }, { remote: c }] } }
remotes: [{ key: c, baseUrl: { default: 'https://c.example', EU: 'https://eu.c.example' } }]
`),
    );
    expect(manifest.external.fetch.backend).toEqual([
      'a.example',
      'b.example',
      'https://c.example',
      'https://eu.c.example',
    ]);
    expect([...manifest.scopes]).toEqual([['read:jira-work', { allowImpersonation: false }]]);
    expect(manifest.memoryMB).toBe(512);
  });

  test.each([
    ['without an app', 'modules: {}', 'app'],
    [
      'with a module without a key',
      "app: { id: '1' }\nmodules: { trigger: [{ function: f }] }",
      'key',
    ],
  ])('%s is refused in words', (_, text, words) => {
    expect(() => readManifest(aManifest(text))).toThrow(words);
  });
});

test('the same app has the same ids in every run', () => {
  const manifest = readManifest(APP);
  expect(identify(manifest, APP)).toEqual(identify(readManifest(APP), APP));
  expect(identify(manifest, APP).environmentId).toMatch(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  );
});

describe('a call costs', () => {
  test.each([
    ['GET', '/rest/api/3/issue/X-1', 200, { id: '1', fields: {} }, 2],
    ['GET', '/rest/api/3/issue/X-1', 404, { errorMessages: ['no'] }, 1],
    ['POST', '/rest/api/3/search/jql', 200, { issues: [{}, {}, {}], isLast: true }, 4],
    ['POST', '/rest/api/3/search/approximate-count', 200, { count: 12_345 }, 1],
    ['GET', '/rest/api/3/field', 200, [{}, {}], 3],
    ['GET', '/rest/api/3/user/assignable/search', 200, [{}, {}], 5],
    ['GET', '/rest/api/3/myself', 200, { accountId: 'a' }, 3],
    ['POST', '/rest/api/3/issue', 201, { id: '1' }, 1],
    ['PUT', '/rest/api/3/issue/X-1', 204, undefined, 1],
  ])('%s %s (%i) %j: %i', (method, path, status, body, points) => {
    expect(pointsOf(method, path, status, body)).toBe(points);
  });
});
