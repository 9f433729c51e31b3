import { type IncidentId } from '../../src/domain/incident/incident';
import { DEFINITION_VERSION, isOlder, type Row } from '../../src/domain/figures/row';
import { type Instant } from '../../src/domain/time';
import {
  type FigureRows,
  type KeyedRow,
  type StoreState,
} from '../../src/ports/figures/figure-rows';

/** Rows of figures in memory. */
export class FakeFigureRows implements FigureRows {
  readonly rows = new Map<IncidentId, Row>();
  private kept: StoreState | undefined;

  keep(rows: readonly KeyedRow[]): Promise<void> {
    for (const { row, projectKey } of rows) {
      this.kept = { version: DEFINITION_VERSION, ...this.kept, projectKey };
      const before = this.rows.get(row.id);
      if (!before || !isOlder(row, before)) this.rows.set(row.id, row);
    }
    return Promise.resolve();
  }

  forget(ids: readonly IncidentId[]): Promise<void> {
    for (const id of ids) this.rows.delete(id);
    return Promise.resolve();
  }

  all(): ReturnType<FigureRows['all']> {
    const rows = [...this.rows.values()].toSorted((a, b) => a.number - b.number);
    return Promise.resolve(this.kept && { state: this.kept, rows });
  }

  state(): Promise<StoreState | undefined> {
    return Promise.resolve(this.kept);
  }

  complete(asOf: Instant): Promise<void> {
    this.kept = { ...this.kept, version: DEFINITION_VERSION, asOf };
    return Promise.resolve();
  }
}
