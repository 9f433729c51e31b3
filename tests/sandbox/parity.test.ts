import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOKS } from '../../scripts/live-check/looks';
import {
  type Asked,
  askAll,
  differences,
  PROBES,
  Recording,
} from '../../scripts/live-check/recording';
import { LiveSite } from '../../scripts/live-check/site';
import { type Site } from '../../sandbox/site/site';
import { PROJECT, read } from '../support/project';
import { adminsMayDelete, aSite, person, rest } from '../support/site';

/** The sandbox is asked what live sites are asked, and does what they did. */

const RECORDED = join(PROJECT, 'tests/recorded');
const files = readdirSync(RECORDED).filter((name) => name.endsWith('.json'));
const recordings = files.map((name) => ({
  name,
  recording: Recording.parse(JSON.parse(readFileSync(join(RECORDED, name), 'utf8'))),
}));

let site: Site;
let asked: readonly Asked[];
const lines: string[] = [];
beforeAll(async () => {
  site = await aSite();
  await adminsMayDelete(site);
  const live = new LiveSite(site.url, person('ada').email, 'anything');
  const place = { project: 'HOT', issueType: 'Incident' };
  asked = await askAll(live, place, (line) => lines.push(line));
}, 120_000);
afterAll(() => site.stop());

test('every question can be asked, and nothing is left behind', async () => {
  expect(asked.map(({ id }) => id)).toEqual(PROBES.map(({ id }) => id));
  expect(asked.filter(({ finding }) => 'failed' in finding)).toEqual([]);
  expect(lines.filter((line) => line.startsWith('Left behind'))).toEqual([]);
  const body = { jql: 'project = HOT' };
  const path = '/rest/api/3/search/jql';
  const { issues } = await rest(site, 'ada').post<{ issues: unknown[] }>(path, body);
  expect(issues).toEqual([]);
});

test('a recording keeps nobody’s name, address or token', () => {
  const text = JSON.stringify(asked);
  for (const { accountId, email, displayName } of site.people())
    for (const word of [accountId, email, displayName]) expect(text).not.toContain(word);
});

if (recordings.length > 0) {
  test.each(recordings)('the sandbox does what the site of $name did', ({ recording }) => {
    expect(differences(asked, recording.probes)).toEqual([]);
  });
} else {
  test.skip('the sandbox does what live sites did (none has been recorded)', () => undefined);
}

describe('a difference', () => {
  const there = (id: string, finding: Asked['finding']) => [{ id, finding, exchanges: [] }];

  test('is told with what was found here and there', () => {
    const [first] = asked;
    expect(differences(asked, there(first?.id ?? '', { ...first?.finding, offset: 400 }))).toEqual([
      'times-spelling.offset: 204 here, 400 there',
    ]);
  });

  test('is a question that is asked no more', () => {
    expect(differences(asked, there('gone', {}))).toEqual(['gone: is asked no more']);
  });

  test('is not what is the same', () => {
    expect(asked.flatMap(({ id, finding }) => differences(asked, there(id, finding)))).toEqual([]);
  });
});

test('the list of what only eyes can tell stands in docs/limits.md, in order', () => {
  const listed = [...read('docs/limits.md').matchAll(/^\d+\. (.+)$/gm)].map(([, line]) => line);
  expect(listed).toEqual(LOOKS.map(({ act, see }) => `${act} → ${see}`));
});
