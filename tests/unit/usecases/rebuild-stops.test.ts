import { describe, expect, test } from '@jest/globals';
import { type Rebuild } from '../../../src/domain/figures/rebuild';
import { IncidentError } from '../../../src/domain/errors';
import { type IncidentId } from '../../../src/domain/incident/incident';
import { type Instant } from '../../../src/domain/time';
import { orderRebuild, pushRebuildOn } from '../../../src/usecases/figures/order-rebuild';
import { runRebuild } from '../../../src/usecases/figures/run-rebuild';
import { FakeOldIncidents } from '../../fakes/backfill';
import { FakeFigureRows } from '../../fakes/figure-rows';
import { FakeFindings } from '../../fakes/findings';
import { FakeJobs } from '../../fakes/jobs';
import { FakeUnreadIncidents } from '../../fakes/unread-incidents';
import { anIncident, at } from '../../fixtures/incidents';

/** Comparing the store of figures with Jira: what stops it, and what does not. */
function world(count: number) {
  const incidents = Array.from({ length: count }, (_, n) =>
    anIncident({
      id: String(n) as IncidentId,
      key: `HOT-${n}`,
      created: (at('08:00') + n * 60_000) as Instant,
    }),
  );
  let kept: Rebuild | undefined;
  const jobs = new FakeJobs();
  const deps = {
    logs: { heads: () => Promise.resolve(new Map()) },
    figureRows: new FakeFigureRows(),
    findings: new FakeFindings(),
    oldIncidents: new FakeOldIncidents(incidents),
    unreadIncidents: new FakeUnreadIncidents(),
    rebuilds: {
      get: () => Promise.resolve(kept),
      save: (rebuild: Rebuild) => {
        kept = rebuild;
        return Promise.resolve();
      },
    },
    jobs,
    now: () => at('12:00'),
  };
  return {
    ...deps,
    kept: () => kept,
    start: () => orderRebuild(deps),
    async run() {
      for (let n = 0; n < jobs.waiting.length; n += 1) {
        const job = jobs.waiting[n];
        if (job?.kind === 'rebuild-figures') await runRebuild(deps, job);
      }
    },
  };
}

const id = (n: number) => String(n) as IncidentId;

describe('the figures made anew', () => {
  test('are of all that can be read; the others are set aside, and counted as looked at', async () => {
    const site = world(3);
    site.oldIncidents.unread = [{ id: id(1), why: 'status', subject: 'Parked' }];
    await site.unreadIncidents.keep([{ id: id(0), why: 'hidden' }], at('11:00'));
    await site.start();
    await site.run();
    expect(site.kept()).toMatchObject({ state: 'done', looked: 3 });
    expect([...site.figureRows.rows.keys()]).toEqual([id(0), id(2)]);
    expect([...site.unreadIncidents.rows.values()]).toEqual([
      { id: id(1), why: 'status', subject: 'Parked', triedAt: at('12:00') },
    ]);
  });

  test.each([
    ['a refusal', new IncidentError('forbidden', 'why'), { code: 'forbidden', subject: undefined }],
    ['what nobody foresaw', new TypeError('x'), { code: 'unreadable' }],
  ])('say why they stopped: %s; the hour goes on from there', async (_, fault, failure) => {
    const site = world(250);
    const page = site.oldIncidents.page.bind(site.oldIncidents);
    site.oldIncidents.page = (place) =>
      place?.startsWith('100') === true ? Promise.reject(fault) : page(place);
    await site.start();
    await expect(site.run()).rejects.toThrow(fault);
    expect(site.kept()).toMatchObject({ state: 'failed', failure, looked: 100 });
    site.oldIncidents.page = page;
    await pushRebuildOn(site);
    await site.run();
    expect(site.kept()).toMatchObject({ state: 'done', looked: 250 });
    expect(site.kept()).not.toHaveProperty('failure');
  });

  test('wait where Jira is down, and have not failed', async () => {
    const site = world(1);
    site.oldIncidents.page = () => Promise.reject(new IncidentError('unavailable', 'why'));
    await site.start();
    await expect(site.run()).rejects.toThrow('why');
    expect(site.kept()).toMatchObject({ state: 'running' });
  });

  test('forget what Jira has no more, and have a look at each: it may only be hidden', async () => {
    const site = world(3);
    await site.start();
    await site.run();
    site.oldIncidents.unread = [];
    site.oldIncidents.page = () =>
      Promise.resolve({ incidents: [anIncident({ id: id(2), created: at('08:02') })], unread: [] });
    await site.start();
    await site.run();
    expect([...site.figureRows.rows.keys()]).toEqual([id(2)]);
    expect(site.jobs.lookedAfter).toEqual([id(0), id(1)]);
  });
});
