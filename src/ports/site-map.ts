import { type TimeName } from '../domain/clocks';
import { type Phase } from '../domain/lifecycle';
import { type Severity } from '../domain/severity';

/** Fields without which there is no incident: how bad it is, and the times it is measured by. */
export const NEEDED_FIELDS = [
  'severity',
  'impactStart',
  'impactDetected',
  'impactRecovered',
  'timeToDetect',
  'timeToRecovery',
] as const satisfies readonly (TimeName | 'severity' | 'timeToDetect' | 'timeToRecovery')[];

/** Fields that a site may do without. */
export const OTHER_FIELDS = [
  'faultyService',
  'affectedProducts',
  'drill',
  'chatChannel',
  'videoCall',
  'stateDocument',
] as const;

/** The fields of an incident, by what they mean. */
export type FieldName = (typeof NEEDED_FIELDS)[number] | (typeof OTHER_FIELDS)[number];

/** Where this site keeps the words of an incident. Ids, because names are changed and translated. */
export type SiteMap = {
  readonly projectId: string;
  readonly issueTypeId: string;
  /** Jira's field ids: `customfield_10031`. */
  readonly fields: Readonly<Record<(typeof NEEDED_FIELDS)[number], string>> &
    Readonly<Partial<Record<(typeof OTHER_FIELDS)[number], string>>>;
  /** Status ids and what they stand for; several may stand for one phase. */
  readonly phases: Readonly<Record<string, Phase>>;
  /** Option ids of the field Severity and the level each stands for. */
  readonly severities: Readonly<Record<string, Severity>>;
};

/** Knows the map of this site. */
export interface SiteMaps {
  /**
   * @throws {IncidentError} `not-set-up`, `details.subject` naming what is missing; `unavailable`
   */
  get(): Promise<SiteMap>;
  /** Looks at the site again: something on the map was not there. May be repeated. */
  renew(): Promise<SiteMap>;
}
