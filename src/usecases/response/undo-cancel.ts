import { IncidentError } from '../../domain/errors';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Head } from '../../domain/log/head';
import { type Duplicates } from '../../ports/incident/duplicates';
import { type Jobs } from '../../ports/jobs';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type Notices } from '../../ports/response/notices';
import { type Language, type Words } from '../../ports/words';
import { settleIncident, type Settling } from '../clocks/settle-incident';

type Deps = Settling & {
  readonly duplicates: Pick<Duplicates, 'unlink'>;
  readonly logs: Pick<IncidentLogs, 'head'>;
  readonly jobs: Jobs;
  readonly notices: Notices;
  readonly words: Words;
};

type Undo = {
  readonly person: PersonId;
  /** Of whoever takes it back: the team is told in it. */
  readonly language: Language;
};

/** As many as one mail goes to. */
const TOLD = 50;

/**
 * It is an incident after all: a cancelled one goes back to Fixing, loses the link that cancelling had made, and its
 * clock runs again. Everybody who had to do with it is told by mail; lists, timeline and pages tell by themselves. May be
 * repeated: what was broken off is done to its end, and one that is not cancelled any more is left as it is.
 *
 * @throws {IncidentError} `refused` with Jira's reason; `team-not-told` with the reason, once it is open again; and as
 *   `settleIncident` and `Duplicates.unlink`
 */
export async function undoCancel(
  deps: Deps,
  id: IncidentId,
  { person, language }: Undo,
): Promise<void> {
  const { incidents, duplicates, incidentNotes, jobs } = deps;
  const incident = await incidents.get(id);
  const { cancelled } = await incidentNotes.get(id);
  if (incident.phase !== 'cancelled' && !cancelled) return;
  if (incident.phase === 'cancelled') await incidents.moveTo(incident, 'fixing');
  const of = cancelled?.duplicate?.of;
  if (of !== undefined) await duplicates.unlink(incident, of);
  await incidentNotes.change(id, ({ cancelled: _, ...notes }) => notes);
  await settleIncident(deps, id);
  await jobs.handOver({ kind: 'look-after', incident: id });
  await tellTeam(deps, incident, { person, language });
}

async function tellTeam(
  { logs, notices, words }: Deps,
  { id, key, summary, incidentManager }: Awaited<ReturnType<Deps['incidents']['get']>>,
  { person, language }: Undo,
): Promise<void> {
  const team = [...teamOf(await logs.head(id), incidentManager?.id)].filter(
    (one) => one !== person,
  );
  if (team.length === 0) return;
  try {
    const text = await words.of(language);
    await notices.tell(id, team.slice(0, TOLD), {
      subject: text('cancelled.notice.subject', { key }),
      text: text('cancelled.notice.text', { key, summary }),
    });
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    const { subject } = error.details;
    throw new IncidentError('team-not-told', `Could not tell: ${error.message}`, { subject });
  }
}

/** Whoever leads it, has a role or takes part. */
function teamOf({ roles, people }: Head, leader: PersonId | undefined): ReadonlySet<PersonId> {
  return new Set([
    ...(leader ? [leader] : []),
    ...roles.flatMap(({ holders }) => holders.map((one) => one.person)),
    ...(Object.keys(people) as PersonId[]),
  ]);
}
