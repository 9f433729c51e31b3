import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { piecesOf } from '../../../../static/incident-panel/timeline/entries/links';
import { notesIn } from '../../../../static/incident-panel/timeline/importing/notes-parser';
import {
  placed,
  type Turns,
} from '../../../../static/incident-panel/timeline/importing/placed-notes';
import { NOON } from './fixtures';

describe('pasted notes', () => {
  test.each([
    ['14:05 Dana restarted the pool', '14:05', 'Dana restarted the pool'],
    ['14:05:33 - restarted', '14:05', 'restarted'],
    ['9:05: errors', '09:05', 'errors'],
    ['2:05 PM Dana restarted', '14:05', 'Dana restarted'],
    ['12:10 a.m. asleep', '00:10', 'asleep'],
    ['12:10pm lunch', '12:10', 'lunch'],
    ['14.05 Uhr Pool neu gestartet', '14:05', 'Pool neu gestartet'],
    ['14:05 Uhr – Pool', '14:05', 'Pool'],
    ['- 14:05 bullet', '14:05', 'bullet'],
    ['  * [14:05] bullet', '14:05', 'bullet'],
    ['3. 14:05 numbered', '14:05', 'numbered'],
  ])('%s', (line, clock, words) => {
    expect(notesIn(line)).toEqual([{ clock, words }]);
  });

  test.each([
    ['[2026-03-02 14:05] Restarted', '2026-03-02'],
    ['2026-03-02T14:05:00 Restarted', '2026-03-02'],
    ['02.03.2026, 14:05 Uhr Restarted', '2026-03-02'],
  ])('%s', (line, day) => {
    expect(notesIn(line)).toEqual([{ clock: '14:05', day, words: 'Restarted' }]);
  });

  test.each([
    ['2026-03-02T14:05:00Z Restarted', '14:05'],
    ['[2026-03-02T15:05:00.250+01:00] Restarted', '14:05'],
    ['- 2026-03-02T19:35+0530: Restarted', '14:05'],
    ['2026-03-02T09:05:00,5-05 Restarted', '14:05'],
    ['2026-03-03T00:05:00+10 Restarted', '14:05'],
  ])('%s is on the clock that it names', (line, utc) => {
    const about = { day: '2026-03-01', now: NOON + 86_400_000, timeZone: 'Europe/Berlin' };
    expect(placed(notesIn(line), about)).toEqual([
      { words: 'Restarted', at: Date.parse(`2026-03-02T${utc}Z`) },
    ]);
  });

  test('a span of time names no clock', () => {
    expect(notesIn('2026-03-02 14:05-14:30 slow')).toEqual([
      { clock: '14:05', day: '2026-03-02', words: '14:30 slow' },
    ]);
  });

  test.each([
    '14.05 percent of all',
    '25:99 no time',
    '99. percentile',
    'v1.2:30',
    '2026-02-31 10:00 x',
  ])('%s has no time, and keeps its words', (line) => {
    expect(notesIn(line)).toEqual([{ words: line }]);
  });

  test('a line without a time belongs to the one before', () => {
    expect(notesIn('First words\n14:05 a\n  - b\n\nc\n14:06\nd')).toEqual([
      { words: 'First words' },
      { clock: '14:05', words: 'a\nb\nc' },
      { clock: '14:06', words: 'd' },
    ]);
  });

  test('never throw, and lose no words', () => {
    const prefix = fc.constantFrom(
      '',
      '- ',
      '* ',
      '14:05 ',
      '[14:05] ',
      '2:05 PM ',
      '2026-03-02 14:05 ',
      '14.05 Uhr ',
      '1) 14:05 ',
    );
    const words = fc
      .string({ unit: fc.constantFrom('a', 'b', 'x', 'y', 'ä', 'ß'), minLength: 1 })
      .filter((one) => one !== 'h');
    const line = fc.tuple(prefix, words).map(([before, said]) => [before + said, said] as const);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const said = notesIn(lines.map(([whole]) => whole).join('\n')).flatMap((note) =>
          note.words.split('\n'),
        );
        expect(said).toEqual(lines.map(([, one]) => one));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const kept = notesIn(text)
          .map((note) => note.words)
          .join('\n');
        for (const [word] of text.matchAll(/\p{L}{6,}/gu)) expect(kept).toContain(word);
      }),
    );
  });
});

