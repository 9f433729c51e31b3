import { describe, expect, it } from '@jest/globals';
import { type PersonId, personId } from '../../../src/domain/incident/incident';
import { type Draft } from '../../../src/domain/log/entry';
import { type Head } from '../../../src/domain/log/head';
import { withinRoom } from '../../../src/domain/log/room';
import {
  CHECKLIST_ITEMS,
  type EntryId,
  QUESTIONS,
  type RoleId,
  SKIPPABLE,
  type What,
} from '../../../src/domain/log/what';
import { type Instant, instantAt } from '../../../src/domain/time';
import { at, DANA } from '../../fixtures/incidents';
import { MemoryLog } from '../../support/log';

/** What one value of the store holds. */
const VALUE_BYTES = 240 * 1024;

const NOW = at('12:00');
/** As long as Atlassian's account ids may be. */
const person = (n: number): PersonId => personId(`p${n}-`.padEnd(128, 'x'));
const own = (n: number): RoleId => `own:${n}-`.padEnd(64, 'r') as RoleId;
/** Words that take most room as JSON, in every language. */
const WORDS = '"\u0001漢👩‍👩‍👧'.repeat(200);

function log() {
  const memory = new MemoryLog();
  let n = 0;
  const put = (what: What, by: PersonId = person(n % 150), moment: Instant = NOW): EntryId => {
    n += 1;
    const id = `${n}`.padStart(36, '0') as EntryId;
    const draft: Draft = { id, what, saidAt: moment, by };
    memory.append(draft);
    return id;
  };
  return { memory, put };
}

function fillTheories(put: (what: What, by?: PersonId) => EntryId, most: number): void {
  for (let n = 0; n < most; n += 1) {
    const theory = put({ kind: 'theory', text: WORDS });
    for (let k = 0; k < 7; k += 1) {
      const seen = put({ kind: 'observation', text: WORDS, theory });
      for (let c = 0; c < 12; c += 1) put({ kind: 'confirmed', entry: seen }, person(c + 50));
      const experiment = put({ kind: 'experiment', text: WORDS, theory });
      put({ kind: 'result', experiment, text: WORDS });
    }
    put({ kind: 'judged', theory, state: 'supported' });
  }
  for (let n = 0; n < 30; n += 1) {
    const seen = put({ kind: 'observation', text: WORDS });
    for (let c = 0; c < 12; c += 1) put({ kind: 'confirmed', entry: seen }, person(c + 50));
    const experiment = put({ kind: 'experiment', text: WORDS });
    put({ kind: 'result', experiment, text: WORDS });
  }
}

function fillRoles(put: (what: What, by?: PersonId) => EntryId): void {
  for (let n = 0; n < 40; n += 1) put({ kind: 'roleMade', role: own(n), name: '漢'.repeat(60) });
  for (let n = 0; n < 40; n += 1) {
    for (let k = 0; k < 40; k += 1)
      put({ kind: 'roleGiven', role: own(n), person: person(n * 40 + k) });
  }
  const next = Array.from({ length: 30 }, (_, n) => ({
    role: own(n),
    person: person(n),
    from: person(n + 1),
  }));
  put({ kind: 'handOver', next, summary: WORDS });
}

function fillNotes(put: (what: What, by?: PersonId) => EntryId): void {
  const former = Array.from({ length: 100 }, () => ({
    name: 'impactRecovered' as const,
    why: 'cameBack' as const,
    moment: NOW,
    source: 'changelog' as const,
    certainty: 'about' as const,
    by: person(1),
    at: NOW,
  }));
  const description = 'A long description of an alert. '.repeat(940);
  put({
    kind: 'noted',
    notes: {
      former,
      pending: [
        { field: 'description', wanted: [description], why: 'refused', reason: null, over: '' },
      ],
    },
  });
}

