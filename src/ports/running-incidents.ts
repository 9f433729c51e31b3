import { type Severity } from '../domain/severity';
import { type Instant } from '../domain/time';

/** What anybody may know of an incident, where an administrator allowed it: no key, no words of whoever raised it. */
export type RunningIncident = {
  /** Name of the faulty service; null: not said. */
  readonly service: string | null;
  readonly severity: Severity | null;
  readonly since: Instant;
};

/** The incidents that run, read by the app itself. */
export interface RunningIncidents {
  /** Without drills and without those that Jira shows to few, worst first. @throws {IncidentError} `unavailable` */
  all(): Promise<readonly RunningIncident[]>;
}
