/** The handbook's roles, in the order in which they are needed. */
export const HANDBOOK_ROLES = [
  'incidentManager',
  'techLead',
  'communicationsManager',
  'internalCommunications',
  'externalCommunications',
] as const;
