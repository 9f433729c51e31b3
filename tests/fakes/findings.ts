import { type FindingKind } from '../../src/domain/clocks/data-quality';
import { type IncidentId } from '../../src/domain/incident/incident';
import { type Findings, type Found, type FoundPage } from '../../src/ports/clocks/findings';

/** The list in memory; it keeps the promises of the port, and counts what was written. */
export class FakeFindings implements Findings {
  writes = 0;
  private readonly rows = new Map<IncidentId, Found>();

  keep(found: readonly Found[]): Promise<void> {
    for (const one of found) {
      const before = this.rows.get(one.id);
      const isSame = JSON.stringify(before?.findings ?? []) === JSON.stringify(one.findings);
      if (isSame && (before?.effect ?? one.effect) === one.effect) continue;
      this.writes += 1;
      if (one.findings.length > 0) this.rows.set(one.id, one);
      else this.rows.delete(one.id);
    }
    return Promise.resolve();
  }

  renew(found: readonly Found[]): Promise<void> {
    return this.keep(found.filter(({ id }) => this.rows.has(id)));
  }

  forget(id: IncidentId): Promise<void> {
    this.rows.delete(id);
    return Promise.resolve();
  }

  page(kind: FindingKind | 'all', after = '0'): Promise<FoundPage> {
    const all = this.of(kind).toSorted((a, b) => b.effect - a.effect || b.created - a.created);
    const [from, to] = [Number(after), Number(after) + 50];
    const next = to < all.length ? { next: String(to) } : {};
    return Promise.resolve({ found: all.slice(from, to), ...next });
  }

  count(kind: FindingKind | 'all'): ReturnType<Findings['count']> {
    const { length } = this.of(kind);
    return Promise.resolve({ count: Math.min(length, 1000), more: length > 1000 });
  }

  private of(kind: FindingKind | 'all'): Found[] {
    return [...this.rows.values()].filter(
      ({ findings }) => kind === 'all' || findings.some((one) => one.kind === kind),
    );
  }
}
