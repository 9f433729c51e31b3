import { type Choices, type StepName } from '../../domain/set-up/set-up';
import { type NativeField } from '../../domain/incident/fields';
import { type Phase } from '../../domain/incident/lifecycle';
import { type Severity } from '../../domain/incident/severity';
import { type FieldName } from './site-map';
import { type Text } from '../words';

export const FILTERS = ['active', 'overdue', 'withoutTimes', 'mine'] as const;
export type FilterName = (typeof FILTERS)[number];

/** What set-up has found or made so far: ids of the site. */
export type Found = {
  readonly projectId?: string;
  readonly projectKey?: string;
  readonly issueTypeId?: string;
  readonly phases?: Readonly<Record<string, Phase>>;
  readonly fields?: Readonly<Partial<Record<FieldName, string>>>;
  /** The context of each field with options that holds in the project. */
  readonly contexts?: Readonly<Partial<Record<NativeField, string>>>;
  readonly severities?: Readonly<Record<string, Severity>>;
  readonly filters?: Readonly<Partial<Record<FilterName, string>>>;
  /** What says how the project treats its fields: the site has field schemes, or still field configurations. */
  readonly helpBy?: 'scheme' | 'configuration';
  /** By which the portal raises incidents; absent: the project has no portal. */
  readonly requestTypeId?: string | undefined;
  /** What the app itself made: `issueType 10042`. What is not among it was there before. */
  readonly ours?: readonly string[];
};

/** What a step works with. */
export type Site = {
  readonly choices: Choices;
  /** What is known now; what `remember` was told included. */
  readonly found: () => Found;
  /** Kept at once, so that a step that fails half-way goes on where it was. */
  readonly remember: (part: Found, made?: string) => Promise<void>;
  /** Texts in the language of the names. */
  readonly text: Text;
};

/** `adopted`: it was there before, and is used as it is. `what`: its name, for people. */
export type StepDone = { readonly how: 'done' | 'adopted'; readonly what: string };

/**
 * Makes a site ready for incidents, as the administrator who asks. Every step looks for what it needs before it makes
 * it, so it may be repeated.
 *
 * @throws {IncidentError} `name-taken`, `team-managed`, `forbidden`, `refused` with Jira's sentence, `unavailable`
 */
export interface SiteBuilder {
  run(step: StepName, site: Site): Promise<StepDone>;
}
