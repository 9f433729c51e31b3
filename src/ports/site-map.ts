import { type TimeName } from '../domain/clocks';
import { type Phase } from '../domain/lifecycle';

/** The fields of an incident, by what they mean. */
export type FieldName = TimeName | 'severity' | 'timeToDetect' | 'timeToRecovery';

/** Where this site keeps the words of an incident. Ids, because names are changed and translated. */
export type SiteMap = {
  readonly issueTypeId: string;
  /** Jira's field ids: `customfield_10031`. */
  readonly fields: Readonly<Record<FieldName, string>>;
  /** Status ids and what they stand for; several may stand for one phase. */
  readonly phases: Readonly<Record<string, Phase>>;
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