describe('the moments of notes', () => {
  const at = (text: string, day: string, now = NOON) =>
    placed(notesIn(text), { day, now, timeZone: 'UTC' }).map((note) =>
      note.at === undefined ? undefined : new Date(note.at).toISOString().slice(0, 16),
    );

  test('are of the chosen day', () => {
    expect(at('11:05 a\nb\n11:40 c', '2026-03-02')).toEqual([
      '2026-03-02T11:05',
      '2026-03-02T11:40',
    ]);
  });

  test('that would lie in the future were the day before', () => {
    expect(at('23:50 a\n00:05 b\n00:20 c', '2026-03-02')).toEqual([
      '2026-03-01T23:50',
      '2026-03-02T00:05',
      '2026-03-02T00:20',
    ]);
  });

  test('go on after midnight', () => {
    expect(at('23:50 a\n00:05 b', '2026-02-20')).toEqual(['2026-02-20T23:50', '2026-02-21T00:05']);
  });

  test('are of the day that a line names, from there on', () => {
    expect(at('x\n[2026-02-20 10:00] a\n11:00 b', '2026-03-02')).toEqual([
      undefined,
      '2026-02-20T10:00',
      '2026-02-20T11:00',
    ]);
  });

  test('are on the clock of whoever pastes', () => {
    const [note] = placed(notesIn('12:30 a'), {
      day: '2026-03-02',
      now: NOON,
      timeZone: 'Europe/Berlin',
    });
    expect(note?.at).toBe(Date.parse('2026-03-02T11:30:00Z'));
  });
});

describe('notes of the night on which clocks are changed', () => {
  const about = { day: '2026-10-24', now: Date.parse('2026-10-26T00:00Z') };
  const at = (text: string, turns: Turns = {}) =>
    placed(notesIn(text), { ...about, timeZone: 'Europe/Berlin', turns }).map((note) =>
      note.at === undefined
        ? note.twice
          ? 'twice'
          : 'none'
        : new Date(note.at).toISOString().slice(11, 16),
    );
  const night = '23:50 a\n01:40 b\n02:10 c\n02:50 d\n02:20 e\n03:05 f';

  test('wait for somebody to say which of two times is meant', () => {
    expect(at(night)).toEqual(['21:50', '23:40', 'twice', 'twice', 'twice', '02:05']);
  });

  test('follow from one answer, by their order', () => {
    expect(at(night, { 2: 'first' })).toEqual([
      '21:50',
      '23:40',
      '00:10',
      '00:50',
      '01:20',
      '02:05',
    ]);
    expect(at('02:10 a\n02:50 b', { 0: 'second' })).toEqual(['00:10', '00:50']);
    expect(at('[2026-10-25 02:10] a\n02:50 b', { 0: 'second' })).toEqual(['01:10', '01:50']);
  });

  test('are what they say where they name their clock', () => {
    expect(at('2026-10-25T02:10:00+01:00 a\n02:20 b')).toEqual(['01:10', '01:20']);
  });

  test('have no time where the clock never showed it', () => {
    const spring = placed(notesIn('02:30 a'), {
      day: '2026-03-29',
      now: about.now,
      timeZone: 'Europe/Berlin',
    });
    expect(spring).toEqual([{ words: 'a', never: '2026-03-29T02:30' }]);
  });
});

describe('addresses in words', () => {
  const site = 'https://larkfield.example';
  const picture = `${site}/rest/api/3/attachment/content/10001`;

  test.each([
    ['See https://a.example/x?y=1.', ['text', 'link', 'text']],
    [`Look: ${picture}`, ['text', 'picture']],
    [picture.replace('larkfield', 'other'), ['link']],
    ['javascript:alert(1) data:text/html,x', ['text']],
    ['<img src=x onerror=alert(1)> *bold* h1.', ['text']],
    ['https://', ['text']],
  ])('%s', (words, kinds) => {
    const pieces = piecesOf(words, site);
    expect(pieces.map(({ kind }) => kind)).toEqual(kinds);
    expect(pieces.map(({ text }) => text).join('')).toBe(words);
  });

  test('lose nothing, and are never anything but http', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl().map((url) => `a ${url}, b`),
        ),
        (words) => {
          const pieces = piecesOf(words, site);
          expect(pieces.map(({ text }) => text).join('')).toBe(words);
          for (const { kind, text } of pieces)
            if (kind !== 'text') expect(text).toMatch(/^https?:/i);
        },
      ),
    );
  });
});
