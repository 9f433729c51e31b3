import { IncidentError } from '../../domain/errors';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { HANDBOOK_ROLES, type EntryId, type RoleId } from '../../domain/log/what';
import { type Incidents } from '../../ports/incident/incidents';
import { type Notices } from '../../ports/response/notices';
import { type Language, type Text, type Words } from '../../ports/words';
import { say, type SayDeps } from '../log/say';

type Deps = SayDeps & {
  readonly incidents: Pick<Incidents, 'get'>;
  readonly notices: Notices;
  readonly words: Words;
};

type TakeOver = {
  readonly person: PersonId;
  /** The entry's own id. */
  readonly id: EntryId;
  readonly role: RoleId;
  readonly from: PersonId;
  /** Of whoever takes over: the other is told in it. */
  readonly language: Language;
};

/**
 * Takes a role from somebody, who may be asleep, and tells them. The lead goes over in Jira and by `takeIncident`,
 * where Jira tells them. A take-over stands, whether or not they could be told.
 *
 * @throws {IncidentError} `not-told` with the reason, once the role is taken; `changed-meanwhile` when they do not have
 *   the role any more; as `say` and `Incidents.get`
 */
export async function takeOverRole(
  deps: Deps,
  incident: IncidentId,
  { person, id, role, from, language }: TakeOver,
): Promise<void> {
  if (person === from)
    throw new IncidentError('invalid-input', 'Nobody takes over from themselves');
  const { key, summary } = await deps.incidents.get(incident);
  await say(deps, incident, { person, all: [{ id, saying: { kind: 'tookOver', role, from } }] });
  try {
    const text = await deps.words.of(language);
    const name = await nameOf(deps, incident, role, text);
    await deps.notices.tell(incident, [from], {
      subject: text('peopleTab.notice.subject', { key, role: name }),
      text: text('peopleTab.notice.text', { key, summary, role: name }),
    });
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    throw new IncidentError('not-told', `Could not tell: ${error.message}`, {
      subject: error.details.subject,
    });
  }
}

/** A role that was made during the incident has its name in the log. */
async function nameOf({ logs }: Deps, incident: IncidentId, role: RoleId, text: Text) {
  const known = HANDBOOK_ROLES.find((one) => one === role);
  if (known) return text(`peopleTab.role.${known}`);
  const { roles } = await logs.head(incident);
  return roles.find(({ id }) => id === role)?.name ?? role;
}
