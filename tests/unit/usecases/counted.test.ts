import { describe, expect, test } from '@jest/globals';
import { type Change } from '../../../src/domain/incident/history';
import { type IncidentId } from '../../../src/domain/incident/incident';
import { type BackfillProgress } from '../../../src/domain/figures/backfill';
import { bringIn } from '../../../src/usecases/figures/bring-in';
import { pushBackfillOn, resumeBackfill } from '../../../src/usecases/figures/order-backfill';
import { withTried } from '../../../src/usecases/declaring/fill-pending';
import { type Pending } from '../../../src/domain/declaring/pending';
import { NO_NOTES } from '../../../src/domain/clocks/notes';
import { FakeBackfill } from '../../fakes/backfill';
import { FakeFindings } from '../../fakes/findings';
import { FakeHistories } from '../../fakes/histories';
import { FakeIncidents } from '../../fakes/incidents';
import { FakeJobs } from '../../fakes/jobs';
import { FakeIncidentNotes } from '../../fakes/incident-notes';
import { ADA, anIncident, at, DANA } from '../../fixtures/incidents';

/** What is counted: points as they are spent, jobs by their tickets, wishes one by one. */
describe('points of a page', () => {
  const aChange = (n: number): Change => ({
    at: at('10:00'),
    by: { ...DANA, isApp: false },
    severity: { from: 1, to: n % 2 === 0 ? 2 : 1 },
  });

  /** So many incidents whose times only a change log knows, each with so many changes. */
  async function spent(incidents: number, changes: number): Promise<number> {
    const all = Array.from({ length: incidents }, (_, n) =>
      anIncident({ id: String(n) as IncidentId, phase: 'resolved' }),
    );
    let points = 0;
    await bringIn(
      {
        incidentNotes: new FakeIncidentNotes(),
        histories: new FakeHistories(Array.from({ length: changes }, (_, n) => aChange(n))),
        figureFields: new FakeIncidents(all),
        findings: new FakeFindings(),
      },
      all,
      (more) => (points += more),
    );
    return points;
  }

  test('are one for asking, one for each incident, two for each page more of changes', async () => {
    const [none, few, full, more] = [
      await spent(0, 0),
      await spent(2, 3),
      await spent(2, 500),
      await spent(2, 501),
    ];
    expect([none, few]).toEqual([0, 3]);
    expect([full, more]).toEqual([3, 5]);
  });
});

describe('the job of a backfill', () => {
  const wish = { state: 'paused', run: 'r1', by: DANA.id, at: at('09:00') } as const;
  const progress: BackfillProgress = {
    run: 'r1',
    state: 'running',
    ticket: 7,
    looked: 100,
    written: 3,
    hour: at('12:00'),
    spent: 10,
    startedAt: at('09:00'),
    at: at('11:00'),
  };

  async function resumed(kept: BackfillProgress | undefined) {
    const [backfill, jobs] = [new FakeBackfill(), new FakeJobs()];
    await backfill.saveWish(wish);
    if (kept) await backfill.saveProgress(kept);
    await resumeBackfill({ backfill, jobs, now: () => at('12:00') }, ADA.id);
    return { wish: backfill.wished, jobs: jobs.of('backfill') };
  }

  test('goes on with the ticket that it had, or with the first', async () => {
    const job = { kind: 'backfill', run: 'r1', inARow: 0 };
    expect((await resumed(progress)).jobs).toEqual([{ ...job, ticket: 7 }]);
    expect((await resumed(undefined)).jobs).toEqual([{ ...job, ticket: 0 }]);
    const { wish: now } = await resumed(progress);
    expect(now).toEqual({ ...wish, state: 'run', by: ADA.id, at: at('12:00') });
  });

  test('that is done is not gone on with', async () => {
    const { wish: now, jobs } = await resumed({ ...progress, state: 'done' });
    expect([now, jobs]).toEqual([wish, []]);
  });

  test('is pushed on with its ticket, once it has been quiet for long', async () => {
    const [backfill, jobs] = [new FakeBackfill(), new FakeJobs()];
    await backfill.saveWish({ ...wish, state: 'run' });
    await backfill.saveProgress(progress);
    await pushBackfillOn({ backfill, jobs, now: () => at('12:00') });
    expect(jobs.of('backfill')).toEqual([{ kind: 'backfill', run: 'r1', ticket: 7, inARow: 0 }]);
  });
});

test('a wish for two products is not one for a product of both names', () => {
  const wishes: readonly Pending[] = [
    { field: 'affectedProducts', wanted: ['Web', 'shop'], why: 'refused', reason: null, over: '' },
    { field: 'affectedProducts', wanted: ['Webshop'], why: 'refused', reason: null, over: '' },
  ];
  const asked = wishes.slice(0, 1);
  const after = withTried({ ...NO_NOTES, pending: wishes }, { asked, left: [] });
  expect(after.pending).toEqual(wishes.slice(1));
});