/** A log in which everything that may be said was said, again and again. */
function fullLog(): MemoryLog {
  const { memory, put } = log();
  fillTheories(put, 24);
  fillRoles(put);
  fillNotes(put);
  for (let n = 0; n < 150; n += 1) put({ kind: 'awake', since: NOW, zone: 'x'.repeat(64) });
  for (const question of QUESTIONS) put({ kind: 'answer', question, text: WORDS });
  for (const item of CHECKLIST_ITEMS) put({ kind: 'tick', item, state: 'notNeeded' });
  for (const step of SKIPPABLE) put({ kind: 'skip', step });
  for (let n = 0; n < 80; n += 1) put({ kind: 'promise', due: instantAt(NOW + 3_600_000) });
  for (const audience of ['internal', 'external'] as const)
    put({ kind: 'update', audience, text: WORDS, isFinal: true });
  for (let n = 0; n < 60; n += 1) put({ kind: 'cleanUp', issue: '1234567890', text: WORDS });
  put({ kind: 'review', address: 'https://example.atlassian.net/wiki/'.padEnd(2000, 'x') });
  return memory;
}

const bytes = (head: Head) => Buffer.byteLength(JSON.stringify(head));

describe('the head of a log', () => {
  it('fits into one value of the store whatever was said, and however often', () => {
    expect(bytes(fullLog().head)).toBeLessThan(VALUE_BYTES);
  });

  it('takes all other things when it is full of one', () => {
    const { memory, put } = log();
    fillRoles((what, by) => put(what, by));
    put({ kind: 'theory', text: 'The cache' });
    put({ kind: 'answer', question: 'impact', text: 'No checkout' });
    put({ kind: 'update', audience: 'internal', text: 'We are on it' });
    put({ kind: 'noted', notes: { lookedAt: NOW } });
    expect(memory.head).toMatchObject({
      theories: [{ text: 'The cache' }],
      answers: { impact: { text: 'No checkout' } },
      told: { internal: { count: 1 } },
      notes: { lookedAt: NOW },
    });
  });

  it('keeps the newest evidence, and takes it from what was ruled out first', () => {
    const { memory, put } = log();
    const first = put({ kind: 'theory', text: 'first' });
    for (let n = 0; n < 5; n += 1) put({ kind: 'observation', text: `first ${n}`, theory: first });
    put({ kind: 'judged', theory: first, state: 'ruledOut' });
    for (let n = 0; n < 4; n += 1) {
      const theory = put({ kind: 'theory', text: `${n}` });
      for (let k = 0; k < 5; k += 1) put({ kind: 'observation', text: `${n}.${k}`, theory });
    }
    expect(memory.head.theories.map(({ observations }) => observations.length)).toEqual([
      0, 5, 5, 5, 5,
    ]);
    const another = put({ kind: 'theory', text: 'another' });
    put({ kind: 'observation', text: 'new', theory: another });
    const left = memory.head.theories.map(({ observations }) => observations.map((o) => o.text));
    expect(left[1]).toEqual(['0.1', '0.2', '0.3', '0.4']);
    expect(left[5]).toEqual(['new']);
  });

  it('of an older version is cut to the same size', () => {
    const holders = Array.from({ length: 1400 }, (_, n) => ({ person: person(n), since: NOW }));
    const roles = Array.from({ length: 5 }, (_, n) => ({ id: own(n), holders }));
    const { head } = fullLog();
    const [one] = head.theories;
    if (!one) throw new Error('No theory');
    const theories = Array.from({ length: 30 }, () => one);
    const cut = withinRoom({ ...head, roles, theories });
    expect(cut.roles.map((role) => role.holders.length)).toEqual([20, 20, 20, 0, 0]);
    expect(cut.theories).toHaveLength(20);
    expect(bytes(cut)).toBeLessThan(VALUE_BYTES);
    expect(withinRoom(head)).toEqual(head);
    expect(
      withinRoom({ ...head, roles: [{ id: own(1), holders: [{ person: DANA.id, since: NOW }] }] })
        .roles,
    ).toEqual([{ id: own(1), holders: [{ person: DANA.id, since: NOW }] }]);
  });
});
