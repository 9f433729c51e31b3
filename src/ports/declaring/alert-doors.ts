import { type AlertRule } from '../../domain/declaring/alert-rule';
import { type Door, type DoorId } from '../../domain/declaring/doors';

/** A door as administrators see it. `name` is null for the first one of a site until it has been given one. */
export type AlertDoor = {
  readonly id: DoorId;
  readonly name: string | null;
  /** Stays the same on a site. */
  readonly address: string;
  readonly hasSecret: boolean;
  readonly rule: AlertRule;
};

/** What is known of a door to which an alert comes. */
export type KnownDoor = Pick<AlertDoor, 'id' | 'name' | 'rule'>;

/** A door with its secret, which is told this once. */
export type OpenedDoor = { readonly door: AlertDoor; readonly secret: string };

/** The doors at which tools declare incidents, each with an address and a secret of its own. */
export interface AlertDoors {
  /** In the order in which they were made. @throws {IncidentError} `unavailable` */
  list(): Promise<readonly AlertDoor[]>;
  /**
   * Makes one more. Not to be repeated: each call makes another.
   * @throws {IncidentError} `invalid-input` where there are as many as can be, `changed-meanwhile`, `unavailable`
   */
  add(name: Door['name']): Promise<OpenedDoor>;
  /**
   * Makes a new secret, which counts at once; the one before counts no more.
   * @throws {IncidentError} `changed-meanwhile` where it was taken away, `unavailable`
   */
  renew(id: DoorId): Promise<OpenedDoor>;
  /**
   * Takes it away, its secret first: from then on nobody gets in. May be repeated.
   * @throws {IncidentError} `changed-meanwhile`, `unavailable`
   */
  remove(id: DoorId): Promise<void>;
  /**
   * Says what it does with its alerts from now on.
   * @throws {IncidentError} `changed-meanwhile` where it was taken away, `unavailable`
   */
  setRule(id: DoorId, rule: AlertRule): Promise<AlertDoor>;
  /** One without a rule of its own has the default one. @throws {IncidentError} `unavailable` */
  known(id: DoorId): Promise<KnownDoor>;
  /** Undefined where there is no such door. @throws {IncidentError} `unavailable` */
  secret(id: DoorId): Promise<string | undefined>;
}
