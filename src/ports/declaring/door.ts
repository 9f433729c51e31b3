/** An address at which tools outside tell us something, and the secret that they show. */
export interface Door {
  /** Stays the same on a site. @throws {IncidentError} `unavailable` */
  address(): Promise<string>;
  /** Undefined until an administrator has asked for one. @throws {IncidentError} `unavailable` */
  secret(): Promise<string | undefined>;
  /** Makes a new secret, which counts at once; the one before counts no more. @throws {IncidentError} `unavailable` */
  renew(): Promise<string>;
}
