import { type PersonId } from '../domain/incident/incident';
import { type Instant } from '../domain/time';

/** Whose account ids the app keeps. It keeps no names and no addresses. Calls throw `unavailable`. */
export interface Accounts {
  /** Said before an id is stored anywhere: one too many is reported, none is forgotten. May be repeated. */
  keep(ids: readonly PersonId[]): Promise<void>;
  /** Some of those that were not reported since then, as many as one report takes. A moment behind. */
  due(since: Instant): Promise<readonly PersonId[]>;
  /** They were reported. May be repeated. */
  reported(ids: readonly PersonId[], at: Instant): Promise<void>;
  /** The account is closed: it is reported no more. May be repeated. */
  close(id: PersonId): Promise<void>;
}

/** Atlassian's record of who keeps whose personal data. */
export interface PrivacyReports {
  /**
   * Reports these accounts, ninety at most. Atlassian wants each once a week.
   * @returns those that are closed
   * @throws {IncidentError} `unavailable` with the time to wait
   */
  report(ids: readonly PersonId[], at: Instant): Promise<readonly PersonId[]>;
}
