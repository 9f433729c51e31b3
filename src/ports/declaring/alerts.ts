import { type Declaration } from '../../domain/declaring/declaration';
import { type DoorId } from '../../domain/declaring/doors';
import {
  type AlertLine,
  type IncidentAlerts,
  type ListedAlert,
} from '../../domain/declaring/incident-alerts';
import { type ErrorCode } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';

/** What became of an alert. */
export type Alert = {
  /** Ours, made of the door and of what the tool calls it: fit for keys and queues. */
  readonly id: string;
  /** How often it was written. A change is conditional on it; absent: an older version of the app wrote it. */
  readonly revision?: number;
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
  /** The outage that it belongs to; absent: it stands for itself. */
  readonly group?: OfGroup;
  /** How its tool says that it stands; absent: an older version of the app wrote it. */
  readonly course?: Course;
};

type OfGroup = { readonly key: string; readonly windowMinutes: number };

/** How an alert goes on. */
export type Course = Omit<ListedAlert, 'alert'> & {
  /** When it began, where the tool says so. */
  readonly began?: Instant;
  /** How often it has come and gone: odd while it fires. */
  readonly turn: number;
  /** The turn that its incident has counted, and what the timeline is told of it. */
  readonly counted?: { readonly turn: number; readonly line?: AlertLine };
};

/** An alert as it comes in. */
export type Told = {
  readonly door: DoorId;
  readonly declaration: Declaration & { readonly alertId: string };
  readonly at: Instant;
  /** What the door is called; absent: it has no name. */
  readonly from?: string;
  readonly link?: string;
  /** What it has in common with others of its outage, as its door's rule has it. */
  readonly fingerprint?: string;
  readonly windowMinutes?: number;
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
  /** What a tool calls so at this door. @throws {IncidentError} `unavailable` */
  called(door: DoorId, alertId: string): Promise<Alert | undefined>;
  /**
   * Changes an alert as it is in that moment.
   * @param change pure: it may be called several times; undefined: nothing is to be changed
   * @returns the alert as it is after it
   * @throws {IncidentError} `changed-meanwhile` also where it is gone, `unavailable`
   */
  change(id: string, change: (now: Alert) => Alert | undefined): Promise<Alert>;
  /** Those that are no incident yet; one that came in the last moments may be missing. @throws {IncidentError} `unavailable` */
  open(): Promise<readonly Alert[]>;
}

/** The alerts of each incident. */
export interface AlertLists {
  /** @returns undefined where no alert belongs to it. @throws {IncidentError} `unavailable` */
  of(incident: IncidentId): Promise<IncidentAlerts | undefined>;
  /**
   * Writes alert and list in one, on condition that nobody else has written either meanwhile.
   * @param count pure: it may be called several times, each time with the list as it is then
   * @returns false, with nothing written, where the alert is not as it was given
   * @throws {IncidentError} `unavailable`, also when others were faster again and again
   */
  count(alert: Alert, incident: IncidentId, count: Counting): Promise<boolean>;
  /** Takes the list away. May be repeated. @throws {IncidentError} `unavailable` */
  forget(incident: IncidentId): Promise<void>;
}

/** What list and alert are once the incident has counted it. */
export type Counting = (list: IncidentAlerts) => {
  readonly list: IncidentAlerts;
  readonly alert: Alert;
};

/** Alerts of one outage. */
export type AlertGroup = {
  readonly revision: number;
  /** The alert that is its incident, by id and mark. */
  readonly leader: string;
  readonly mark: string;
  /** Once there is one. */
  readonly incident?: IncidentId;
  /** When the last of its alerts came in. */
  readonly lastAt: Instant;
};

export interface AlertGroups {
  /** Strictly consistent. @throws {IncidentError} `unavailable` */
  get(key: string): Promise<AlertGroup | undefined>;
  /**
   * Writes a group on condition that it is as it was; of many at once, one does.
   * @returns whether it was this call. @throws {IncidentError} `unavailable`
   */
  put(
    key: string,
    group: Omit<AlertGroup, 'revision'>,
    was: AlertGroup | undefined,
  ): Promise<boolean>;
}
