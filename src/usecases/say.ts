import { type IncidentId, type PersonId } from '../domain/incident';
import { type Head } from '../domain/log/head';
import { draftOf, type Saying, type SayingKind } from '../domain/log/sayings';
import { type EntryId } from '../domain/log/what';
import { type Instant } from '../domain/time';
import { type IncidentLogs } from '../ports/incident-logs';
import { type Jobs } from '../ports/jobs';

/** Something that is said, and the moment it is about where that was another. */
export type Said = { readonly id: EntryId; readonly saying: Saying; readonly at?: Instant };

/** What lists show of an incident follows from these. */
const LISTED: readonly SayingKind[] = ['update', 'promise'];

/**
 * Writes into an incident's log what a person says about the response. All of it or, where one of it is refused,
 * nothing. Saying the same again, by its id, changes nothing.
 *
 * @throws {IncidentError} as `draftOf` and `IncidentLogs.append`
 */
export async function say(
  {
    logs,
    jobs,
    now,
  }: { logs: IncidentLogs; jobs: Pick<Jobs, 'updateFigures'>; now: () => Instant },
  incident: IncidentId,
  { person, all }: { readonly person: PersonId; readonly all: readonly Said[] },
): Promise<Head> {
  const saidAt = now();
  const { head } = await logs.append(incident, (current) =>
    all.map(({ id, saying, at }) => draftOf(saying, { id, person, now: saidAt, at }, current)),
  );
  if (all.some(({ saying }) => LISTED.includes(saying.kind))) await jobs.updateFigures(incident);
  return head;
}
