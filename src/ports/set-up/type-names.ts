/** Names of issue types, through an administrator's eyes. */
export interface TypeNames {
  /**
   * Calls an issue type so, in every project that has it. May be repeated.
   * @throws {IncidentError} `refused` with Jira's reason, as where another type has the name; `forbidden`, `unavailable`
   */
  rename(issueTypeId: string, name: string): Promise<void>;
}
