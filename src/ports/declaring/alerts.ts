import { type Declaration } from '../../domain/declaring/declaration';
import { type DoorId } from '../../domain/declaring/doors';
import { type ErrorCode } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';

/** What became of an alert. */
export type Alert = {
  /** Ours, made of the door and of what the tool calls it: fit for keys and queues. */
  readonly id: string;
  /**
   * What the issue of it is marked with, so that one that an interrupted try has made is found. Made by chance for each
   * time that the alert is raised: nobody outside knows it before there is the issue.
   */
  readonly mark: string;
  readonly declaration: Declaration;
  readonly receivedAt: Instant;
  /** `waiting`: no issue could be made of it, for `reason`; it is tried again. */
  readonly state: 'accepted' | 'waiting' | 'raised';
  /** A try was begun, so there may be an issue though we know of none. */
  readonly tried: boolean;
  readonly incident?: IncidentId;
  /** It was an incident before, of which nobody could say whether it is still open. It is not raised while that is. */
  readonly before?: IncidentId;
  readonly reason?: { readonly code: ErrorCode; readonly said: string | null };
};

/** An alert as it comes in. */
export type Told = {
  readonly door: DoorId;
  readonly declaration: Declaration & { readonly alertId: string };
  readonly at: Instant;
};

/** The alert that is kept, and whether it is the one that came in. */
export type Kept = { readonly alert: Alert; readonly isNew: boolean };

/**
 * Keeps alerts until each is an incident, so that none is lost; and their ids for longer, so that none comes twice.
 * The same id at two doors is two alerts.
 */
export interface Alerts {
  /** Keeps it unless there is one of this id. @throws {IncidentError} `unavailable` */
  accept(told: Told): Promise<Kept>;
  /**
   * Keeps it in place of one that was an incident. Of many at once, one is the first.
   * @param before where nobody could say whether that incident is still open
   * @throws {IncidentError} `unavailable`
   */
  acceptAgain(raised: Alert, told: Told, before?: IncidentId): Promise<Kept>;
  /** @throws {IncidentError} `unavailable` */
  get(id: string): Promise<Alert | undefined>;
  /** The last one to save wins; jobs of one alert run one after the other. @throws {IncidentError} `unavailable` */
  save(alert: Alert): Promise<void>;
  /** Those that are no incident yet; one that came in the last moments may be missing. @throws {IncidentError} `unavailable` */
  open(): Promise<readonly Alert[]>;
}
