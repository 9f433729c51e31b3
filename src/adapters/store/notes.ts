import { canonical, type Draft } from '../../domain/log/entry';
import { type Head } from '../../domain/log/head';
import { type Instant } from '../../domain/time';
import { type Notes } from '../../domain/clocks/notes';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type IncidentNotes } from '../../ports/clocks/notes';

/** Notes as part of the log: a change of them is an entry that says which parts are new. */
export function logIncidentNotes(logs: IncidentLogs, now: () => Instant): IncidentNotes {
  return {
    get: async (id) => (await logs.head(id)).notes,
    async getMany(ids) {
      const heads = await logs.heads(ids);
      return new Map([...heads].map(([id, { notes }]) => [id, notes]));
    },
    async change(id, change) {
      const { head } = await logs.append(id, ({ notes }) => noted(notes, change(notes), now()));
      return head.notes;
    },
  };
}

function noted(before: Head['notes'], after: Notes, saidAt: Instant): readonly Draft[] {
  const parts = Object.keys({ ...before, ...after }) as (keyof Notes)[];
  const changed = parts.filter(
    (part) => canonical(before[part] ?? null) !== canonical(after[part] ?? null),
  );
  if (changed.length === 0) return [];
  const notes = Object.fromEntries(changed.map((part) => [part, after[part] ?? null]));
  return [{ what: { kind: 'noted', notes }, saidAt }];
}
