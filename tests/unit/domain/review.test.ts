import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { type EntryId, type RoleId } from '../../../src/domain/log/what';
import { type Saying } from '../../../src/domain/log/sayings';
import { peopleIn } from '../../../src/domain/review/people';
import { reviewOf, titleOf } from '../../../src/domain/review/review';
import { momentOf, type Telling } from '../../../src/domain/review/said';
import { toMarkdown } from '../../../src/domain/review/to-markdown';
import { toStorage } from '../../../src/domain/review/to-storage';
import { type Instant, instant } from '../../../src/domain/time';
import { ADA, anIncident, at, DANA, INES } from '../../fixtures/incidents';
import { MemoryLog } from '../../support/log';
import { PROJECT } from '../../support/project';
import { textsIn } from '../../support/texts';

/** Words as the platform gives them to the back end. */
function telling(locale: 'en-US' | 'de-DE', timeZone = 'Europe/Berlin'): Telling {
  return {
    locale,
    timeZone,
    site: 'https://larkfield.example',
    names: new Map([DANA, INES, ADA].map(({ id, name }) => [id, name])),
    say: textsIn(locale),
  };
}

const incident = anIncident({
  phase: 'resolved',
  summary: 'Card payments <fail> & "more"',
  incidentManager: DANA,
  faultyService: { id: '1', name: 'Checkout' },
  affectedProducts: [
    { id: '1', name: 'Web shop' },
    { id: '2', name: 'App' },
  ],
  times: {
    impactStart: at('09:48'),
    impactDetected: at('10:00'),
    impactRecovered: at('11:30'),
  },
});

/** One of everything that a page shows, with what people type and markup trips over. */
function aLog(): MemoryLog {
  const log = new MemoryLog();
  const say = (when: string, saying: Saying, person = DANA.id, moment?: Instant) =>
    log.say(saying, { person, now: at(when), ...(moment !== undefined && { at: moment }) });
  const own = 'own:1' as RoleId;
  say('10:01', { kind: 'joined' });
  say('10:02', { kind: 'answer', question: 'impact', text: 'Every second payment fails' });
  say('10:03', { kind: 'roleGiven', role: 'techLead' as RoleId, person: INES.id });
  say('10:04', { kind: 'roleMade', role: own, name: 'Timeline | keeper' });
  say('10:04', { kind: 'roleGiven', role: own, person: ADA.id });
  const theory = say('10:05', { kind: 'theory', text: 'The pool is *too* small' }, INES.id);
  say('10:06', { kind: 'observation', text: 'All 20 are in use', theory: theory.id }, INES.id);
  const tried = say('10:07', { kind: 'experiment', text: 'Take 40', theory: theory.id });
  say('10:20', { kind: 'result', experiment: tried.id, text: 'No refusals for 5 minutes' });
  say('10:21', { kind: 'judged', theory: theory.id, state: 'supported' });
  const note = say('10:22', { kind: 'note', text: 'a | b\n- c <script>\u0007 ]]> &amp; `d`' });
  say('10:23', { kind: 'corrected', entry: note.id, moment: at('09:50') });
  const secret = say('10:24', { kind: 'note', text: 'a card number' });
  say('10:25', { kind: 'redacted', entry: secret.id });
  say('10:26', { kind: 'decision', text: '= Roll back\n# now' });
  say('10:27', { kind: 'change', text: 'Rolled back', how: 'deploy 41', undo: 'deploy 42' });
  say('10:28', { kind: 'promise', due: at('10:58') });
  say('11:05', { kind: 'update', audience: 'internal', text: 'Half is back', next: at('11:40') });
  say('11:30', { kind: 'update', audience: 'internal', text: 'Over', isFinal: true });
  log.append({
    what: { kind: 'jira', change: { of: 'status', from: 'fixing', to: 'resolved' } },
    saidAt: at('11:31'),
    by: DANA.id,
  });
  log.append({
    what: { kind: 'alert', state: 'recovered', name: 'Pool is empty', count: 2, firing: 0 },
    saidAt: at('11:32'),
    at: at('11:20'),
  });
  log.append({
    id: 'clean' as EntryId,
    what: { kind: 'cleanUp', issue: 'TEAM-1', text: 'Alarm on the pool' },
    saidAt: at('11:40'),
    by: INES.id,
  });
  return log;
}

/** What is written is looked at once and kept; to change it on purpose, delete the file and run again. */
function expectGolden(name: string, text: string): void {
  const file = join(PROJECT, 'tests/golden', name);
  if (!existsSync(file)) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe('a review', () => {
  const log = aLog();
  const reviewed = { incident, head: log.head, entries: log.entries };

  test.each(['en-US', 'de-DE'] as const)('in %s is as it was looked at', (locale) => {
    const document = reviewOf(reviewed, telling(locale));
    expectGolden(`review.${locale}.md`, toMarkdown(document));
    expectGolden(`review.${locale}.storage.xml`, toStorage(document));
  });

  it('has a moment that was corrected in its place, and no words that were taken out', () => {
    const markdown = toMarkdown(reviewOf(reviewed, telling('en-US', 'UTC')));
    const lines = markdown.slice(markdown.indexOf('## Timeline')).split('\n');
    expect(lines.find((line) => line.includes('Mar 2'))).toContain('09:50 AM');
    expect(markdown).not.toContain('card number');
    expect(markdown).toContain('(words taken out)');
  });

  it('says the offset of a moment whose time the clock shows twice', () => {
    const moment = (text: string) => momentOf(instant(text), telling('en-US'));
    expect(moment('2026-10-25T00:30:00Z')).toBe('Oct 25, 2026, 02:30 AM GMT+2');
    expect(moment('2026-10-25T01:30:00Z')).toBe('Oct 25, 2026, 02:30 AM GMT+1');
    expect(moment('2026-10-25T02:30:00Z')).toBe('Oct 25, 2026, 03:30 AM');
  });

  it('names everybody who is in it', () => {
    expect([...peopleIn(log.head, log.entries)].sort()).toEqual([ADA.id, DANA.id, INES.id].sort());
  });

  it('of an incident of which nothing is known has every section', () => {
    const empty = new MemoryLog();
    const bare = { incident: anIncident(), head: empty.head, entries: [] };
    const { blocks } = reviewOf(bare, telling('en-US'));
    expect(blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(12);
    expectGolden('review.bare.md', toMarkdown(reviewOf(bare, telling('en-US'))));
  });

  it('of 5,000 entries shows the newest 1,000 and says so', () => {
    const long = new MemoryLog();
    const [one] = aLog().entries;
    if (!one) throw new Error('The log has entries');
    const entries = Array.from({ length: 5000 }, (_, n) => ({
      ...one,
      seq: n + 1,
      id: `e${n}` as EntryId,
      at: (at('10:00') + n) as Instant,
      what: { kind: 'note' as const, text: `Line ${n} ${'x'.repeat(8000)}` },
    }));
    const storage = toStorage(reviewOf({ incident, head: long.head, entries }, telling('en-US')));
    expect(storage).toContain('The newest 1,000 lines; 4,000 older ones');
    expect(storage).toContain('Line 4000 ');
    expect(storage).not.toContain('Line 3999 ');
    expect(storage.length).toBeLessThan(1_000_000);
  });

  it('is called after the incident, and no longer than a title may be', () => {
    expect(titleOf({ key: 'HOT-42', summary: 'Down' })).toBe('HOT-42 – review – Down');
    expect(titleOf({ key: 'HOT-42', summary: 'x'.repeat(300) })).toHaveLength(255);
  });
});
