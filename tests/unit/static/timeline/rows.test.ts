import { describe, expect, test } from '@jest/globals';
import { textOf } from '../../../../static/incident-panel/timeline/exporting/exports';
import { hasWords, peopleIn, rowsOf } from '../../../../static/incident-panel/timeline/rows';
import { logOf, MINUTE, NOON, telling } from './fixtures';

describe('the lines of a timeline', () => {
  test('are newest first by the moment they are about', () => {
    const rows = rowsOf(
      logOf(
        { what: { kind: 'note', text: 'a' } },
        { what: { kind: 'note', text: 'b' }, at: NOON - MINUTE },
        { what: { kind: 'note', text: 'c' } },
      ),
    );
    expect(rows.map(({ entry }) => entry.seq)).toEqual([3, 1, 2]);
  });

  test('stand where a correction puts them, with the time that was said first', () => {
    const rows = rowsOf(
      logOf(
        { what: { kind: 'note', text: 'a' } },
        { what: { kind: 'note', text: 'b' } },
        { what: { kind: 'corrected', entry: 'e2', moment: NOON - MINUTE } },
        { what: { kind: 'corrected', entry: 'e2', moment: NOON - 2 * MINUTE } },
      ),
    );
    expect(rows.map(({ entry: { seq }, at, firstAt }) => [seq, at, firstAt])).toEqual([
      [1, NOON, undefined],
      [2, NOON - 2 * MINUTE, NOON + MINUTE],
    ]);
  });

  test('say that their words were taken out, also where the store has them still', async () => {
    const [row, other] = rowsOf(
      logOf(
        { what: { kind: 'theory', text: 'A secret' } },
        { what: { kind: 'observation', text: 'Seen', theory: 'e1' } },
        { what: { kind: 'redacted', entry: 'e1' }, by: 'ines' },
      ),
    ).toReversed();
    expect(row && textOf(row, await telling())).toBe('The words were taken out.');
    expect(row).toMatchObject({ isRedacted: true, redactedBy: 'ines' });
    expect(row && hasWords(row)).toBe(false);
    expect(other && textOf(other, await telling())).toBe('Seen');
  });

  test('name everybody who has seen it too', async () => {
    const rows = rowsOf(
      logOf(
        { what: { kind: 'observation', text: 'Errors' } },
        { what: { kind: 'confirmed', entry: 'e1' }, by: 'ines' },
        { what: { kind: 'confirmed', entry: 'e1' }, by: 'tomasz' },
        { what: { kind: 'confirmed', entry: 'e1' }, by: 'ines' },
      ),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0] && textOf(rows[0], await telling())).toBe(
      'Errors\nSeen too by Ines Brandt, Tomasz Lis',
    );
    expect(peopleIn(rows)).toEqual(['dana', 'ines', 'tomasz']);
  });
});
