import { expect, test } from '@jest/globals';
import { type Incident } from '../../../src/domain/incident/incident';
import { type ReadIncidents } from '../../../src/domain/incident/unread';
import { listedOf } from '../../../src/domain/incident/listed';
import { EMPTY_HEAD, type Head } from '../../../src/domain/log/head';
import { rowOf } from '../../../src/domain/figures/row';
import { type Notes } from '../../../src/domain/clocks/notes';
import { reconcile } from '../../../src/usecases/clocks/reconcile';
import { FakeFigureRows } from '../../fakes/figure-rows';
import { FakeFindings } from '../../fakes/findings';
import { FakeUnreadIncidents } from '../../fakes/unread-incidents';
import { FakeJobs } from '../../fakes/jobs';
import { anIncident, at, DANA, noted } from '../../fixtures/incidents';

const start = { impactStart: at('09:50') };
const detected = { ...start, impactDetected: at('10:00') };
const over = { ...detected, impactRecovered: at('11:00') };
const resolved = { phase: 'resolved' as const, statusSince: at('11:05'), times: over };
const right = { ttdMinutes: 10, ttrMinutes: 70 };

type Case = {
  readonly of: Partial<Incident>;
  readonly notes: Notes;
  readonly log?: Partial<Head>;
  readonly jobs: number;
  readonly why: string;
};

const CASES: readonly Case[] = [
  {
    of: { times: detected, figures: { ttdMinutes: 10 } },
    notes: noted(start),
    jobs: 0,
    why: 'all is right',
  },
  {
    of: { times: detected, figures: { ttdMinutes: 10 } },
    notes: noted({}),
    jobs: 1,
    why: 'nobody noted where the start came from',
  },
  {
    of: { times: detected },
    notes: noted(start),
    jobs: 1,
    why: 'TTD was never written',
  },
  {
    of: { times: detected, figures: { ttdMinutes: 9 } },
    notes: noted(start),
    jobs: 1,
    why: 'TTD is out of date',
  },
  { of: { times: start }, notes: noted(start), jobs: 1, why: 'detection was never filled in' },
  {
    of: { times: { impactStart: at('10:30'), impactDetected: at('10:20') } },
    notes: noted({ impactStart: at('10:30'), impactDetected: at('10:20') }),
    jobs: 0,
    why: 'there are rightly no figures',
  },
  {
    of: { ...resolved, figures: right },
    notes: { ...noted(over), lookedAt: at('11:05') },
    jobs: 0,
    why: 'it was looked at since it was resolved',
  },
  {
    of: { ...resolved, figures: right },
    notes: { ...noted(over), lookedAt: at('10:55') },
    jobs: 1,
    why: 'it may have come back since it was looked at',
  },
  {
    of: { times: detected, figures: { ttdMinutes: 15 } },
    notes: noted(detected, {
      impactStart: { moment: at('09:45'), held: { reason: null, over: at('09:50') } },
    }),
    jobs: 1,
    why: 'Jira may take today what it refused',
  },
  {
    of: { ...resolved, figures: right },
    notes: { ...noted(over), lookedAt: at('11:05') },
    log: { jiraUntil: at('11:00') },
    jobs: 1,
    why: 'nobody told the log that it was resolved',
  },
  {
    of: { times: detected, figures: { ttdMinutes: 10 }, incidentManager: DANA },
    notes: noted(start),
    jobs: 1,
    why: 'somebody leads it, and the log does not know',
  },
  {
    of: { times: detected, figures: { ttdMinutes: 10 }, listed: { phase: 'fixing' } },
    notes: noted(start),
    jobs: 1,
    why: 'lists are told what is not so',
  },
];

test.each(CASES)('$jobs jobs where $why', async ({ of, notes, log = {}, jobs: expected }) => {
  const jobs = new FakeJobs();
  const looked: number[] = [];
  const raised = anIncident(of);
  const jiraUntil = raised.statusSince ?? raised.created;
  const head = { ...EMPTY_HEAD, jiraUntil, ...log, notes };
  const incident = { listed: listedOf(raised, head), ...raised };
  const rows = new FakeFigureRows();
  const found = await reconcile({
    changedIncidents: {
      async *within(minutes): AsyncGenerator<ReadIncidents> {
        looked.push(minutes);
        yield await Promise.resolve({ incidents: [incident], unread: [] });
      },
    },
    figureRows: rows,
    findings: new FakeFindings(),
    unreadIncidents: new FakeUnreadIncidents(),
    now: () => at('12:00'),
    logs: { heads: () => Promise.resolve(new Map([[incident.id, head]])) },
    jobs,
  });
  expect(found).toBe(expected);
  expect(jobs.lookedAfter).toHaveLength(expected);
  expect(looked).toEqual([150]);
  expect([...rows.rows.values()]).toEqual([rowOf(incident, head)]);
});
