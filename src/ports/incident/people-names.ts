import { type PersonId } from '../../domain/incident/incident';

/** What people are called. */
export interface PeopleNames {
  /** Those who are not known to whoever asks are missing. @throws {IncidentError} `unavailable` */
  of(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
}
