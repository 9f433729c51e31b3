import { expect, test } from '@jest/globals';
import { type IncidentId } from '../../../src/domain/incident/incident';
import { entryId } from '../../../src/domain/log/what';
import { type Instant } from '../../../src/domain/time';
import { sweepLogs } from '../../../src/usecases/log/sweep-logs';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeIncidents } from '../../fakes/incidents';
import { FakeUnwrittenEntries } from '../../fakes/unwritten-entries';
import { keptAlerts, told } from '../../fixtures/alerts';
import { anIncident, at, DANA } from '../../fixtures/incidents';

const GONE = '10041' as IncidentId;
const THERE = '10042' as IncidentId;
const DAY = 24 * 3_600_000;
const note = {
  id: entryId('a'),
  what: { kind: 'note', text: 'words' } as const,
  saidAt: at('10:00'),
};

test('thirty days after an issue went, its log goes and what the log had not taken; others stay', async () => {
  const logs = new FakeIncidentLogs();
  const unwritten = new FakeUnwrittenEntries();
  for (const id of [GONE, THERE]) {
    await logs.append(id, () => [{ ...note, by: DANA.id }]);
    await unwritten.keep(id, note);
    await logs.expire(id, at('11:00'));
  }
  const { alerts, alertLists } = keptAlerts();
  for (const id of [GONE, THERE]) {
    const { alert } = await alerts.accept(
      told({ alertId: id, summary: 'x', source: 'monitoring' }, at('10:00')),
    );
    await alertLists.count(alert, id, (list) => ({ list, alert }));
  }
  const incidents = new FakeIncidents([anIncident({ id: THERE })]);
  const sweep = (days: number) =>
    sweepLogs({
      incidents,
      logKeeping: logs,
      unwritten,
      alertLists,
      now: () => (at('11:00') + days * DAY - 1) as Instant,
    });
  expect(await sweep(30)).toBe(0);
  expect(await sweep(31)).toBe(1);
  expect([...logs.logs.keys()]).toEqual([THERE]);
  expect(await unwritten.of(GONE)).toEqual([]);
  expect(await unwritten.of(THERE)).toHaveLength(1);
  expect(await alertLists.of(GONE)).toBeUndefined();
  expect(await alertLists.of(THERE)).toBeDefined();
  expect(await sweep(90)).toBe(0);
});
