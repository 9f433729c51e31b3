import { type IncidentId, type PersonId } from '../../domain/incident/incident';

/** What somebody is told of an incident, wherever they are: people who are asleep read it when they wake. */
type Notice = { readonly subject: string; readonly text: string };

export interface Notices {
  /**
   * Tells these people, in the name of this identity, who is not among them. Told twice, it is told twice.
   *
   * @throws {IncidentError} `refused` and `forbidden` with the reason, such as mails being off; `not-found`;
   *   `unavailable`
   */
  tell(incident: IncidentId, people: readonly PersonId[], notice: Notice): Promise<void>;
}
