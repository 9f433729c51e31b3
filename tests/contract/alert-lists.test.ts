import { beforeEach, describe, expect, it } from '@jest/globals';
import { kvsAlertGroups } from '../../src/adapters/store/alert-groups';
import { kvsAlertLists } from '../../src/adapters/store/alert-lists';
import { kvsAlerts } from '../../src/adapters/store/alerts';
import { kvsLeftAlerts } from '../../src/adapters/store/left-alerts';
import { doorId } from '../../src/domain/declaring/doors';
import { type IncidentId } from '../../src/domain/incident/incident';
import {
  type Alert,
  type AlertGroups,
  type AlertLists,
  type Alerts,
} from '../../src/ports/declaring/alerts';
import { type LeftAlerts } from '../../src/ports/declaring/left-alerts';
import { keptAlerts, told } from '../fixtures/alerts';
import { at } from '../fixtures/incidents';
import { asEmptyStore } from '../support/store';

const INCIDENT = '10042' as IncidentId;
type Kept = {
  readonly alerts: Alerts;
  readonly alertLists: AlertLists;
  readonly alertGroups: AlertGroups;
  readonly leftAlerts: LeftAlerts;
};

function keepsThePromises(given: () => Kept): void {
  let kept: Kept;
  beforeEach(() => {
    kept = given();
  });

  const accepted = async (alertId: string): Promise<Alert> => {
    const declaration = { alertId, summary: 'Disk full', source: 'monitoring' } as const;
    return (await kept.alerts.accept(told(declaration, at('10:00')))).alert;
  };
  /** One more on the list. */
  const counted = (alert: Alert) =>
    kept.alertLists.count(alert, INCIDENT, (list) => ({
      list: { ...list, count: list.count + 1 },
      alert: { ...alert, state: 'raised', incident: INCIDENT },
    }));

  it('counts an alert as it was read once, and marks it as of this incident', async () => {
    const alert = await accepted('a');
    expect(await kept.alertLists.of(INCIDENT)).toBeUndefined();
    const both = await Promise.all([counted(alert), counted(alert)]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await counted(alert)).toBe(false);
    expect(await kept.alertLists.of(INCIDENT)).toMatchObject({ count: 1 });
    expect(await kept.alerts.get(alert.id)).toMatchObject({ state: 'raised', incident: INCIDENT });
    expect(await kept.alerts.open()).toEqual([]);
  });

  it('counts each of many that come at once', async () => {
    const all = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(accepted));
    await Promise.all(all.map(counted));
    expect(await kept.alertLists.of(INCIDENT)).toMatchObject({ count: 5 });
  });

  it('counts nothing of an alert that was told again meanwhile', async () => {
    const alert = await accepted('a');
    const now = await kept.alerts.change(alert.id, (one) => ({ ...one, tried: true }));
    expect(await counted(alert)).toBe(false);
    expect(await kept.alertLists.of(INCIDENT)).toBeUndefined();
    expect(await counted(now)).toBe(true);
  });

  it('takes a list away, also twice', async () => {
    await counted(await accepted('a'));
    await kept.alertLists.forget(INCIDENT);
    await kept.alertLists.forget(INCIDENT);
    expect(await kept.alertLists.of(INCIDENT)).toBeUndefined();
  });

  it('lets one of many lead an outage, at first and when it changes', async () => {
    const groups = kept.alertGroups;
    const by = (leader: string) => ({ leader, mark: 'm', lastAt: at('10:00') });
    const first = await Promise.all(['a', 'b'].map((one) => groups.put('k', by(one), undefined)));
    expect(first.toSorted()).toEqual([false, true]);
    const was = await groups.get('k');
    expect(was?.leader).toBe(first[0] ? 'a' : 'b');
    const next = await Promise.all(['c', 'd'].map((one) => groups.put('k', by(one), was)));
    expect(next.toSorted()).toEqual([false, true]);
    expect(await groups.put('k', by('e'), was)).toBe(false);
    expect(await groups.get('other')).toBeUndefined();
  });

  it('keeps what was left out by door, each once, the newest twenty first', async () => {
    const [door, other] = [doorId('grafana'), doorId('zabbix')];
    const left = { name: 'Disk fills up', severity: 3, below: 2 } as const;
    for (let n = 0; n < 25; n += 1) {
      const moment = at(`10:${String(n).padStart(2, '0')}`);
      await kept.leftAlerts.keep(door, `a${n}`, { ...left, at: moment });
    }
    await kept.leftAlerts.keep(door, 'a0', { ...left, at: at('11:00') });
    await kept.leftAlerts.keep(other, 'a1', { ...left, at: at('12:00') });
    const found = await kept.leftAlerts.of(door);
    expect(found).toMatchObject({ count: 25, isMore: false });
    expect(found.last).toHaveLength(20);
    expect(found.last.slice(0, 2)).toEqual([
      { ...left, at: at('11:00') },
      { ...left, at: at('10:24') },
    ]);
    expect((await kept.leftAlerts.of(other)).count).toBe(1);
  });
}

describe('the fakes', () => {
  keepsThePromises(keptAlerts);
});

describe("Forge's store", () => {
  keepsThePromises(() => {
    asEmptyStore();
    return {
      alerts: kvsAlerts(),
      alertLists: kvsAlertLists(),
      alertGroups: kvsAlertGroups(),
      leftAlerts: kvsLeftAlerts(),
    };
  });
});
