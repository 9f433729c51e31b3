import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { csvOf } from '../../static/kit/page/csv';

type Separator = ',' | ';';

/**
 * As spreadsheets read: quotes count only where a cell begins; what follows the closing one is taken as it stands.
 */
function cellsIn(text: string, separator: Separator): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const quoted = /^"(?:[^"]|"")*"?/.exec(text.slice(at))?.[0] ?? '';
    const rest = text.slice(at + quoted.length);
    const end = rest.search(separator === ',' ? /,|\r\n?|\n/ : /;|\r\n?|\n/);
    const bare = end < 0 ? rest : rest.slice(0, end);
    const inside = quoted.replace(/^"/, '').replace(/"$/, '').replaceAll('""', '"');
    rows.at(-1)?.push(inside + bare);
    at += quoted.length + bare.length;
    const stop = /^(?:\r\n|[\s\S])/.exec(text.slice(at))?.[0] ?? '';
    at += stop.length;
    if (/^[\r\n]/.test(stop) && at < text.length) rows.push([]);
  }
  return rows;
}

/** The parts of which cells are made that somebody wants to be more than text. */
const part = fc.constantFrom(
  ...['=', '+', '-', '@', '＝', ';', ',', '"', "'", '\n', '\r', '\t', ' ', 'a', '1', '1+1', '-3'],
);
const cell = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});

describe('a table as comma-separated values', () => {
  test.each<Separator>([',', ';'])('holds no formula for whoever divides it at %j', (separator) => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const read of cellsIn(csvOf(rows), separator).flat()) {
          if (!/^[+-]\d+([.,]\d+)?$/.test(read)) expect(read).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('says what was put in, but for the apostrophes', () => {
    const plain = (text: string) => text.replaceAll("'", '');
    fc.assert(
      fc.property(table, (rows) => {
        const read = cellsIn(csvOf(rows), ',').map((cells) => cells.map(plain));
        expect(read).toEqual(rows.map((cells) => cells.map(plain)));
      }),
    );
  });

  it('is quoted where it must be, for either separator', () => {
    expect(csvOf([['a', 'b,c', 'd"e', 'f\ng', 'h;i']])).toBe('a,"b,c","d""e","f\ng","h;i"\r\n');
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1+1', "'+1+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', " '=1"],
    ['＝1', "'＝1"],
    ['a;=1+1', `"a;'=1+1"`],
    ['a; "=1+1"', `"a; ""'=1+1"""`],
    ['\tx', `"'\tx"`],
    ['\nx', `"'\nx"`],
    ['\r=1', `"'\r'=1"`],
    ['a\n=1', `"a\n'=1"`],
  ])('%j is no formula', (text, written) => {
    expect(csvOf([['key', text]])).toBe(`key,${written}\r\n`);
  });

  test.each(['-3', '+3', '-3.25', 'Nora Hansen', '2026-01-01', 'a - b'])(
    '%j stays as it is',
    (text) => {
      expect(csvOf([['key', text]])).toBe(`key,${text}\r\n`);
    },
  );
});
