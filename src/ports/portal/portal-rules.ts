/** What people at the portal may see who see nothing in Jira. */
export type PortalRules = {
  /** Running incidents: service, severity and since when, nothing else. */
  readonly showsRunning: boolean;
};

/** What an administrator has allowed at the portal. */
export interface PortalRulesStore {
  /** Nothing is allowed until somebody has said so. @throws {IncidentError} `unavailable` */
  get(): Promise<PortalRules>;
  /** May be repeated. @throws {IncidentError} `unavailable` */
  save(rules: PortalRules): Promise<void>;
}
