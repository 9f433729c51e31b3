import { describe, expect, test } from '@jest/globals';
import { type IncidentId, type PersonId } from '../../../src/domain/incident/incident';
import { type Entry } from '../../../src/domain/log/entry';
import { type Instant } from '../../../src/domain/time';
import { checkLog } from '../../../src/usecases/log/check-log';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeJobs } from '../../fakes/jobs';
import { MemoryLog, sha256 } from '../../support/log';

const ID = '10001' as IncidentId;
const person = 'dana' as PersonId;

/** More than one stretch. */
function aLog(): MemoryLog {
  const log = new MemoryLog();
  for (let n = 1; n <= 1203; n += 1)
    log.say({ kind: 'note', text: `Line ${n}` }, { person, now: n as Instant });
  return log;
}

function check(log: MemoryLog, jobs = new FakeJobs()) {
  const logs = new FakeIncidentLogs();
  logs.logs.set(ID, log);
  const incidents = { get: () => Promise.resolve({}) };
  return checkLog({ incidents: incidents as never, logs, hash: sha256, jobs }, ID);
}

const WITH: readonly [string, (entries: readonly Entry[]) => readonly Entry[], number, string][] = [
  ['a missing entry', (all) => all.toSpliced(600, 1), 601, 'gap'],
  ['a missing end', (all) => all.slice(0, -2), 1202, 'gap'],
  ['a whole stretch missing', (all) => all.toSpliced(500, 500), 501, 'gap'],
  [
    'other words',
    (all) => all.with(9, { ...all[9], what: { kind: 'note', text: 'x' } } as Entry),
    10,
    'changed-words',
  ],
  ['another moment', (all) => all.with(700, { ...all[700], at: 5 } as Entry), 701, 'changed'],
  [
    'another entry before',
    (all) => all.with(500, { ...all[500], before: 'x' } as Entry),
    501,
    'broken-link',
  ],
];

describe('a check of the chain', () => {
  test('finds nothing in a log as it was written', async () => {
    expect(await check(aLog())).toEqual({ entries: 1203, fault: null });
  });

  test('finds nothing where there is no log', async () => {
    expect(await check(new MemoryLog())).toEqual({ entries: 0, fault: null });
  });

  test.each(WITH)('finds %s', async (_, damage, seq, why) => {
    const log = aLog();
    log.entries = [...damage(log.entries)];
    const jobs = new FakeJobs();
    expect(await check(log, jobs)).toEqual({ entries: 1203, fault: { seq, why } });
    expect(jobs.waiting).toEqual([]); // a head made anew would mend nothing
  });

  test('finds an end that the head does not know, and has the head made anew', async () => {
    const [log, jobs] = [aLog(), new FakeJobs()];
    log.head = { ...log.head, hash: 'another' };
    const fault = { seq: 1203, why: 'broken-link' };
    expect(await check(log, jobs)).toEqual({ entries: 1203, fault });
    expect(jobs.waiting).toEqual([{ kind: 'new-head', incident: ID }]);
  });
});
