import { beforeEach, describe, expect, it } from '@jest/globals';
import { kvsAlerts } from '../../src/adapters/store/alerts';
import { doorId } from '../../src/domain/declaring/doors';
import { type IncidentId } from '../../src/domain/incident/incident';
import { type Alerts } from '../../src/ports/declaring/alerts';
import { FakeAlerts } from '../fakes/alerts';
import { told } from '../fixtures/alerts';
import { at } from '../fixtures/incidents';
import { asEmptyStore } from '../support/store';

const SAID = { summary: 'Card payments fail', source: 'monitoring' as const };
const an = (alertId: string) => ({ ...SAID, alertId });
const a = (time: string) => told(an('a'), at(time));

function keepsThePromises(given: () => Alerts): void {
  let alerts: Alerts;
  beforeEach(() => {
    alerts = given();
  });

  it('takes one alert of many at once, and tells the others of it', async () => {
    const all = await Promise.all([1, 2, 3].map(() => alerts.accept(a('10:00'))));
    expect(all.map(({ isNew }) => isNew).sort()).toEqual([false, false, true]);
    expect(new Set(all.map(({ alert }) => alert.id)).size).toBe(1);
  });

  it('gives back what was kept, and nothing of an id that nobody told', async () => {
    const { alert } = await alerts.accept(a('10:00'));
    const waiting = { ...alert, tried: true, state: 'waiting' as const };
    const reason = { code: 'refused', said: null } as const;
    const after = await alerts.change(alert.id, () => ({ ...waiting, reason }));
    expect(await alerts.get(alert.id)).toEqual({ ...waiting, reason, revision: 2 });
    expect(after).toEqual(await alerts.get(alert.id));
    expect(await alerts.get('b')).toBeUndefined();
  });

  it('lists what is no incident yet, and knows which incident the others are', async () => {
    const { alert } = await alerts.accept(a('10:00'));
    const { alert: other } = await alerts.accept(told(an('b'), at('10:01')));
    expect((await alerts.open()).map(({ id }) => id).sort()).toEqual([alert.id, other.id].sort());
    const incident = '10042' as IncidentId;
    await alerts.change(alert.id, (now) => ({ ...now, state: 'raised', incident }));
    expect((await alerts.open()).map(({ id }) => id)).toEqual([other.id]);
    expect(await alerts.get(alert.id)).toMatchObject({ state: 'raised', incident });
    expect((await alerts.accept(a('11:00'))).isNew).toBe(false);
  });

  it('keeps one anew that was an incident, once of many at once, with another mark', async () => {
    const { alert } = await alerts.accept(a('10:00'));
    const incident = '10042' as IncidentId;
    const early = { ...alert, state: 'raised', incident } as const;
    expect((await alerts.acceptAgain(early, a('11:00'))).isNew).toBe(false);
    const raised = await alerts.change(alert.id, () => early);
    const again = () => alerts.acceptAgain(raised, a('11:00'), incident);
    const all = await Promise.all([again(), again()]);
    expect(all.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    const kept = await alerts.get(alert.id);
    expect(kept).toMatchObject({ state: 'accepted', receivedAt: at('11:00'), before: incident });
    expect([kept?.mark === alert.mark, kept?.mark === alert.id]).toEqual([false, false]);
  });

  it('tells the same id at two doors apart', async () => {
    const { alert } = await alerts.accept(a('10:00'));
    const other = await alerts.accept(told(an('a'), at('10:00'), doorId('grafana')));
    expect(other.isNew).toBe(true);
    expect(other.alert.id).not.toBe(alert.id);
  });
}

describe('the fake', () => {
  keepsThePromises(() => new FakeAlerts());
});

describe("Forge's store", () => {
  keepsThePromises(() => {
    asEmptyStore();
    return kvsAlerts();
  });
});
