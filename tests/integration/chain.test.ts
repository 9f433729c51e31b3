import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { type EntryView } from '../../src/contract';
import { aSite, call, done, type IncidentOnSite, raise } from '../support/site';
import { PROJECT } from '../support/project';

let site: Site;
let incident: IncidentOnSite;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(async () => {
  await site.reset();
  incident = await raise(site);
  await site.forge.idle();
  const all = ['Errors rise', 'Roll back', 'A password'].map((text) => ({
    id: crypto.randomUUID(),
    saying: { kind: 'note' as const, text },
  }));
  await call(site, 'dana', incident.key, 'sayAll', { all });
  const saying = { kind: 'redacted', entry: all[2]?.id ?? '' } as const;
  await call(site, 'dana', incident.key, 'say', { id: crypto.randomUUID(), saying });
});
afterAll(() => site.stop());

const check = () => call(site, 'sam', incident.key, 'checkLog');

async function entries(): Promise<readonly EntryView[]> {
  return done(await call(site, 'sam', incident.key, 'getTimeline', { before: null })).entries;
}

/** The entry of these words as the store holds it: what is done to it is done to the store. */
function stored(words: string): { what: { text: string }; seq: number } {
  const { plain } = site.forge.storage() as { plain: Record<string, unknown> };
  const found = Object.entries(plain).find(
    ([key, value]) => key.startsWith('log:') && JSON.stringify(value).includes(words),
  );
  return found?.[1] as { what: { text: string }; seq: number };
}

describe('the chain of a log', () => {
  it('is whole, by word of the app, also where words were taken out', async () => {
    const { length } = await entries();
    expect(await check()).toEqual({ ok: true, value: { entries: length, fault: null } });
  });

  it('that somebody changed in the store is found', async () => {
    const entry = stored('Roll back');
    entry.what.text = 'Never roll back';
    expect(await check()).toMatchObject({
      value: { fault: { seq: entry.seq, why: 'changed-words' } },
    });
  });
});

describe('the script for an exported file', () => {
  const verify = (file: string, text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'log-')), file);
    writeFileSync(path, text);
    const { status, stdout, stderr } = spawnSync('node', ['scripts/verify-log.mjs', path], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  };

  it('says that the chain is whole', async () => {
    const all = await entries();
    const said = verify('whole.json', JSON.stringify({ entries: all.toReversed() }));
    expect(said).toEqual({ status: 0, said: `${all.length} entries, the chain is whole.\n` });
  });

  it('names the entry that was changed', async () => {
    const text = JSON.stringify({ entries: await entries() });
    const { seq } = stored('Errors rise');
    expect(verify('changed.json', text.replace('Errors rise', 'All is well'))).toEqual({
      status: 1,
      said: `Entry ${seq}: what it says was changed.\n`,
    });
  });

  it.each([['{}'], ['no JSON']])('refuses %s', (text) => {
    expect(verify('other.json', text).status).toBe(2);
  });
});
