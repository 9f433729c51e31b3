import { expect, it, test } from '@jest/globals';
import { type ErrorCode, IncidentError } from '../../../src/domain/errors';
import { type IncidentId } from '../../../src/domain/incident/incident';
import { type Draft } from '../../../src/domain/log/entry';
import { entryId } from '../../../src/domain/log/what';
import { type Instant } from '../../../src/domain/time';
import { dropUnwritten, writeUnwritten } from '../../../src/usecases/log/settle-unwritten';
import { writeWaiting } from '../../../src/usecases/log/write-waiting';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeUnwrittenEntries } from '../../fakes/unwritten-entries';
import { at, DANA } from '../../fixtures/incidents';

const ID = '10042' as IncidentId;
const note = (id: string): Draft => ({
  id: entryId(id),
  what: { kind: 'note', text: `words of ${id}` },
  saidAt: at('10:00'),
  by: DANA.id,
});

/** A log that refuses the entry `bad` for as long as it is told to. */
function world(code: ErrorCode, now: Instant = at('10:30')) {
  const logs = new FakeIncidentLogs();
  const unwritten = new FakeUnwrittenEntries();
  const warned: unknown[] = [];
  const refusing = { is: true };
  const append: FakeIncidentLogs['append'] = async (id, make) => {
    const isBad = make(await logs.head(id)).some((draft) => draft.id === 'bad');
    if (isBad && refusing.is) throw new IncidentError(code, 'no');
    return logs.append(id, make);
  };
  const log = { info: () => undefined, warn: (event: string) => void warned.push(event) };
  const written = async () => (await logs.entries(ID, 1, 9)).map(({ id }) => id);
  const deps = { logs: { append }, unwritten, log, now: () => now };
  return { ...deps, deps, written, warned, refusing };
}

it('what a log will never take is kept beside it, and holds up nothing else', async () => {
  const { deps, unwritten, written, warned } = world('not-kept');
  await writeWaiting(deps, { incident: ID, drafts: [note('a'), note('bad'), note('b')] });
  await writeWaiting(deps, { incident: ID, drafts: [note('a'), note('bad'), note('b')] });
  expect(await written()).toEqual(['a', 'b']);
  expect(await unwritten.of(ID)).toEqual([note('bad')]);
  expect(warned).toHaveLength(2);
});

test('what may pass is tried again, for most of a day', async () => {
  const soon = world('unavailable');
  const job = { incident: ID, drafts: [note('bad')] };
  await expect(writeWaiting(soon.deps, job)).rejects.toMatchObject({ code: 'unavailable' });
  expect(await soon.unwritten.of(ID)).toEqual([]);
  const hour = 3_600_000;
  const late = world('unavailable', (at('10:00') + 20 * hour + 1) as Instant);
  await writeWaiting(late.deps, job);
  expect(await late.unwritten.of(ID)).toEqual([note('bad')]);
  const justNot = world('unavailable', (at('10:00') + 20 * hour) as Instant);
  await expect(writeWaiting(justNot.deps, job)).rejects.toMatchObject({ code: 'unavailable' });
});

it('is written again as it was said, once, or stays where it is', async () => {
  const { deps, unwritten, written, refusing } = world('not-kept');
  await writeWaiting(deps, { incident: ID, drafts: [note('bad')] });
  await expect(writeUnwritten(deps, ID, entryId('bad'))).rejects.toMatchObject({
    code: 'not-kept',
  });
  expect(await unwritten.of(ID)).toHaveLength(1);
  refusing.is = false;
  await Promise.all([
    writeUnwritten(deps, ID, entryId('bad')),
    writeUnwritten(deps, ID, entryId('bad')),
  ]);
  await writeUnwritten(deps, ID, entryId('bad'));
  expect(await written()).toEqual(['bad']);
  expect(await unwritten.of(ID)).toEqual([]);
});

it('is dropped by whoever needs it no more', async () => {
  const { deps, unwritten, written } = world('not-kept');
  await writeWaiting(deps, { incident: ID, drafts: [note('bad')] });
  await dropUnwritten(deps, ID, entryId('bad'));
  expect(await unwritten.of(ID)).toEqual([]);
  expect(await written()).toEqual([]);
});
