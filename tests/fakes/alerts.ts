import { type DoorId, FIRST_DOOR } from '../../src/domain/declaring/doors';
import { type IncidentAlerts, NO_ALERTS } from '../../src/domain/declaring/incident-alerts';
import { IncidentError } from '../../src/domain/errors';
import { type IncidentId } from '../../src/domain/incident/incident';
import {
  type Alert,
  type AlertGroup,
  type AlertGroups,
  type AlertLists,
  type Alerts,
  type Counting,
  type Kept,
  type Told,
} from '../../src/ports/declaring/alerts';
import {
  type LeftAlert,
  type LeftAlerts,
  type LeftAlertsOfDoor,
} from '../../src/ports/declaring/left-alerts';

/** Alerts in memory; it keeps the promises of the ports. An id at the first door is its own in small letters. */
export class FakeAlerts implements Alerts {
  private readonly kept = new Map<string, Alert>();
  private marks = 0;

  accept(told: Told): Promise<Kept> {
    const alert = this.fresh(told);
    const before = this.kept.get(alert.id);
    if (!before) this.kept.set(alert.id, alert);
    return Promise.resolve({ alert: before ?? alert, isNew: before === undefined });
  }

  acceptAgain(raised: Alert, told: Told, before?: Alert['before']): Promise<Kept> {
    const now = this.kept.get(raised.id);
    if (now?.state !== 'raised' || now.revision !== raised.revision) {
      return Promise.resolve({ alert: now ?? raised, isNew: false });
    }
    const { recovered, ...course } = raised.course ?? { name: '', since: told.at, turn: 1 };
    const turn = recovered === undefined ? course.turn : course.turn + 1;
    const goesOn = before === undefined ? {} : { before, course: { ...course, turn } };
    const alert = { ...this.fresh(told), ...goesOn, revision: (raised.revision ?? 0) + 1 };
    this.kept.set(alert.id, alert);
    return Promise.resolve({ alert, isNew: true });
  }

  get(id: string): Promise<Alert | undefined> {
    return Promise.resolve(this.kept.get(id));
  }

  called(door: DoorId, alertId: string): Promise<Alert | undefined> {
    return this.get(idOf(door, alertId));
  }

  change(id: string, change: (now: Alert) => Alert | undefined): Promise<Alert> {
    const now = this.kept.get(id);
    if (!now) return Promise.reject(new IncidentError('changed-meanwhile', 'There is none'));
    const after = change(now);
    return Promise.resolve(after ? this.put(after, now) : now);
  }

  open(): Promise<readonly Alert[]> {
    return Promise.resolve([...this.kept.values()].filter(({ state }) => state !== 'raised'));
  }

  now(id: string): Alert | undefined {
    return this.kept.get(id);
  }

  /** Writes one over another. */
  put(alert: Alert, { revision = 0 }: Pick<Alert, 'revision'>): Alert {
    const written = { ...alert, revision: revision + 1 };
    this.kept.set(alert.id, written);
    return written;
  }

  private fresh(told: Told): Alert {
    const { door, declaration, at: receivedAt, fingerprint, windowMinutes = 0, from, link } = told;
    const { alertId, summary: name, detected } = declaration;
    this.marks += 1;
    return {
      id: idOf(door, alertId),
      revision: 1,
      mark: `mark-${this.marks}`,
      declaration,
      receivedAt,
      state: 'accepted',
      tried: false,
      ...(fingerprint && { group: { key: `${door}/${fingerprint}`, windowMinutes } }),
      course: {
        name,
        ...(from && { from }),
        ...(link && { link }),
        since: detected !== undefined && detected < receivedAt ? detected : receivedAt,
        ...(detected !== undefined && { began: detected }),
        turn: 1,
      },
    };
  }
}

function idOf(door: DoorId, alertId: string): string {
  const name = alertId.toLowerCase();
  return door === FIRST_DOOR ? name : `${door}/${name}`;
}

/** Lists beside the alerts that they count. */
export class FakeAlertLists implements AlertLists {
  private readonly kept = new Map<IncidentId, IncidentAlerts>();

  constructor(private readonly alerts: FakeAlerts) {}

  of(incident: IncidentId): Promise<IncidentAlerts | undefined> {
    return Promise.resolve(this.kept.get(incident));
  }

  count(alert: Alert, incident: IncidentId, count: Counting): Promise<boolean> {
    const now = this.alerts.now(alert.id);
    if (!now || now.revision !== alert.revision) return Promise.resolve(false);
    const { list, alert: after } = count(this.kept.get(incident) ?? NO_ALERTS);
    this.kept.set(incident, list);
    this.alerts.put(after, now);
    return Promise.resolve(true);
  }

  forget(incident: IncidentId): Promise<void> {
    this.kept.delete(incident);
    return Promise.resolve();
  }
}

export class FakeAlertGroups implements AlertGroups {
  private readonly kept = new Map<string, AlertGroup>();

  get(key: string): Promise<AlertGroup | undefined> {
    return Promise.resolve(this.kept.get(key));
  }

  put(key: string, group: Omit<AlertGroup, 'revision'>, was?: AlertGroup): Promise<boolean> {
    if (this.kept.get(key)?.revision !== was?.revision) return Promise.resolve(false);
    this.kept.set(key, { ...group, revision: (was?.revision ?? 0) + 1 });
    return Promise.resolve(true);
  }
}

export class FakeLeftAlerts implements LeftAlerts {
  private readonly kept = new Map<string, { readonly door: DoorId; readonly left: LeftAlert }>();

  keep(door: DoorId, alertId: string, left: LeftAlert): Promise<void> {
    this.kept.set(`${door}/${alertId}`, { door, left });
    return Promise.resolve();
  }

  of(door: DoorId): Promise<LeftAlertsOfDoor> {
    const all = [...this.kept.values()].filter((one) => one.door === door);
    const last = all.map(({ left }) => left).toSorted((a, b) => b.at - a.at);
    return Promise.resolve({ count: all.length, isMore: false, last: last.slice(0, 20) });
  }
}
