import { expect, it } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { type IncidentId } from '../../../src/domain/incident';
import { type Draft } from '../../../src/domain/log/entry';
import { type EntryId } from '../../../src/domain/log/what';
import { say, type Said } from '../../../src/usecases/say';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { at, DANA } from '../../fixtures/incidents';

const ID = '10042' as IncidentId;
const note = (text: string): Said => ({
  id: `id ${text}` as EntryId,
  saying: { kind: 'note', text },
});

function world() {
  const logs = new FakeIncidentLogs();
  const inLine: Draft[] = [];
  const looked: IncidentId[] = [];
  const jobs = {
    append: (_: IncidentId, drafts: readonly Draft[]) =>
      Promise.resolve(void inLine.push(...drafts)),
    updateFigures: (id: IncidentId) => Promise.resolve(void looked.push(id)),
  };
  return { logs, jobs, inLine, looked, now: () => at('10:30') };
}

it('waits in line where too many write at once, and is not lost', async () => {
  const { logs, inLine, ...deps } = world();
  const crowded = {
    ...{ head: logs.head, heads: logs.heads, entries: logs.entries },
    append: async (id: IncidentId, make: Parameters<typeof logs.append>[1]) => {
      make(await logs.head(id));
      throw new IncidentError('unavailable', 'Others wrote again and again');
    },
  };
  await say({ ...deps, logs: crowded }, ID, { person: DANA.id, all: [note('a'), note('b')] });
  expect(inLine).toMatchObject([
    { id: 'id a', by: DANA.id, saidAt: at('10:30'), what: { text: 'a' } },
    { id: 'id b' },
  ]);
});

it('what is refused is not put in line', async () => {
  const { inLine, ...deps } = world();
  const all = [note('a'), note(' ')];
  await expect(say(deps, ID, { person: DANA.id, all })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect(inLine).toEqual([]);
  expect(await deps.logs.entries(ID, 1, 9)).toEqual([]);
});

it('lists are told of promises and updates, and of nothing else', async () => {
  const deps = world();
  await say(deps, ID, { person: DANA.id, all: [note('a')] });
  expect(deps.looked).toEqual([]);
  const promise = { id: 'p' as EntryId, saying: { kind: 'promise' as const, due: at('11:00') } };
  await say(deps, ID, { person: DANA.id, all: [promise] });
  expect(deps.looked).toEqual([ID]);
});
