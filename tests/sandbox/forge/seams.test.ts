import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';

/**
 * Through these places the `@forge/*` packages reach the platform, and there the sandbox stands in for it.
 * When an upgrade moves one, this fails and names it, before anything stranger does.
 */
const load = createRequire(__filename);
const source = (file: string) => {
  const entry = load.resolve(file.split('/').slice(0, 2).join('/'));
  const folder = entry.slice(0, entry.lastIndexOf('/out/') + 5);
  return readFileSync(folder + file.split('/').slice(2).join('/'), 'utf8');
};

describe('the seams of @forge/* are where the sandbox expects them', () => {
  test.each([
    [
      'product calls go through __forge_fetch__',
      '@forge/api/api/fetch.js',
      'global.__forge_fetch__({',
    ],
    ['errors of the proxy come in a header', '@forge/api/api/fetch.js', "get('forge-proxy-error')"],
    [
      'the run is read from __forge_runtime__',
      '@forge/api/api/runtime.js',
      'global.__forge_runtime__',
    ],
    [
      'fetch is taken from the global object',
      '@forge/api/api/fetch.js',
      'fetch: wrapWithRouteUnwrapper(fetch)',
    ],
    ['translations are read from the code’s folder', '@forge/api/api/i18n.js', 'container'],
    [
      'pushes have placeholders in their path',
      '@forge/events/queries.js',
      '{contextAri}/{environmentId}/{appId}/{appVersion}',
    ],
    ['the store speaks REST', '@forge/kvs/storage-api.js', "'/api/v1/transaction'"],
    [
      'the bundler takes the wrapper from FORGE_RUNTIME_PATH',
      '@forge/bundler/wrapper-provider.js',
      'process.env.FORGE_RUNTIME_PATH',
    ],
    [
      'the bundle has the wrapper beside it',
      '@forge/bundler/runtime.js',
      "'__forge_wrapper__.cjs'",
    ],
  ])('%s', (_, file, text) => {
    expect(source(file)).toContain(text);
  });

  test('the page reaches its host through __bridge.callBridge', () => {
    const entry = load.resolve('@forge/bridge');
    const folder = entry.slice(0, entry.lastIndexOf('/out/') + 5);
    expect(readFileSync(`${folder}bridge.js`, 'utf8')).toMatch(/__bridge[\s\S]*callBridge/);
  });
});
