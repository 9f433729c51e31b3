import { type IncidentId } from '../../src/domain/incident/incident';
import { type Draft } from '../../src/domain/log/entry';
import { replay } from '../../src/domain/log/fold';
import { EMPTY_HEAD } from '../../src/domain/log/head';
import { type IncidentLogs } from '../../src/ports/log/incident-logs';
import { type LogKeeping } from '../../src/ports/log/log-keeping';
import { MemoryLog } from '../support/log';

/** Logs in memory; they keep the promises of the port. */
export class FakeIncidentLogs implements IncidentLogs, LogKeeping {
  readonly logs = new Map<IncidentId, MemoryLog>();
  private readonly gone = new Map<IncidentId, number>();

  head: IncidentLogs['head'] = (id) => Promise.resolve(this.logs.get(id)?.head ?? EMPTY_HEAD);

  heads: IncidentLogs['heads'] = (ids) =>
    Promise.resolve(
      new Map(
        [...this.logs].flatMap(([id, { head }]) =>
          ids.includes(id) && head.seq > 0 ? [[id, head]] : [],
        ),
      ),
    );

  append: IncidentLogs['append'] = async (id, make) => {
    const log = this.logs.get(id) ?? new MemoryLog();
    this.logs.set(id, log);
    await Promise.resolve();
    const drafts = make(log.head);
    const entries = drafts.flatMap((draft) => (isIn(log, draft) ? [] : [log.append(draft)]));
    return { head: log.head, entries };
  };

  entries: IncidentLogs['entries'] = (id, from, to) =>
    Promise.resolve(
      (this.logs.get(id)?.entries ?? []).filter(({ seq }) => seq >= from && seq <= to),
    );

  makeHeadAnew: IncidentLogs['makeHeadAnew'] = (id) => {
    const log = this.logs.get(id);
    if (log) log.head = replay(log.entries);
    return this.head(id);
  };

  expire: LogKeeping['expire'] = (id, goneAt) => {
    if (!this.gone.has(id)) this.gone.set(id, goneAt);
    return Promise.resolve();
  };

  isExpiring: LogKeeping['isExpiring'] = (id) => Promise.resolve(this.gone.has(id));

  keep: LogKeeping['keep'] = (id) => {
    this.gone.delete(id);
    return Promise.resolve();
  };

  expired: LogKeeping['expired'] = (by) =>
    Promise.resolve([...this.gone].flatMap(([id, at]) => (at <= by ? [id] : [])));

  remove: LogKeeping['remove'] = (id) => {
    this.logs.delete(id);
    this.gone.delete(id);
    return Promise.resolve();
  };
}

function isIn({ entries }: MemoryLog, { id }: Draft): boolean {
  return id !== undefined && entries.some((entry) => entry.id === id);
}
