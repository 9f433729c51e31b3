import { describe, expect, test } from '@jest/globals';
import { SayAllShape, SayShape } from '../../../src/entry/incident/sayings';
import {
  AUDIENCES,
  CHECKLIST_ITEMS,
  QUESTIONS,
  SKIPPABLE,
  THEORY_STATES,
  TICK_STATES,
} from '../../../src/domain/log/what';

/** What may come from outside: every kind, every part that a kind may have, and both sides of each limit. */
const OWN = '5f0c3c0e-1f6b-4b58-9a0e-2d4a7c8e9b11';
const isTaken = (saying: object, about: object = {}) =>
  SayShape.safeParse({ id: OWN, saying, ...about }).success;
const long = (letters: number) => 'x'.repeat(letters);

const SAYINGS: readonly (readonly [string, readonly object[]])[] = [
  ['observation', [{ text: 'x' }, { text: 'x', theory: 'e1' }]],
  ['decision', [{ text: 'x' }]],
  ['note', [{ text: 'x' }]],
  ['change', [{ text: 'x' }, { text: 'x', how: 'by hand', why: 'full', undo: 'roll back' }]],
  ['theory', [{ text: 'x' }]],
  ['experiment', [{ text: 'x' }, { text: 'x', theory: 'e1' }]],
  ['confirmed', [{ entry: 'e1' }]],
  ['judged', THEORY_STATES.map((state) => ({ theory: 'e1', state }))],
  ['result', [{ experiment: 'e1', text: 'x' }]],
  ['corrected', [{ entry: 'e1', moment: 1 }]],
  ['redacted', [{ entry: 'e1' }]],
  ['answer', QUESTIONS.map((question) => ({ question, text: 'x' }))],
  ['answer', [null, 'e1'].map((from) => ({ question: 'impact', text: 'x', from }))],
  ['update', AUDIENCES.map((audience) => ({ audience, text: 'x', isFinal: true, next: 1 }))],
  ['promise', [{ due: 1 }]],
  ['tick', CHECKLIST_ITEMS.map((item) => ({ item, state: 'done' }))],
  ['tick', TICK_STATES.map((state) => ({ item: 'mail', state }))],
  ['skip', SKIPPABLE.map((step) => ({ step }))],
  ['joined', [{}, { zone: 'Europe/Berlin' }]],
  ['left', [{}]],
  ['disciplined', [{}]],
  ['awake', [{ since: null }, { since: 1, zone: 'Europe/Berlin' }]],
  ['roleMade', [{ role: 'own:1', name: 'Scribe' }]],
  ['roleGiven', [{ role: 'techLead', person: 'p' }]],
  ['roleLeft', [{ role: 'techLead', person: 'p' }]],
  ['handOver', [{ next: [{ role: 'r', person: 'p', from: 'q', lead: true }], summary: '' }]],
  ['withdrawn', [{ handOver: 'e1' }]],
];

test.each([
  { kind: 'tookOver', role: 'techLead', from: 'p' },
  { kind: 'accepted', handOver: 'e1' },
])('$kind has a function of its own, and is not said here', (saying) => {
  expect(isTaken(saying)).toBe(false);
});

describe.each(SAYINGS)('%s', (kind, all) => {
  test('is taken, with all that it may say and nothing else', () => {
    for (const parts of all) {
      expect([parts, isTaken({ kind, ...parts })]).toEqual([parts, true]);
      expect([parts, isTaken({ kind, ...parts, other: 'x' })]).toEqual([parts, false]);
    }
  });

  test('is not taken without a part that it needs', () => {
    const [first = {}] = all;
    for (const part of Object.keys(first)) {
      expect([part, isTaken({ kind, ...first, [part]: undefined })]).toEqual([part, false]);
    }
  });
});

test.each(['noted', 'jira', 'cleanUp', 'review', 'nothing', ''])(
  'what only the app says, or nobody, is not taken: %s',
  (kind) => {
    expect(isTaken({ kind, text: 'x', notes: {}, change: {} })).toBe(false);
  },
);

describe('limits', () => {
  test.each<[string, (n: number) => object, number, number]>([
    ['words', (n) => ({ kind: 'note', text: long(n) }), 1, 8000],
    ['how it was changed', (n) => ({ kind: 'change', text: 'x', how: long(n) }), 0, 8000],
    ['a summary', (n) => ({ kind: 'handOver', next: [], summary: long(n) }), 0, 8000],
    ['the id of an entry', (n) => ({ kind: 'confirmed', entry: long(n) }), 1, 80],
    ['the id of a role', (n) => ({ kind: 'roleLeft', role: long(n), person: 'p' }), 1, 64],
    ['a person', (n) => ({ kind: 'roleLeft', role: 'r', person: long(n) }), 1, 128],
    ['a zone', (n) => ({ kind: 'joined', zone: long(n) }), 0, 64],
    ['the name of a role', (n) => ({ kind: 'roleMade', role: 'r', name: long(n) }), 0, 60],
    [
      'a succession',
      (n) => ({ kind: 'handOver', summary: '', next: Array(n).fill({ role: 'r', person: 'p' }) }),
      0,
      30,
    ],
  ])('of %s', (_, sayingOf, least, most) => {
    expect([least, most].map((n) => isTaken(sayingOf(n)))).toEqual([true, true]);
    expect(isTaken(sayingOf(most + 1))).toBe(false);
    if (least > 0) expect(isTaken(sayingOf(least - 1))).toBe(false);
  });

  test.each([
    ['moments are positive whole numbers', [1, 2], [0, -1, 1.5, '1']],
    ['nothing leads but the lead', [true], [false, 'yes']],
  ])('%s', (what, taken, not) => {
    const saying = (value: unknown) =>
      what.startsWith('moments')
        ? { kind: 'promise', due: value }
        : { kind: 'handOver', summary: '', next: [{ role: 'r', person: 'p', lead: value }] };
    expect(taken.map((value) => isTaken(saying(value)))).toEqual(taken.map(() => true));
    expect(not.map((value) => isTaken(saying(value)))).toEqual(not.map(() => false));
  });

  test('of a paste: one to two hundred', () => {
    const one = { id: OWN, saying: { kind: 'left' } };
    const many = (n: number) => SayAllShape.safeParse({ all: Array(n).fill(one) }).success;
    expect([0, 1, 200, 201].map(many)).toEqual([false, true, true, false]);
  });

  test('of the id: one that a browser makes', () => {
    const named = (id: string) => SayShape.safeParse({ id, saying: { kind: 'left' } }).success;
    expect([OWN, 'e1', ''].map(named)).toEqual([true, false, false]);
    expect(isTaken({ kind: 'left' }, { at: 1 })).toBe(true);
    expect(isTaken({ kind: 'left' }, { at: 0 })).toBe(false);
  });
});
