import { FIRST_DOOR } from '../../src/domain/declaring/doors';
import { type Alert, type Alerts, type Kept, type Told } from '../../src/ports/declaring/alerts';

/** Alerts in memory; it keeps the promises of the port. An id at the first door is its own in small letters. */
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
    if (now?.state !== 'raised' || now.receivedAt !== raised.receivedAt) {
      return Promise.resolve({ alert: now ?? raised, isNew: false });
    }
    const alert = { ...this.fresh(told), ...(before !== undefined && { before }) };
    this.kept.set(alert.id, alert);
    return Promise.resolve({ alert, isNew: true });
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

  private fresh({ door, declaration, at: receivedAt }: Told): Alert {
    const name = declaration.alertId.toLowerCase();
    const id = door === FIRST_DOOR ? name : `${door}/${name}`;
    this.marks += 1;
    const mark = `mark-${this.marks}`;
    return { id, mark, declaration, receivedAt, state: 'accepted', tried: false };
  }
}
