import { type Alert, type Alerts } from '../../src/ports/declaring/alerts';

/** Alerts in memory; it keeps the promises of the port. */
export class FakeAlerts implements Alerts {
  private readonly kept = new Map<string, Alert>();

  accept(
    declaration: Parameters<Alerts['accept']>[0],
    receivedAt: Alert['receivedAt'],
  ): ReturnType<Alerts['accept']> {
    const id = declaration.alertId.toLowerCase();
    const before = this.kept.get(id);
    const alert = before ?? { id, declaration, receivedAt, state: 'accepted', tried: false };
    this.kept.set(id, alert);
    return Promise.resolve({ alert, isNew: before === undefined });
  }

  get(id: string): Promise<Alert | undefined> {
    return Promise.resolve(this.kept.get(id));
  }

  save(alert: Alert): Promise<void> {
    this.kept.set(alert.id, alert);
    return Promise.resolve();
  }

  open(): Promise<readonly Alert[]> {
    return Promise.resolve([...this.kept.values()].filter(({ state }) => state !== 'raised'));
  }
}
