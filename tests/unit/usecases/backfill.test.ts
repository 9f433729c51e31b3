import { beforeEach, describe, expect, it } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { type IncidentId } from '../../../src/domain/incident/incident';
import { type Instant } from '../../../src/domain/time';
import { type OfIncident } from '../../../src/ports/clocks/figure-fields';
import { type JobOf } from '../../../src/ports/jobs';
import {
  pauseBackfill,
  pushBackfillOn,
  resumeBackfill,
  startBackfill,
} from '../../../src/usecases/figures/order-backfill';
import { type Backfilling, runBackfill } from '../../../src/usecases/figures/run-backfill';
import { FakeBackfill, FakeOldIncidents } from '../../fakes/backfill';
import { FakeFigureRows } from '../../fakes/figure-rows';
import { FakeFindings } from '../../fakes/findings';
import { FakeHistories } from '../../fakes/histories';
import { FakeUnreadIncidents } from '../../fakes/unread-incidents';
import { FakeIncidents } from '../../fakes/incidents';
import { FakeJobs } from '../../fakes/jobs';
import { FakeIncidentNotes } from '../../fakes/incident-notes';
import { ADA, anIncident, at } from '../../fixtures/incidents';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A site with so many old incidents, all their times in their fields; jobs wait until the test runs them. */
class OldSite {
  readonly jobs = new FakeJobs();
  readonly backfill = new FakeBackfill();
  readonly rows = new FakeFigureRows();
  readonly unread = new FakeUnreadIncidents();
  readonly oldIncidents: FakeOldIncidents;
  readonly written: number[] = [];
  moment = at('12:00');
  msAPage = 0;
  deps: Backfilling;

  constructor(count: number) {
    const times = {
      impactStart: at('09:50'),
      impactDetected: at('10:00'),
      impactRecovered: at('11:00'),
    };
    const incidents = Array.from({ length: count }, (_, n) =>
      anIncident({ id: String(n) as IncidentId, phase: 'resolved', times }),
    );
    this.oldIncidents = new FakeOldIncidents(incidents);
    this.deps = {
      backfill: this.backfill,
      oldIncidents: this.oldIncidents,
      findings: new FakeFindings(),
      unreadIncidents: this.unread,
      incidentNotes: new FakeIncidentNotes(),
      histories: new FakeHistories(),
      logs: { heads: () => Promise.resolve(new Map()) },
      figureRows: this.rows,
      jobs: this.jobs,
      figureFields: Object.assign(new FakeIncidents(incidents), {
        writeMany: (of: readonly OfIncident[]) => {
          this.written.push(of.length);
          this.moment = (this.moment + this.msAPage) as Instant;
          return Promise.resolve();
        },
      }),
      now: () => this.moment,
    };
  }

  async runNext(): Promise<JobOf<'backfill'>> {
    const [job] = this.jobs.of('backfill');
    if (!job) throw new Error('No job waits');
    this.jobs.waiting.shift();
    await runBackfill(this.deps, job);
    return job;
  }

  async runAll(): Promise<number> {
    let jobs = 0;
    for (; this.jobs.waiting.length > 0; jobs += 1) await this.runNext();
    return jobs;
  }

  pass(ms: number): void {
    this.moment = (this.moment + ms) as Instant;
  }

  failOnce(error: Error, times = 1): void {
    const writeMany = this.deps.figureFields.writeMany.bind(this.deps.figureFields);
    let left = times;
    this.deps.figureFields.writeMany = (of) => {
      left -= 1;
      return left >= 0 ? Promise.reject(error) : writeMany(of);
    };
  }
}

let site: OldSite;
beforeEach(() => {
  site = new OldSite(2500);
});
const start = () => startBackfill(site.deps, ADA.id);

describe('the backfill', () => {
  it('goes through all of them, ten pages a job', async () => {
    await start();
    expect(await site.runAll()).toBe(3);
    expect(site.backfill.kept).toMatchObject({ state: 'done', looked: 2500, total: 2500 });
    expect(site.written).toHaveLength(25);
  });

  it('ends a job after a minute', async () => {
    site.msAPage = 40_000;
    await start();
    await site.runNext();
    expect(site.backfill.kept).toMatchObject({ state: 'running', looked: 200 });
    expect(site.jobs.waiting).toMatchObject([{ ticket: 1, inARow: 1 }]);
  });

  it('a job that comes twice does nothing the second time', async () => {
    await start();
    const job = await site.runNext();
    const { asked } = site.oldIncidents;
    await runBackfill(site.deps, job);
    expect(site.oldIncidents.asked).toBe(asked);
    expect(site.jobs.waiting).toHaveLength(1);
  });

  it('stops at the next page when it is paused, and goes on there', async () => {
    await start();
    const page = site.oldIncidents.page.bind(site.oldIncidents);
    site.oldIncidents.page = (place) => {
      if (site.oldIncidents.asked === 2) void pauseBackfill(site.deps, ADA.id);
      return page(place);
    };
    await site.runNext();
    expect(site.backfill.kept).toMatchObject({ looked: 300 });
    expect(site.jobs.waiting).toEqual([]);
    await resumeBackfill(site.deps, ADA.id);
    await site.runAll();
    expect(site.backfill.kept).toMatchObject({ state: 'done', looked: 2500 });
  });

  it('of a run that another one took the place of does nothing', async () => {
    await start();
    await site.runAll();
    site.pass(MINUTE);
    const [old] = [{ run: site.backfill.wished?.run ?? '', ticket: 2, inARow: 2 }];
    await start();
    const { asked } = site.oldIncidents;
    await runBackfill(site.deps, old);
    expect(site.oldIncidents.asked).toBe(asked);
  });

  it('a start while it runs changes nothing', async () => {
    await start();
    site.pass(MINUTE);
    await start();
    expect(site.jobs.waiting).toHaveLength(1);
  });

  it('a lost job is made up for after a quarter of an hour, a living one is left alone', async () => {
    await start();
    await site.runNext();
    site.jobs.waiting.pop();
    site.pass(15 * MINUTE);
    await pushBackfillOn(site.deps);
    expect(site.jobs.waiting).toEqual([]);
    site.pass(1);
    await pushBackfillOn(site.deps);
    await site.runAll();
    expect(site.backfill.kept).toMatchObject({ state: 'done', looked: 2500 });
  });

  it('so is the very first one', async () => {
    await start();
    site.jobs.waiting.pop();
    site.pass(15 * MINUTE + 1);
    await pushBackfillOn(site.deps);
    expect(site.jobs.waiting).toMatchObject([{ ticket: 0 }]);
  });

  it('begins again where Jira no longer knows the place', async () => {
    await start();
    await site.runNext();
    site.oldIncidents.forgetPlaces();
    await site.runAll();
    expect(site.backfill.kept).toMatchObject({ state: 'done', looked: 2500 });
  });
});

