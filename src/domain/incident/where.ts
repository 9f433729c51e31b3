import { type Phase } from './lifecycle';
import { type Severity } from './severity';

/** What a search for incidents needs. Ids of Jira's, and nothing of any incident. */
export type WhereIncidentsAre = {
  readonly projectId: string;
  readonly issueTypeId: string;
  /** Status ids and what they stand for. */
  readonly phases: Readonly<Record<string, Phase>>;
  /** Ids of the fields that lists show. */
  readonly fields: { readonly [Name in ListedField]?: string };
  /** Levels by the ids of the field's options. */
  readonly severities: Readonly<Record<string, Severity>>;
};

/** The same, and what a list can be narrowed to. */
export type WhereToList = WhereIncidentsAre & {
  /** Services by the ids of the field's options, as the settings name them. */
  readonly services: readonly { readonly option: string; readonly name: string }[];
};

/** What lists show of an incident beside its key, summary and status. */
export const LISTED_FIELDS = [
  'severity',
  'faultyService',
  'affectedProducts',
  'impactStart',
  'impactDetected',
  'impactRecovered',
  'drill',
] as const;
export type ListedField = (typeof LISTED_FIELDS)[number];
