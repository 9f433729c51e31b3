import { describe, expect, test } from '@jest/globals';
import { forgeJobBodies, forgeJobs } from '../../../src/adapters/forge/jobs';
import { JOB_SHAPES } from '../../../src/adapters/store/shapes/jobs';
import { type IncidentId, type PersonId } from '../../../src/domain/incident/incident';
import { type Draft } from '../../../src/domain/log/entry';
import { type EntryId } from '../../../src/domain/log/what';
import { type Job, JOBS, type JobKind, type QueueName } from '../../../src/ports/jobs';
import { at, DANA } from '../../fixtures/incidents';

const incident = '10042' as IncidentId;
const drafts: readonly Draft[] = [
  {
    id: 'c0ffee' as EntryId,
    what: { kind: 'note', text: 'Seen it' },
    saidAt: at('10:00'),
    by: DANA.id,
  },
];
const next = { run: 'r1', ticket: 3, inARow: 2 };
const seen = { person: 'p1' as PersonId, jql: 'severity = 1' };

/** Every kind of job, and the body that the first version of the app put in line for it. */
const KINDS: readonly { readonly job: Job; readonly old?: object }[] = [
  { job: { kind: 'look-after', incident }, old: { incident } },
  { job: { kind: 'deleted', incident } },
  { job: { kind: 'append', incident, drafts }, old: { incident, drafts } },
  { job: { kind: 'new-head', incident } },
  { job: { kind: 'backfill', ...next }, old: next },
  { job: { kind: 'rebuild-figures', ...next }, old: next },
  { job: { kind: 'find-visible', ...seen }, old: seen },
  { job: { kind: 'raise', alert: 'a1' }, old: { alert: 'a1' } },
];
const queueOf = ({ kind }: Job): QueueName => JOBS[kind].queue;
const bodies = forgeJobBodies();

/** What a queue is given. */
async function pushed(job: Job): Promise<{ readonly queue: string; readonly body: object }> {
  let sent: unknown;
  Object.assign(globalThis, {
    __forge_runtime__: { proxy: { token: 'token' }, appContext: {}, metrics: undefined },
    __forge_fetch__: (_: unknown, __: string, { body }: { body: string }) => {
      sent = JSON.parse(body);
      return Promise.resolve(new Response(null, { status: 201 }));
    },
  });
  await forgeJobs().handOver(job);
  const { queueName, payload } = sent as { queueName: string; payload: { body: object }[] };
  return { queue: queueName, body: payload[0]?.body ?? {} };
}

describe('what travels through the queues', () => {
  test('is every kind of job that there is', () => {
    const kinds: JobKind[] = KINDS.map(({ job }) => job.kind);
    expect(kinds.toSorted()).toEqual(Object.keys(JOBS).toSorted());
  });

  test.each(KINDS)('comes out as it went in: $job.kind', async ({ job }) => {
    const { queue, body } = await pushed(job);
    expect(queue).toBe(queueOf(job));
    expect(body).toMatchObject({ v: JOB_SHAPES[job.kind].version, kind: job.kind });
    expect(bodies.read(queueOf(job), body)).toEqual(job);
  });

  test.each(KINDS.filter(({ old }) => old))(
    'is read as the first version put it in line: $job.kind',
    ({ job, old }) => {
      expect(bodies.read(queueOf(job), old)).toEqual(job);
    },
  );

  test.each(KINDS)('of a newer version is put back: $job.kind', ({ job }) => {
    const body = { ...job, v: JOB_SHAPES[job.kind].version + 1, more: 'unknown' };
    expect(() => bodies.read(queueOf(job), body)).toThrow(
      expect.objectContaining({ code: 'newer-data', details: { retryAfterMs: 60_000 } }),
    );
  });

  test('of a kind that is not known yet is put back', () => {
    expect(() => bodies.read('entries', { v: 1, kind: 'page-people' })).toThrow(
      expect.objectContaining({ code: 'newer-data' }),
    );
  });

  test.each([
    ['an entry of no known kind', { incident, drafts: [{ what: { kind: 'rumour' }, saidAt: 1 }] }],
    ['an entry without a moment', { incident, drafts: [{ what: { kind: 'note', text: 'x' } }] }],
    ['nothing', {}],
    ['a version that is none', { v: 'one', kind: 'append', incident, drafts }],
  ])('cannot be read and is tried again later: %s', (_, body) => {
    expect(() => bodies.read('entries', body)).toThrow(
      expect.objectContaining({
        code: 'damaged-data',
        details: { retryAfterMs: 900_000 },
      }),
    );
  });
});
