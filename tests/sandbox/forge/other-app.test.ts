import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { buildBackend } from '../../../sandbox/forge';
import { anEmptyFolder, aWorld } from './support';

const MANIFEST = `
app:
  id: ari:cloud:ecosystem::app/0b3a51c8-58f5-4c5a-9a8e-2f1f0b5f6d11
  runtime: { name: nodejs24.x }
permissions: { scopes: ['read:jira-work'] }
modules:
  function:
    - { key: bell, handler: bell.ring }
    - { key: note, handler: deep/note.run }
  webtrigger: [{ key: door, function: bell, response: { type: static, outputs: [{ key: rung, statusCode: 202, body: ding }] } }]
  trigger: [{ key: seen, function: note, events: ['avi:jira:viewed:issue'] }]
`;
const BELL = `export const ring = () => ({ outputKey: 'rung' });`;
const NOTE = `
import { webTrigger } from '@forge/api';
import { kvs } from '@forge/kvs';
export const run = async () => {
  console.log(await webTrigger.getUrl('door'));
  await kvs.set('a', 1);
};`;

/** An app as a stranger may write one: JavaScript, no package.json, no pages, a scope forgotten. */
async function aStrangersApp(): Promise<{ appDir: string; backendDir: string }> {
  // Below this repository, so that the app finds the installed packages.
  const appDir = join(__dirname, '../../../.cache/strangers-app');
  mkdirSync(join(appDir, 'src/deep'), { recursive: true });
  writeFileSync(join(appDir, 'manifest.yml'), MANIFEST);
  writeFileSync(join(appDir, 'src/bell.js'), BELL);
  writeFileSync(join(appDir, 'src/deep/note.js'), NOTE);
  const backendDir = join(anEmptyFolder(), 'backend');
  await buildBackend({ appDir, outDir: backendDir });
  return { appDir, backendDir };
}

test('another app runs as well, and meets the platform’s limits', async () => {
  const { forge } = await aWorld(await aStrangersApp());
  forge.deliver({
    name: 'avi:jira:viewed:issue',
    payload: {},
    atlassianId: null,
    selfGenerated: false,
  });
  await forge.idle();
  const [run] = forge.invocations();
  expect(run).toMatchObject({
    function: 'note',
    result: 'error',
    error: expect.stringContaining('storage:app'),
  });
  const url = String(run?.logs[0]).replace('info: ', '');
  const answer = await forge.webtrigger(new URL(url).pathname, new Request(url));
  expect([answer?.status, await answer?.text()]).toEqual([202, 'ding']);
  expect(forge.modules('jira:issuePanel', { issue: 'LOST-1' }, null)).toEqual([]);
  await forge.stop();
});

test('an app that was not built is not started', async () => {
  await expect(aWorld({ backendDir: anEmptyFolder() })).rejects.toThrow('build the app');
});

test('an app that does not build says why', async () => {
  const { appDir } = await aStrangersApp();
  writeFileSync(join(appDir, 'src/bell.js'), "import './missing';");
  await expect(buildBackend({ appDir, outDir: anEmptyFolder() })).rejects.toThrow('missing');
});
