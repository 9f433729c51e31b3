import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { aSite, call, person, raise } from '../../support/site';

const PROJECT = resolve(__dirname, '../../..');
const ASKS = '  licensing: { enabled: true }\n';

/** The app as it will be listed: with a licence to ask for. */
let listed: string;
beforeAll(async () => {
  listed = await mkdtemp(join(tmpdir(), 'listed-'));
  for (const name of ['src', 'locales', 'dist', 'node_modules'])
    await symlink(join(PROJECT, name), join(listed, name));
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.base.json'])
    await cp(join(PROJECT, name), join(listed, name));
  const manifest = await readFile(join(PROJECT, 'manifest.yml'), 'utf8');
  await writeFile(join(listed, 'manifest.yml'), manifest.replace(/^app:\n/m, `app:\n${ASKS}`));
});
afterAll(() => rm(listed, { recursive: true, force: true }));

test.each([
  { license: undefined, asks: true, inContext: undefined },
  { license: 'active' as const, asks: true, inContext: { active: true } },
  { license: 'inactive' as const, asks: true, inContext: { active: false } },
  { license: 'active' as const, asks: false, inContext: undefined },
])(
  'a page of an app that asks for one ($asks) is told of a licence that is $license, and the app runs',
  async ({ license, asks, inContext }) => {
    const site = await aSite('empty', {
      ...(license && { license }),
      ...(asks && { appDir: listed }),
    });
    const { key } = await raise(site);
    const [module] = site.forge.modules(
      'jira:issueContext',
      { issue: key },
      person('dana').accountId,
    );
    const reply = await call(site, 'dana', key, 'getIncident');
    await site.stop();
    expect(module?.context['license']).toEqual(inContext && expect.objectContaining(inContext));
    expect(reply).toMatchObject({ ok: true });
  },
);
