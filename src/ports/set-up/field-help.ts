/** The help texts of fields, where people fill them; written as the administrator who asks. */
export interface FieldHelp {
  /** Overwrites it, for all projects that have the field. May be repeated. @throws {IncidentError} `forbidden`, `not-found`, `unavailable` */
  set(fieldId: string, text: string): Promise<void>;
}
