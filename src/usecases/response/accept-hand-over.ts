import { IncidentError } from '../../domain/errors';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type EntryId } from '../../domain/log/what';
import { type Incidents } from '../../ports/incident/incidents';
import { giveLead } from './give-lead';
import { say, type SayDeps } from '../log/say';

type Acceptance = {
  readonly person: PersonId;
  /** The acceptance's own id. */
  readonly id: EntryId;
  readonly handOver: EntryId;
};

/**
 * A person takes the roles that a hand-over has for them. The lead goes over first, in Jira: where Jira refuses it,
 * nothing is taken, and it can be tried again. What failed after that can be repeated too: they lead by then.
 *
 * @throws {IncidentError} `changed-meanwhile` when no such hand-over waits for them; as `giveLead` and `say`
 */
export async function acceptHandOver(
  deps: SayDeps & { readonly incidents: Incidents },
  incident: IncidentId,
  { person, id, handOver }: Acceptance,
): Promise<void> {
  const open = (await deps.logs.head(incident)).handOver;
  const mine = open?.entry === handOver ? open.next.filter((next) => next.person === person) : [];
  if (mine.length === 0) {
    throw new IncidentError('changed-meanwhile', 'No such hand-over waits for this person');
  }
  const lead = mine.find((next) => next.lead);
  if (lead) await giveLead(deps, incident, { person, from: lead.from ?? null });
  await say(deps, incident, { person, all: [{ id, saying: { kind: 'accepted', handOver } }] });
}
