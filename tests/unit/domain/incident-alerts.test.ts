import { describe, expect, test } from '@jest/globals';
import {
  type AlertLine,
  type AlertNews,
  ALERTS_LISTED,
  type IncidentAlerts,
  NO_ALERTS,
  proposedRecovery,
  withNews,
} from '../../../src/domain/declaring/incident-alerts';
import { entryId } from '../../../src/domain/log/what';
import { type Instant, instantAt } from '../../../src/domain/time';
import { at } from '../../fixtures/incidents';

const MINUTE = 60_000;
const NOW = at('12:00');
const one = (n: number, recovered?: Instant): AlertNews['alert'] => ({
  alert: `a${n}`,
  name: `Disk ${n}`,
  since: at('11:00'),
  ...(recovered !== undefined && { recovered }),
});

/** What is left of all this news, and the lines that it made. */
function after(news: readonly Omit<AlertNews, 'now'>[], everyMs = 1000) {
  const lines: AlertLine[] = [];
  let alerts: IncidentAlerts = NO_ALERTS;
  for (const [n, told] of news.entries()) {
    const next = withNews(alerts, { ...told, now: instantAt(NOW + n * everyMs) });
    alerts = next.after;
    if (next.line) lines.push(next.line);
  }
  return { alerts, lines };
}
const joined = (count: number) => Array.from({ length: count }, (_, n) => ({ alert: one(n) }));

describe('the alerts of an incident', () => {
  test('are all counted, and fifty are listed', () => {
    const { alerts } = after(joined(500));
    expect(alerts).toMatchObject({ count: 500, recovered: 0 });
    expect(alerts.listed).toHaveLength(ALERTS_LISTED);
    expect(alerts.allSince).toBeUndefined();
  });

  test('make few lines: of the second, the tenth, the hundredth, the thousandth', () => {
    const { lines } = after(joined(1500));
    expect(lines.map(({ count }) => count)).toEqual([2, 10, 100, 1000]);
    expect(after(joined(1)).lines).toEqual([]);
  });

  test('tell who recovers and comes back, and how many still fire', () => {
    const { alerts, lines } = after([
      ...joined(3),
      { alert: one(0, at('11:40')), was: 'firing' },
      { alert: one(0), was: 'recovered' },
    ]);
    expect(lines.slice(1)).toEqual([
      { state: 'recovered', count: 3, firing: 2 },
      { state: 'again', count: 3, firing: 3 },
    ]);
    expect(alerts.listed[0]).toEqual(one(0));
  });

  test('of a storm that ends make a line of the last end', () => {
    const ends = Array.from({ length: 100 }, (_, n) => {
      return { alert: one(n, at('11:40')), was: 'firing' } as const;
    });
    const { lines } = after([...joined(100), ...ends]);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toEqual({ state: 'recovered', count: 100, firing: 0 });
  });

  test('that come and go all night make forty lines and then four an hour', () => {
    const turns = Array.from({ length: 600 }, (_, n) =>
      n % 2 === 0
        ? ({ alert: one(0, at('11:40')), was: 'firing' } as const)
        : ({ alert: one(0), was: 'recovered' } as const),
    );
    const { lines, alerts } = after([{ alert: one(0) }, ...turns], MINUTE);
    expect(lines).toHaveLength(40 + (600 - 20 - 40) / 15);
    expect(alerts).toMatchObject({ count: 1, recovered: 0 });
  });

  test('counted again as they stand change nothing', () => {
    const before = after([{ alert: one(0) }, { alert: one(0, at('11:40')), was: 'firing' }]).alerts;
    const again = withNews(before, {
      alert: one(0, at('11:40')),
      was: 'recovered',
      now: at('13:00'),
    });
    expect(again).toEqual({ after: before });
  });
});

describe('the recovery that alerts propose', () => {
  const HEAD = { skipped: {} };
  const TIMES = { impactStart: at('11:00'), impactDetected: at('11:05') };
  const over = after([
    ...joined(2),
    { alert: one(0, at('11:50')), was: 'firing' },
    { alert: one(1, at('11:40')), was: 'firing' },
  ]).alerts;
  const allSince = over.allSince ?? NOW;
  const skippedAt = (moment: number) => ({
    skipped: { 'alerts-recovered': { entry: entryId('s'), at: instantAt(moment) } },
  });

  test('is when the last of them was over', () => {
    expect(proposedRecovery(over, TIMES, HEAD)).toBe(at('11:50'));
  });

  test('is none while one fires, again or still, and without any', () => {
    const { after: again } = withNews(over, { alert: one(1), was: 'recovered', now: NOW });
    expect(proposedRecovery(again, TIMES, HEAD)).toBeUndefined();
    expect(proposedRecovery(after(joined(2)).alerts, TIMES, HEAD)).toBeUndefined();
    expect(proposedRecovery(undefined, TIMES, HEAD)).toBeUndefined();
  });

  test('is none once somebody has said when it was', () => {
    const times = { ...TIMES, impactRecovered: at('11:30') };
    expect(proposedRecovery(over, times, HEAD)).toBeUndefined();
  });

  test('is none after "not yet" and after it came back, until they recover anew', () => {
    expect(proposedRecovery(over, TIMES, skippedAt(allSince))).toBeUndefined();
    expect(proposedRecovery(over, TIMES, { skipped: {}, reopened: at('13:00') })).toBeUndefined();
    const again = withNews(over, { alert: one(1), was: 'recovered', now: at('13:00') }).after;
    const news = { alert: one(1, at('13:10')), was: 'firing', now: at('13:11') } as const;
    const anew = withNews(again, news).after;
    expect(proposedRecovery(anew, TIMES, skippedAt(allSince))).toBe(at('13:10'));
  });

  test('is not before the times that stand', () => {
    const times = { impactStart: at('11:00'), impactDetected: at('11:55') };
    expect(proposedRecovery(over, times, HEAD)).toBe(at('11:55'));
  });
});
