import { describe, expect, it, test } from '@jest/globals';
import { axisOf, dotsOn, stacked } from '../../../static/kit/figures/axis';
import {
  defaultFigures,
  figuresIn,
  inputOf,
  weekStartOf,
} from '../../../static/kit/figures/config';
import { GROUPINGS, pictureOf } from '../../../static/kit/figures/picture-names';
import {
  dayText,
  factorText,
  intervalText,
  isTold,
  markText,
  percentText,
  periodText,
} from '../../../static/kit/figures/spans';
import { VIEWERS } from '../../support/texts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const { en, de } = VIEWERS;

describe('a log axis', () => {
  test.each([
    ['one dot', [3 * HOUR]],
    ['none', []],
    ['less than a minute', [0, 10, 1000]],
    ['two alike', [45 * MINUTE, 46 * MINUTE]],
    ['minutes to weeks', [4 * MINUTE, HOUR, 20 * DAY]],
    ['years', [MINUTE, 900 * DAY]],
  ])('of %s has all of it inside and labels that do not touch', (_, spans) => {
    for (const width of [240, 320, 900]) {
      const { at, marks } = axisOf(spans, width);
      for (const span of spans) {
        expect(at(span)).toBeGreaterThan(0);
        expect(at(span)).toBeLessThan(width);
      }
      const places = marks.map(at);
      expect(places.length).toBeGreaterThan(0);
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(28);
        expect(place).toBeLessThanOrEqual(width - 28);
      }
      const gaps = places.slice(1).map((place, n) => place - (places[n] ?? 0));
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(56);
    }
  });

  it('has ten times the time as far away everywhere', () => {
    const { at } = axisOf([MINUTE, 10 * DAY], 500);
    expect(at(10 * HOUR) - at(HOUR)).toBeCloseTo(at(10 * MINUTE) - at(MINUTE));
  });
});

describe('dots on it', () => {
  it('lie beside each other where they can, upon each other where not', () => {
    expect(stacked([0, 10, 20], 8)).toEqual([0, 0, 0]);
    expect(stacked([20, 3, 0, 21, 5], 8)).toEqual([0, 1, 0, 1, 2]);
  });

  it('never cover each other, and are as large as there is room for', () => {
    const places = Array.from({ length: 400 }, (_, n) => (n * 37) % 300);
    const room = { height: 90, largest: 9 };
    const { size, levels } = dotsOn(places, room);
    expect(Math.max(...levels) * (size + 1)).toBeLessThanOrEqual(room.height);
    for (const [n, place] of places.entries()) {
      const beside = places.filter(
        (other, m) => m > n && levels[m] === levels[n] && Math.abs(other - place) <= size,
      );
      expect(beside).toEqual([]);
    }
    expect(dotsOn([1, 50, 100], room)).toEqual({ size: 9, levels: [0, 0, 0] });
    expect(size).toBeLessThan(9);
  });

  it('stay within the picture where there are far too many at one place', () => {
    const { size, levels } = dotsOn(new Array<number>(1500).fill(10), { height: 200, largest: 7 });
    expect(size).toBe(3);
    expect(Math.max(...levels) * 4).toBeLessThan(200);
  });
});

describe('what somebody chose for a picture', () => {
  const chosen = {
    ...defaultFigures('service', 'Europe/Berlin'),
    jql: 'labels = checkout',
    period: { lastDays: 30 },
    severities: [1, 2],
    services: ['10'],
  };

  it('is read back as it was saved', () => {
    expect(figuresIn(chosen)).toEqual(chosen);
  });

  test.each([undefined, null, 'x', {}, { ...chosen, version: 2 }, { ...chosen, zone: 5 }])(
    '%j is nothing that was chosen',
    (saved) => {
      expect(figuresIn(saved)).toBeUndefined();
    },
  );

  it('is mended where somebody wrote something else', () => {
    const odd = {
      ...chosen,
      jql: 7,
      period: { lastDays: 31 },
      grouping: 'colour',
      severities: [4, 2],
      services: [1],
    };
    expect(figuresIn(odd)).toMatchObject({
      jql: null,
      period: { lastDays: 90 },
      grouping: 'month',
      severities: [2],
      services: [],
    });
  });

  it('is asked for with weeks as people there count them', () => {
    expect(inputOf(chosen as never, 'en-US')).toMatchObject({ weekStart: 0, grouping: 'service' });
    expect(weekStartOf('de-DE')).toBe(1);
    expect(weekStartOf('en-US')).toBe(0);
  });

  test.each(Object.keys(GROUPINGS))(
    'the picture %s is that of its gadget and widget',
    (picture) => {
      expect(pictureOf(`figures-${picture}`)).toBe(picture);
      expect(pictureOf(`figures-${picture}-widget`)).toBe(picture);
      expect(pictureOf('active-incidents')).toBeUndefined();
    },
  );
});

describe('what the pictures say', () => {
  it('spans on an axis have one unit', () => {
    const { t } = en;
    const said = [30 * MINUTE, 4 * HOUR, 7 * DAY].map((ms) => markText(ms, t));
    expect(said).toEqual(['30 min', '4 h', '7 d']);
  });

  test.each([
    [{ low: HOUR, high: 2 * HOUR }, '1 h 0 min to 2 h 0 min', true],
    [{ low: HOUR, high: null }, 'at least 1 h 0 min', true],
    [{ low: null, high: HOUR }, 'at most 1 h 0 min', true],
    [{ low: null, high: null }, '', false],
  ])('%j is "%s"', (interval, said, told) => {
    expect(intervalText(interval, en.t)).toBe(said);
    expect(isTold(interval)).toBe(told);
  });

  it('numbers are those of the language', () => {
    expect([factorText(0.651, en), factorText(0.651, de)]).toEqual(['0.65', '0,65']);
    expect([percentText(0.5, en), percentText(0.5, de)]).toEqual(['50%', '50\u00a0%']);
  });

  it('a factor that is not one is not called one', () => {
    expect([0.9967, 1.0004, 1, 1.04, 0.94, 1.25].map((one) => factorText(one, en))).toEqual([
      '0.997',
      '1.0004',
      '1',
      '1.04',
      '0.94',
      '1.3',
    ]);
  });

  it('one is one in both languages', () => {
    expect([1, 2, 1480].map((n) => en.t('pictures.incidents', { count: n }))).toEqual([
      '1 incident',
      '2 incidents',
      '1,480 incidents',
    ]);
    expect(de.t('pictures.incidents', { count: 1 })).toBe('1 Vorfall');
  });

  it('periods have the name that the site’s calendar gives them', () => {
    const from = Date.parse('2026-03-31T22:00:00Z'); // April in Berlin
    const about = [{ from, to: from }, { zone: 'Europe/Berlin' }] as const;
    const named = (grouping: 'week' | 'month' | 'quarter', viewer: typeof en) =>
      periodText(about[0], grouping, about[1], viewer);
    expect(named('month', en)).toBe('Apr 2026');
    expect(named('quarter', de)).toBe('Q2 2026');
    expect(named('week', en)).toBe('Week of Apr 1');
    const inSentence = periodText(about[0], 'week', about[1], de, { inSentence: true });
    expect(inSentence).toBe('der Woche ab 1. Apr.');
    expect(dayText(from, 'Europe/Berlin', en)).toBe('Apr 1, 2026');
  });
});
