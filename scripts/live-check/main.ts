/**
 * `npm run live-check -- --site https://your-site.atlassian.net --email you@example.com [--project HOT]
 * [--issue-type Incident] [--as "service management, field schemes"] [--looks]`, with the token in LIVE_CHECK_TOKEN.
 *
 * Asks a test site by REST what the sandbox rests on, and leads through what only eyes can tell. What it finds is
 * written to tests/recorded, where tests hold the sandbox against it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { LOOKS } from './looks';
import { askAll, type Recording } from './recording';
import { LiveSite } from './site';

const OUT = resolve(__dirname, '../../tests/recorded');

const { values: options } = parseArgs({
  options: {
    site: { type: 'string' },
    email: { type: 'string', default: process.env['LIVE_CHECK_EMAIL'] ?? '' },
    project: { type: 'string', default: 'HOT' },
    'issue-type': { type: 'string', default: 'Incident' },
    as: { type: 'string', default: 'a test site' },
    out: { type: 'string', default: OUT },
    looks: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const { site: url, email, project, as, out } = options;
  const token = process.env['LIVE_CHECK_TOKEN'] ?? '';
  if (url === undefined || email === '' || token === '')
    throw new Error(
      'Say --site https://your-site.atlassian.net --email you@example.com, and put an API token into LIVE_CHECK_TOKEN. Use a site for tests: it makes an issue and two fields, and deletes them.',
    );
  console.log(`Asking ${url} as ${email}.\n`);
  const site = new LiveSite(url, email, token);
  const place = { project, issueType: options['issue-type'] };
  const probes = await askAll(site, place, (line) => {
    console.log(line);
  });
  const on = new Date().toISOString().slice(0, 10);
  const looks = await look();
  const recording: Recording = {
    v: 1,
    on,
    site: as,
    probes: probes.map((one) => ({
      ...one,
      finding: { ...one.finding },
      exchanges: one.exchanges.map((exchange) => ({ ...exchange })),
    })),
    looks,
  };
  const file = join(out, `${on}-${as.replace(/\W+/g, '-')}.json`);
  mkdirSync(out, { recursive: true });
  writeFileSync(file, `${JSON.stringify(recording, null, 2)}\n`);
  console.log(
    `Written to ${file}. Look through it, then commit it: npm test holds the sandbox against it.`,
  );
}

/** Leads through what is to be seen; without `--looks`, or without a terminal, it prints the list. */
async function look(): Promise<Recording['looks']> {
  const asks = options.looks && stdin.isTTY;
  const seen: Recording['looks'] = [];
  const terminal = asks ? createInterface({ input: stdin, output: stdout }) : undefined;
  for (const [n, { id, act, see }] of LOOKS.entries()) {
    console.log(`${n + 1}. ${act}\n   → ${see}`);
    if (!terminal) continue;
    const said = await terminal.question('   Seen? (y, n, or later; then a note) ');
    const [word = '', ...note] = said.trim().split(/\s+/);
    const answer = word.startsWith('y') ? 'yes' : word.startsWith('n') ? 'no' : 'later';
    seen.push({ id, seen: answer, note: note.join(' ') });
  }
  terminal?.close();
  return seen;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
