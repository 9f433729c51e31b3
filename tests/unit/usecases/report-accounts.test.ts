import { beforeEach, describe, expect, it } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { type PersonId } from '../../../src/domain/incident/incident';
import { type Instant } from '../../../src/domain/time';
import { type Accounts, type PrivacyReports } from '../../../src/ports/accounts';
import { reportAccounts } from '../../../src/usecases/incident/report-accounts';

const DAY = 24 * 3_600_000;

/** Accounts in memory. `behind`: what was written is not found by queries yet. */
class FakeAccounts implements Accounts {
  readonly at = new Map<PersonId, number>();
  behind = false;
  private seen = new Map<PersonId, number>();

  keep(ids: readonly PersonId[]): Promise<void> {
    for (const id of ids) if (!this.at.has(id)) this.at.set(id, 0);
    return Promise.resolve();
  }
  due(since: Instant): Promise<readonly PersonId[]> {
    if (!this.behind) this.seen = new Map(this.at);
    const due = [...this.seen].filter(([, at]) => at < since).map(([id]) => id);
    return Promise.resolve(due.slice(0, 90));
  }
  reported(ids: readonly PersonId[], at: Instant): Promise<void> {
    for (const id of ids) this.at.set(id, at);
    return Promise.resolve();
  }
  close(id: PersonId): Promise<void> {
    this.at.delete(id);
    return Promise.resolve();
  }
}

let accounts: FakeAccounts;
let reports: PersonId[][];
let erased: string[];
let now = 0;
let closed: readonly string[];
let failsAt: number | undefined;

beforeEach(async () => {
  accounts = new FakeAccounts();
  [reports, erased, closed, failsAt, now] = [[], [], [], undefined, 100 * DAY];
  await accounts.keep(Array.from({ length: 200 }, (_, n) => `person-${n}` as PersonId));
});

const run = () => {
  const privacy: PrivacyReports = {
    report(ids) {
      if (reports.length === failsAt) {
        failsAt = undefined;
        return Promise.reject(new IncidentError('unavailable', 'Later'));
      }
      reports.push([...ids]);
      return Promise.resolve(ids.filter((id) => closed.includes(id)));
    },
  };
  const erase = (place: string) => (id: PersonId) => {
    erased.push(`${place} ${id}`);
    return Promise.resolve();
  };
  const deps = { accounts, privacy, now: () => now as Instant };
  const stores = { settings: { erase: erase('settings') }, backfill: { erase: erase('backfill') } };
  return reportAccounts({ ...deps, ...stores });
};

describe('accounts that the app keeps', () => {
  it('are reported, ninety at once, each once a week', async () => {
    expect(await run()).toEqual({ reported: 200, closed: 0 });
    expect(reports.map(({ length }) => length)).toEqual([90, 90, 20]);
    now += 6 * DAY;
    await accounts.keep(['person-new' as PersonId]);
    expect(await run()).toEqual({ reported: 1, closed: 0 });
    now += 1.1 * DAY;
    expect(await run()).toEqual({ reported: 200, closed: 0 });
  });

  it('are gone on with where a run was stopped', async () => {
    failsAt = 1;
    await expect(run()).rejects.toMatchObject({ code: 'unavailable' });
    expect(await run()).toEqual({ reported: 110, closed: 0 });
    expect(new Set(reports.flat()).size).toBe(200);
    expect(reports.flat()).toHaveLength(200);
  });

  it('are not reported twice by one run while the store is behind', async () => {
    accounts.due(now as Instant).catch(() => undefined);
    accounts.behind = true;
    await run();
    expect(reports.flat()).toHaveLength(90);
  });

  it('that are closed are taken out of what can be changed, and reported no more', async () => {
    closed = ['person-3', 'person-120'];
    expect(await run()).toEqual({ reported: 200, closed: 2 });
    expect(erased.toSorted()).toEqual([
      'backfill person-120',
      'backfill person-3',
      'settings person-120',
      'settings person-3',
    ]);
    now += 8 * DAY;
    expect(await run()).toEqual({ reported: 198, closed: 0 });
  });
});
