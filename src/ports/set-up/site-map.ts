import { type TimeName } from '../../domain/clocks/clocks';
import { type DerivedField, type NativeField } from '../../domain/incident/fields';
import { type Phase } from '../../domain/incident/lifecycle';
import { type Severity } from '../../domain/incident/severity';

/** The fields of an incident, by what they mean. */
export type FieldName = NativeField | DerivedField;

/** Those without which there is no incident: how bad it is, and the times it is measured by. */
type NeededField = TimeName | 'severity' | DerivedField;

/** Where this site keeps the words of an incident. Ids, because names are changed and translated. */
export type SiteMap = {
  readonly projectId: string;
  readonly issueTypeId: string;
  /** Jira's field ids: `customfield_10031`. */
  readonly fields: Readonly<Record<NeededField, string>> &
    Readonly<Partial<Record<FieldName, string>>>;
  /** Status ids and what they stand for; several may stand for one phase. */
  readonly phases: Readonly<Record<string, Phase>>;
  /** Option ids of the field Severity and the level each stands for. */
  readonly severities: Readonly<Record<string, Severity>>;
};

/** Knows the map of this site. */
export interface SiteMaps {
  /** @throws {IncidentError} `not-set-up` until set-up has put it in place */
  get(): Promise<SiteMap>;
  /** Puts it in place. May be repeated. */
  save(map: SiteMap): Promise<void>;
}
