import { type Declaration } from '../../domain/declaring/declaration';
import { type ErrorCode } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';

/** What became of an alert. */
export type Alert = {
  /** Ours, made of the other side's: fit for keys, queries and queues. */
  readonly id: string;
  readonly declaration: Declaration;
  readonly receivedAt: Instant;
  /** `waiting`: no issue could be made of it, for `reason`; it is tried again. */
  readonly state: 'accepted' | 'waiting' | 'raised';
  /** A try was begun, so there may be an issue though we know of none. */
  readonly tried: boolean;
  readonly incident?: IncidentId;
  readonly reason?: { readonly code: ErrorCode; readonly said: string | null };
};

/** Keeps alerts until each is an incident, so that none is lost; and their ids for longer, so that none comes twice. */
export interface Alerts {
  /**
   * Keeps it unless there is one of this id.
   * @returns the one that is kept, and whether it is this one. @throws {IncidentError} `unavailable`
   */
  accept(
    declaration: Declaration & { readonly alertId: string },
    at: Instant,
  ): Promise<{ readonly alert: Alert; readonly isNew: boolean }>;
  /** @throws {IncidentError} `unavailable` */
  get(id: string): Promise<Alert | undefined>;
  /** The last one to save wins; jobs of one alert run one after the other. @throws {IncidentError} `unavailable` */
  save(alert: Alert): Promise<void>;
  /** Those that are no incident yet; one that came in the last moments may be missing. @throws {IncidentError} `unavailable` */
  open(): Promise<readonly Alert[]>;
}