describe('within the limits of the platform', () => {
  it('waits for the next hour before a page could cost more than is left', async () => {
    site = new OldSite(10_000);
    await start();
    await site.runAll();
    expect(site.backfill.kept).toMatchObject({ state: 'waiting' });
    expect(site.backfill.kept?.spent).toBeLessThanOrEqual(5000);
    await pushBackfillOn(site.deps);
    expect(site.jobs.waiting).toEqual([]);
    site.pass(HOUR);
    await pushBackfillOn(site.deps);
    await site.runAll();
    expect(site.backfill.kept?.looked).toBeGreaterThan(9000);
  });

  it('never has a thousand jobs in a row, at a hundred thousand incidents and however slow Jira is', async () => {
    site = new OldSite(100_000);
    site.msAPage = 2 * MINUTE;
    await start();
    let longest = 0;
    for (let hours = 0; site.backfill.kept?.state !== 'done' && hours < 100; hours += 1) {
      while (site.jobs.waiting.length > 0)
        longest = Math.max(longest, (await site.runNext()).inARow);
      site.pass(HOUR);
      await pushBackfillOn(site.deps);
    }
    expect(site.backfill.kept).toMatchObject({ state: 'done', looked: 100_000 });
    expect(longest).toBeLessThan(999);
    expect(longest).toBeGreaterThan(400);
  });

  it('rests for as long as Jira asks, and keeps its place', async () => {
    const rest = new IncidentError('unavailable', '429', { retryAfterMs: 20 * MINUTE });
    await start();
    site.failOnce(rest);
    const [job] = site.jobs.of('backfill');
    await expect(site.runNext()).rejects.toBe(rest);
    expect(site.backfill.kept).toMatchObject({ state: 'running', looked: 0 });
    site.pass(15 * MINUTE);
    const again = job ?? { run: '', ticket: 0, inARow: 0 };
    await expect(runBackfill(site.deps, again)).rejects.toMatchObject({
      details: { retryAfterMs: 5 * MINUTE },
    });
    site.pass(5 * MINUTE);
    await runBackfill(site.deps, again);
    expect(site.backfill.kept).toMatchObject({ looked: 1000 });
  });
});

describe('what goes wrong', () => {
  it('an incident that was deleted meanwhile costs its page another look', async () => {
    await start();
    site.failOnce(new IncidentError('refused', '400'));
    await site.runAll();
    expect(site.backfill.kept).toMatchObject({ state: 'done', looked: 2500 });
  });

  it('what a person has to mend ends it as failed, until somebody goes on', async () => {
    await start();
    const page = site.oldIncidents.page.bind(site.oldIncidents);
    site.oldIncidents.page = () =>
      Promise.reject(new IncidentError('not-set-up', 'A status', { subject: '10007' }));
    await site.runNext();
    expect(site.backfill.kept).toMatchObject({
      state: 'failed',
      failure: { code: 'not-set-up', subject: '10007' },
    });
    site.pass(HOUR);
    await pushBackfillOn(site.deps);
    expect(site.jobs.waiting).toEqual([]);
    site.oldIncidents.page = page;
    await resumeBackfill(site.deps, ADA.id);
    await site.runAll();
    expect(site.backfill.kept).toMatchObject({ state: 'done', looked: 2500, failure: undefined });
  });

  it('a job whose successor the queue did not take is called again itself', async () => {
    await start();
    const { handOver } = site.jobs;
    const full = new IncidentError('unavailable', 'The queue did not take the job');
    site.jobs.handOver = () => Promise.reject(full);
    const [job] = site.jobs.waiting;
    await expect(site.runNext()).rejects.toBe(full);
    site.jobs.handOver = handOver;
    if (job) site.jobs.waiting.push(job);
    await site.runAll();
    expect(site.backfill.kept).toMatchObject({ state: 'done', looked: 2500 });
  });
});
