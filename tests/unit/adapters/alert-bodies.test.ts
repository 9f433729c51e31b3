import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toolAlertBodies } from '../../../src/adapters/tools/alert-bodies';
import { DETECTION_SOURCES } from '../../../src/domain/declaring/declaration';
import { levelMeant } from '../../../src/domain/declaring/level';
import { holdable } from '../../../src/domain/texts';

const moment = (text: string) => Date.parse(text);
const readAll = (body: unknown) =>
  toolAlertBodies().read(typeof body === 'string' ? body : JSON.stringify(body));
function read(body: unknown) {
  const [only, ...others] = readAll(body);
  if (!only || others.length > 0) throw new Error('Not one alert');
  return only;
}
const long = (letters: number) => 'x'.repeat(letters);

describe('an alert in our own shape', () => {
  const plain = (about: object) => read({ alertId: 'a', summary: 'x', ...about });

  test('is read with all that it says', () => {
    const said = {
      alertId: 'a',
      summary: 'x',
      description: 'Two lines',
      severity: 2,
      service: 'Payments',
      products: ['Web shop'],
      source: 'customer',
    };
    const times = { impactStart: '2026-03-02T10:00:00Z', detected: '2026-03-02T11:05:00+01:00' };
    expect(read({ ...said, ...times, test: true })).toMatchObject({
      declaration: {
        ...said,
        impactStart: moment(times.impactStart),
        detected: moment(times.detected),
      },
      state: 'firing',
      asides: [],
      wasCut: false,
      isTest: true,
    });
  });

  test('without a word on it was noticed by monitoring, and is meant', () => {
    const nothing = { severity: null, service: '', products: null, test: null, source: '' };
    const { declaration, isTest, asides } = plain(nothing);
    expect(declaration).toEqual({ alertId: 'a', summary: 'x', source: 'monitoring' });
    expect([isTest, asides]).toEqual([false, []]);
  });

  test('takes every source, and says of another what it was', () => {
    for (const source of DETECTION_SOURCES)
      expect(plain({ source }).declaration.source).toBe(source);
    expect(plain({ source: 'robots' }).asides).toEqual(['source: robots']);
  });

  test.each([
    ['critical', 1],
    ['P1', 1],
    ['sev-0', 1],
    ['Disaster', 1],
    [2, 2],
    ['error', 2],
    ['SEV 2', 2],
    [4, 3],
    ['P5', 3],
    ['warning', 3],
    ['Information', 3],
  ])('maps the level %s to %d and says what it was', (severity, level) => {
    const { declaration, asides } = plain({ severity });
    expect(declaration.severity).toBe(level);
    expect(asides).toEqual(severity === 2 ? [] : [`severity: ${severity}`]);
  });

  test.each([['purple'], [{ of: 'ten' }], [['a']], [-1], ['P100']])(
    'keeps a level that nobody can tell as words: %j',
    (severity) => {
      const { declaration, asides } = plain({ severity });
      expect(declaration.severity).toBeUndefined();
      expect(asides).toHaveLength(1);
    },
  );

  test('keeps times without an offset, days that do not exist and keys it does not know as words', () => {
    const { declaration, asides } = plain({
      detected: '2026-03-02T10:51:00',
      impactStart: '2026-02-30T10:51:00Z',
      colour: 'red',
      sevrity: 1,
      at: { host: 'pay-2' },
    });
    expect(declaration).toEqual({ alertId: 'a', summary: 'x', source: 'monitoring' });
    expect(asides).toEqual([
      'impactStart: 2026-02-30T10:51:00Z',
      'detected: 2026-03-02T10:51:00',
      'colour: red',
      'sevrity: 1',
      'at: {"host":"pay-2"}',
    ]);
  });

  test('cuts what is too long at a whole letter, and says so', () => {
    const at = plain({ summary: long(2000), description: long(30_000) });
    expect([at.wasCut, at.declaration.description]).toEqual([false, long(30_000)]);
    const over = plain({ summary: `${long(1998)}😀😀`, description: `${long(29_998)}😀😀` });
    expect(over.wasCut).toBe(true);
    expect(over.declaration.summary).toBe(`${long(1998)}…`);
    expect(over.declaration.description).toBe(`${long(29_998)}…`);
  });

  test('keeps a hundred names, and says the others', () => {
    const products = Array.from({ length: 101 }, (_, n) => `p${n}`);
    const { declaration, asides } = plain({ products, service: long(300) });
    expect(declaration.products).toHaveLength(100);
    expect(declaration.service).toHaveLength(255);
    expect(asides.join()).toContain('p100');
  });

  test('without an id is known by its words', () => {
    const [a, b, c] = [{ summary: 'x' }, { summary: 'x', severity: 1 }, { summary: 'y' }].map(
      (body) => read(body).declaration.alertId,
    );
    expect([a === b, a === c]).toEqual([true, false]);
    expect(plain({ alertId: long(501) }).declaration.alertId).toHaveLength(71);
  });

  test('reads moments as numbers too', () => {
    const detected = moment('2026-03-02T10:00:00Z');
    for (const said of [detected, detected / 1000])
      expect(plain({ detected: said }).declaration.detected).toBe(detected);
    expect(plain({ detected: 5 }).asides).toEqual(['detected: 5']);
  });
});

describe('whatever it looks like', () => {
  test('a body is at least one alert with a title, and an empty one is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
        const alerts = readAll(text);
        expect(alerts.length > 0).toBe(holdable(text).trim() !== '');
        for (const { declaration } of alerts) {
          expect(declaration.summary).not.toBe('');
          expect(declaration.alertId).not.toBe('');
          expect(JSON.stringify(declaration).length).toBeLessThan(60_000);
        }
      }),
    );
  });

  test('words are an alert, with their first line as its title', () => {
    expect(read('Disk full\non pay-2').declaration).toMatchObject({
      summary: 'Disk full',
      description: 'Disk full\non pay-2',
    });
    expect(read('[1, 2]').declaration.summary).toBe('[1,2]');
    expect(read('[]').declaration.summary).toBe('[]');
    expect(read('{}').declaration.summary).toBe('{}');
    expect(read('['.repeat(50_000)).declaration.summary).toContain('[[');
  });

  test('a JSON that nobody knows is read by the keys that most tools have', () => {
    expect(
      read({ title: 'Disk full', level: 'high', message: 'On pay-2', status: 'open' }),
    ).toMatchObject({
      declaration: { summary: 'Disk full', severity: 2, description: 'On pay-2' },
      asides: ['severity: high', 'status: open'],
      state: 'firing',
    });
    expect(read({ title: 'Disk full', status: 'resolved' }).state).toBe('recovered');
  });

  test('no level is found in a word that only looks like one', () => {
    for (const word of ['', 'p', 'sev', 'critically', 'constructor'])
      expect(levelMeant(word)).toBeUndefined();
  });
});
