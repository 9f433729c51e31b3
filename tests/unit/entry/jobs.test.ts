import { expect, test } from '@jest/globals';
import { forgeJobBodies } from '../../../src/adapters/forge/jobs';
import { JOB_SHAPES } from '../../../src/adapters/store/shapes/jobs';
import { onJob } from '../../../src/entry/background/jobs';
import { type ForApp } from '../../../src/wiring/app';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeUnwrittenEntries } from '../../fakes/unwritten-entries';
import { at } from '../../fixtures/incidents';

/** What the consumer of entries needs of the app, and what it writes into the app's log. */
function world() {
  const logs = new FakeIncidentLogs();
  const warned: unknown[] = [];
  const log = {
    info: () => undefined,
    warn: (event: string, fields?: object) => void warned.push({ event, ...fields }),
  };
  const listedStates = { mark: () => Promise.resolve(), write: () => Promise.resolve() };
  const unwritten = new FakeUnwrittenEntries();
  const wiring: Partial<ForApp> = {
    logs,
    unwritten,
    log,
    listedStates,
    jobBodies: forgeJobBodies(),
    now: () => at('10:30'),
  };
  return { logs, unwritten, warned, consume: onJob(wiring as ForApp, 'entries') };
}

const DRAFT = { id: 'a', what: { kind: 'note', text: 'Seen it' }, saidAt: at('10:00') };
const lines = ({ logs }: ReturnType<typeof world>) =>
  [...logs.logs.values()].flatMap(({ entries }) => entries.map(({ id }) => id));

test('a job that an older version of the app put in line is done', async () => {
  const app = world();
  expect(await app.consume({ body: { incident: '1', drafts: [DRAFT] } })).toBeUndefined();
  expect(lines(app)).toEqual(['a']);
});

test('a job of a newer version is put back, and the log says so', async () => {
  const app = world();
  const body = { v: JOB_SHAPES.append.version + 1, kind: 'append', incident: '1', drafts: [DRAFT] };
  const answer = await app.consume({ body });
  expect(answer).toMatchObject({ retryOptions: { retryAfter: 60 } });
  expect(app.warned).toMatchObject([{ event: 'not done', code: 'newer-data' }]);
  expect(lines(app)).toEqual([]);
});
