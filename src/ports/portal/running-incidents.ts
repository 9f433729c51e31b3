import { type Phase } from '../../domain/incident/lifecycle';
import { type Severity } from '../../domain/incident/severity';
import { type Instant } from '../../domain/time';

/** What anybody may know of an incident, where an administrator allowed it: no key, no words of whoever raised it. */
export type RunningIncident = {
  /** Name of the faulty service; null: not said. */
  readonly service: string | null;
  readonly severity: Severity | null;
  readonly since: Instant;
};

/** One with its words, for whoever an administrator lets have them. */
export type NamedIncident = RunningIncident & {
  readonly key: string;
  readonly summary: string;
  readonly phase: Phase;
  /** Id of the option of the faulty service; null: not said. */
  readonly serviceOption: string | null;
};

/** The incidents that run, read by the app itself. */
export interface RunningIncidents {
  /** Without drills and without those that Jira shows to few, worst first. @throws {IncidentError} `unavailable` */
  all(): Promise<readonly RunningIncident[]>;
  /** The same with key and summary. @throws {IncidentError} `unavailable` */
  named(): Promise<readonly NamedIncident[]>;
}
