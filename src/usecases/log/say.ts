import { IncidentError } from '../../domain/errors';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Draft } from '../../domain/log/entry';
import { draftOf, type Saying, type SayingKind } from '../../domain/log/sayings';
import { type EntryId } from '../../domain/log/what';
import { type Instant } from '../../domain/time';
import { type Incidents } from '../../ports/incident/incidents';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type Jobs } from '../../ports/jobs';

/** What it takes to say something. */
export type SayDeps = {
  /** Asked as the person who says it. */
  readonly incidents: Pick<Incidents, 'get'>;
  readonly logs: IncidentLogs;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/** Something that is said, and the moment it is about where that was another. */
export type Said = { readonly id: EntryId; readonly saying: Saying; readonly at?: Instant };

/** What lists show of an incident follows from these. */
const LISTED: readonly SayingKind[] = ['update', 'promise'];

/** A job carries no more; a paste that is larger is asked for again by whoever sent it. */
const JOB_LETTERS = 100_000;

/**
 * Writes into an incident's log what a person says about the response. What is refused leaves nothing. Saying the same
 * again, by its id, changes nothing. Where too many write at once, what was said goes in line and is written a moment
 * later: nothing that was said is lost.
 *
 * @throws {IncidentError} as `draftOf`, `IncidentLogs.append` and, before there is a log, `Incidents.get`
 */
export async function say(
  { incidents, logs, jobs, now }: SayDeps,
  incident: IncidentId,
  { person, all }: { readonly person: PersonId; readonly all: readonly Said[] },
): Promise<void> {
  // The first thing that is said of an issue: else a log would be begun for one that is no incident.
  if ((await logs.head(incident)).seq === 0) await incidents.get(incident);
  const saidAt = now();
  let drafts: readonly Draft[] = [];
  try {
    await logs.append(incident, (head) => {
      drafts = all.map(({ id, saying, at }) =>
        draftOf(saying, { id, person, now: saidAt, at }, head),
      );
      return drafts;
    });
  } catch (error) {
    const isCrowded = error instanceof IncidentError && error.code === 'unavailable';
    const fits = drafts.length > 0 && JSON.stringify(drafts).length <= JOB_LETTERS;
    if (!isCrowded || !fits) throw error;
    await jobs.handOver({ kind: 'append', incident, drafts });
  }
  if (all.some(({ saying }) => LISTED.includes(saying.kind)))
    await jobs.handOver({ kind: 'look-after', incident: incident });
}
