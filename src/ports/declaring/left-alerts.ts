import { type DoorId } from '../../domain/declaring/doors';
import { type Severity } from '../../domain/incident/severity';
import { type Instant } from '../../domain/time';

/** An alert that became no incident, because the rule of its door left it out. */
export type LeftAlert = {
  readonly name: string;
  readonly severity: Severity;
  /** What the rule said: nothing less severe than this becomes an incident. */
  readonly below: Severity;
  /** When it was told last. */
  readonly at: Instant;
};

/** The newest of a door's, newest first, and how many there are; `isMore`: they were counted no further. */
export type LeftAlertsOfDoor = {
  readonly count: number;
  readonly isMore: boolean;
  readonly last: readonly LeftAlert[];
};

/** Alerts that became no incident, for ninety days: nothing is left out unseen. */
export interface LeftAlerts {
  /** The same alert again is the same row. @throws {IncidentError} `unavailable` */
  keep(door: DoorId, alertId: string, alert: LeftAlert): Promise<void>;
  /** A moment behind. @throws {IncidentError} `unavailable` */
  of(door: DoorId): Promise<LeftAlertsOfDoor>;
}
