import { describe, expect, test } from '@jest/globals';
import { type ErrorCode, IncidentError } from '../../../src/domain/errors';
import { type IncidentId } from '../../../src/domain/incident/incident';
import { retrying } from '../../../src/entry/background/retry';
import { onHour } from '../../../src/entry/background/schedules';
import { type ForApp } from '../../../src/wiring/app';
import { FakeAlerts } from '../../fakes/alerts';
import { FakeBackfill } from '../../fakes/backfill';
import { FakeFigureRows } from '../../fakes/figure-rows';
import { FakeJobs } from '../../fakes/jobs';
import { FakeUnreadIncidents } from '../../fakes/unread-incidents';
import { told } from '../../fixtures/alerts';
import { at } from '../../fixtures/incidents';

/** What is asked for again and after how long, and what an hour does in which order. */
function aLog() {
  const lines: unknown[] = [];
  const keep = (event: string, fields: object = {}) => void lines.push({ event, ...fields });
  return { lines, log: { info: keep, warn: keep } };
}

const failing = (code: ErrorCode, retryAfterMs?: number) => () =>
  Promise.reject(new IncidentError(code, 'why', { retryAfterMs }));

describe('what could not be done', () => {
  const waitOf = async (work: () => Promise<void>, wait?: () => number | undefined) => {
    const again = await retrying(aLog().log, work, wait);
    return again?.retryOptions.retryAfter;
  };

  test.each<[string, ErrorCode, number | undefined, number | undefined]>([
    ['Jira is down', 'unavailable', undefined, 30],
    ['Jira named a wait', 'unavailable', 119_001, 120],
    ['no wait at all', 'unavailable', 0, 1],
    ['a wait that Forge does not know', 'unavailable', 5_000_000, 900],
    ['something newer is read', 'newer-data', 60_000, 60],
    ['a person has to mend it', 'forbidden', undefined, undefined],
    ['it is gone', 'not-found', undefined, undefined],
  ])('%s', async (_, code, retryAfterMs, seconds) => {
    expect(await waitOf(failing(code, retryAfterMs))).toBe(seconds);
  });

  test('waits as its kind of work does, where nobody named a wait', async () => {
    expect(await waitOf(failing('unavailable'), () => 7)).toBe(7);
    expect(await waitOf(failing('unavailable', 3000), () => 7)).toBe(3);
  });

  test('is in the log; what was done is not; a fault of the program is thrown', async () => {
    const { log, lines } = aLog();
    await retrying(log, failing('forbidden'));
    expect(lines).toEqual([{ event: 'not done', code: 'forbidden', reason: 'why' }]);
    expect(await retrying(log, () => Promise.resolve())).toBeUndefined();
    expect(lines).toHaveLength(1);
    const fault = () => Promise.reject(new TypeError('x'));
    await expect(retrying(log, fault)).rejects.toThrow(TypeError);
  });
});

describe('every hour', () => {
  /** An app in which nothing has happened, and the order in which it was asked. */
  function world(about: Partial<ForApp> = {}) {
    const asked: string[] = [];
    const { log, lines } = aLog();
    const saying = <Value>(name: string, value: Value) => {
      return () => {
        asked.push(name);
        return Promise.resolve(value);
      };
    };
    async function* noneOf(name: string) {
      asked.push(name);
      yield* await Promise.resolve([]);
    }
    const none = (name: string) => () => noneOf(name);
    const moments = [at('10:00'), at('10:05'), at('10:10')];
    const wiring: Partial<ForApp> = {
      log,
      now: () => moments.shift() ?? at('11:00'),
      changedIncidents: { within: none('changed') },
      logs: { heads: saying('heads', new Map()) } as never,
      incidentNotes: { getMany: saying('notes', new Map()) } as never,
      figureRows: new FakeFigureRows(),
      unreadIncidents: new FakeUnreadIncidents(),
      allIncidents: { count: saying('count', 0) } as never,
      rebuilds: { get: saying('rebuilds', undefined), save: saying('saved', undefined) },
      backfill: new FakeBackfill(),
      jobs: new FakeJobs(),
      logKeeping: { expired: saying('expired', []) } as never,
      accounts: { due: saying('due', []) } as never,
      alerts: new FakeAlerts(),
      ...about,
    };
    return { asked, lines, run: onHour(wiring as ForApp) };
  }

  test('answers as Forge wants it, whatever failed, and goes on with the rest', async () => {
    const down = { due: failing('unavailable') } as never;
    const { asked, lines, run } = world({ accounts: down });
    expect(await run()).toEqual({ statusCode: 204 });
    expect(asked).toContain('expired');
    // What was changed is looked at before it is counted, and both before anything that can wait.
    expect(asked.indexOf('changed')).toBeLessThan(asked.indexOf('count'));
    expect(asked.indexOf('count')).toBeLessThan(asked.indexOf('expired'));
    expect(lines).toContainEqual({ event: 'not done', code: 'unavailable', reason: 'why' });
  });

  test('a fault of one part keeps no other from its turn, and is thrown at the end', async () => {
    const within = () => {
      throw new TypeError('x');
    };
    const broken = { within };
    const { asked, run } = world({ changedIncidents: broken });
    await expect(run()).rejects.toThrow(TypeError);
    expect(asked).toEqual(expect.arrayContaining(['expired', 'due']));
  });

  test('what cannot be read is tried again, and said', async () => {
    const [unreadIncidents, jobs] = [new FakeUnreadIncidents(), new FakeJobs()];
    const id = '10046' as IncidentId;
    await unreadIncidents.keep([{ id, why: 'hidden' }], at('09:00'));
    const { lines, run } = world({ unreadIncidents, jobs });
    await run();
    expect(jobs.lookedAfter).toEqual([id]);
    expect(lines).toContainEqual({ event: 'incidents that cannot be read', tried: 1 });
  });

  test('where nothing waits and nothing was reported, nothing is said of it', async () => {
    const { lines, run } = world();
    await run();
    const said = JSON.stringify(lines);
    for (const words of ['accounts reported', 'alerts waiting', 'logs of deleted'])
      expect(said).not.toContain(words);
  });

  test('alerts that wait are said', async () => {
    const alerts = new FakeAlerts();
    const declaration = { alertId: 'a', summary: 'x', source: 'monitoring' } as const;
    await alerts.accept(told(declaration, at('09:00')));
    const { lines, run } = world({ alerts });
    await run();
    expect(lines).toContainEqual({ event: 'alerts waiting', waiting: 1 });
  });
});
