import { type Attempt, type DeclaredField, type Raised } from '../../domain/declaring/declaration';
import { type Incident, type IncidentId } from '../../domain/incident/incident';

/** Puts what was declared on issues, as the app. */
export interface Raising {
  /**
   * Makes the issue, or nothing. Services and products go by their names in the settings; a service that nobody knows
   * becomes "Unknown", a product that nobody knows is left out. Not to be repeated without `find`.
   *
   * @param mark tells this issue from all others; nobody knows it before
   * @returns what Jira has against it: a field that it does not take, one that it demands, or something else.
   * @throws {IncidentError} `forbidden` when the app may not raise incidents, `not-set-up`, `unavailable`
   */
  raise(attempt: Attempt, mark: string): Promise<Raised>;
  /**
   * The issue that an earlier try made with this mark, when nobody can say whether it did.
   * @throws {IncidentError} `not-set-up`, `unavailable`
   */
  find(mark: string): Promise<IncidentId | undefined>;
  /**
   * Puts one wish on the issue; products are added to those that are there, a text only where there is none. May be
   * repeated.
   * @returns what there is no option for.
   * @throws {IncidentError} `refused` and `forbidden` with Jira's reason, `not-set-up`, `not-found`, `unavailable`
   */
  fill(
    incident: Incident,
    field: DeclaredField,
    wanted: readonly string[],
  ): Promise<readonly string[]>;
}
