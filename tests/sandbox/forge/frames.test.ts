import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anEmptyFolder, aWorld, type World } from './support';

const ORIGIN = 'http://127.0.0.1:4000';
let world: World;
beforeAll(async () => {
  const bridgeClient = join(anEmptyFolder(), 'client.js');
  writeFileSync(bridgeClient, 'window.__bridge = {};');
  world = await aWorld({ bridgeClient });
});
afterAll(() => world.forge.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  world.forge.frame(new Request(`${ORIGIN}/_app/${path}`, { headers }));

describe('a page of the app', () => {
  test('has the bridge before every script of its own', async () => {
    const html = await (await get('panel/index.html')).text();
    const scripts = [...html.matchAll(/src="([^"]+)"/g)].map(([, source]) => source);
    expect(scripts).toEqual(['/_app/bridge.js', './assets/index-B3xk29aQ.js']);
    expect(await (await get('panel/')).text()).toBe(html);
  });

  test('has the policy of the platform, for the local site', async () => {
    const policy = (await get('panel/index.html')).headers.get('content-security-policy') ?? '';
    const directive = (name: string) =>
      policy.split('; ').find((one) => one.startsWith(`${name} `)) ?? '';
    expect(directive('script-src')).toContain("'self'");
    expect(directive('script-src')).not.toContain('unsafe');
    expect(directive('style-src')).not.toContain('unsafe');
    expect(directive('frame-ancestors')).toContain('http://localhost:4000');
    expect(policy).not.toContain('report-uri');
  });
});

describe('a file of the app', () => {
  test('with a hash in its name may be kept for ever', async () => {
    const file = await get('panel/assets/index-B3xk29aQ.js');
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('is not sent again to who has it', async () => {
    const first = await get('panel/index.html');
    const again = await get('panel/index.html', {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test.each([
    ['that is not there', 'panel/nothing.js', 404, 'No such file'],
    ['of a resource that is not there', 'nothing/index.html', 404, 'no resource'],
    ['outside the folder', 'panel/..%2f..%2f..%2fmanifest.yml', 404, 'No such file'],
    ['of a resource that was not built', 'unbuilt/index.html', 404, 'build the app'],
  ])('%s is answered in words', async (_, path, status, words) => {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(words)]);
  });
});

test('the bridge and the locale files lie beside every page', async () => {
  expect(await (await get('bridge.js')).text()).toBe('window.__bridge = {};');
  expect(await (await get('panel/__LOCALES__/de-DE.json')).json()).toMatchObject({
    place: { title: 'Fundort' },
  });
  expect(await (await get('panel/__LOCALES__/i18n-info.json')).json()).toMatchObject({
    config: { locales: ['de-DE', 'en-US'], fallback: { default: 'en-US' } },
  });
});
