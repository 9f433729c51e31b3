import { type IncidentId, type PersonId } from '../../domain/incident/incident';

/** What somebody is told of an incident, wherever they are: people who are asleep read it when they wake. */
type Notice = { readonly subject: string; readonly text: string };

export interface Notices {
  /**
   * Tells one person, in the name of this identity. Told twice, it is told twice.
   *
   * @throws {IncidentError} `refused` and `forbidden` with the reason, such as mails being off; `not-found`;
   *   `unavailable`
   */
  tell(incident: IncidentId, person: PersonId, notice: Notice): Promise<void>;
}
