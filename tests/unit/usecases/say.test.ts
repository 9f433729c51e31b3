import { expect, it } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { type IncidentId } from '../../../src/domain/incident/incident';
import { type EntryId } from '../../../src/domain/log/what';
import { say, type Said } from '../../../src/usecases/log/say';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeIncidents } from '../../fakes/incidents';
import { FakeJobs } from '../../fakes/jobs';
import { anIncident, at, DANA } from '../../fixtures/incidents';

const ID = '10042' as IncidentId;
const note = (text: string): Said => ({
  id: `id ${text}` as EntryId,
  saying: { kind: 'note', text },
});

function world() {
  const logs = new FakeIncidentLogs();
  const incidents = new FakeIncidents([anIncident({ id: ID })]);
  return { incidents, logs, jobs: new FakeJobs(), now: () => at('10:30') };
}

it('waits in line where too many write at once, and is not lost', async () => {
  const { logs, ...deps } = world();
  const crowded = {
    head: logs.head,
    heads: logs.heads,
    entries: logs.entries,
    makeHeadAnew: logs.makeHeadAnew,
    append: async (id: IncidentId, make: Parameters<typeof logs.append>[1]) => {
      make(await logs.head(id));
      throw new IncidentError('unavailable', 'Others wrote again and again');
    },
  };
  await say({ ...deps, logs: crowded }, ID, { person: DANA.id, all: [note('a'), note('b')] });
  expect(deps.jobs.of('append').flatMap(({ drafts }) => drafts)).toMatchObject([
    { id: 'id a', by: DANA.id, saidAt: at('10:30'), what: { text: 'a' } },
    { id: 'id b' },
  ]);
});

it('what is refused is not put in line', async () => {
  const deps = world();
  const all = [note('a'), note(' ')];
  await expect(say(deps, ID, { person: DANA.id, all })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect(deps.jobs.waiting).toEqual([]);
  expect(await deps.logs.entries(ID, 1, 9)).toEqual([]);
});

it('lists are told of promises and updates, and of nothing else', async () => {
  const deps = world();
  await say(deps, ID, { person: DANA.id, all: [note('a')] });
  expect(deps.jobs.lookedAfter).toEqual([]);
  const promise = { id: 'p' as EntryId, saying: { kind: 'promise' as const, due: at('11:00') } };
  await say(deps, ID, { person: DANA.id, all: [promise] });
  expect(deps.jobs.lookedAfter).toEqual([ID]);
});

it('begins no log of an issue that is no incident', async () => {
  const deps = { ...world(), incidents: new FakeIncidents([]) };
  await expect(say(deps, ID, { person: DANA.id, all: [note('a')] })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(deps.logs.logs.size).toBe(0);
});
