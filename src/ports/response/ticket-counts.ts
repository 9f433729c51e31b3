/** How many tickets carry an incident, whoever may see them. */
export interface TicketCounts {
  /**
   * A number and nothing else, about: Jira's index is a moment behind.
   *
   * @param key of the incident
   * @param supportJql which issues are tickets, as the settings say; absent: those of service projects, and of any other
   *   project than the incident's own
   * @throws {IncidentError} `refused` where Jira does not take the query, `unavailable`
   */
  of(key: string, supportJql: string | undefined): Promise<number>;
}
