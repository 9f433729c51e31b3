import { type ErrorCode } from '../../domain/errors';
import { type Severity } from '../../domain/incident/severity';
import { type FollowingField } from './field-options';

/** Something that Jira did not do, so that it is tried again. */
export type OptionFailure = {
  readonly step: 'rename' | 'add' | 'remove' | 'order';
  /** The options it is about. */
  readonly names: readonly string[];
  readonly code: ErrorCode;
  readonly subject?: string;
};

/** Which option of this site stands for what in the settings. Of this site alone: never exported. */
export type OptionMap = {
  readonly fieldId: string;
  readonly contextId: string;
  /** Ids of services, products or severities and the option of each. */
  readonly options: Readonly<Record<string, string>>;
  /** Options that we made; others were there before, or are somebody else's. */
  readonly made: readonly string[];
  /** Options whose row is gone from the settings, still to be deleted or disabled. */
  readonly toRemove: readonly string[];
  /** The version of the settings that the field was last brought in line with. */
  readonly version: number;
  readonly failures: readonly OptionFailure[];
  /** Names of options that can be chosen in Jira and are not in the settings. */
  readonly others: readonly string[];
};

/** Keeps the map of each field. Strictly consistent; the last one to set wins. */
export interface OptionMaps {
  find(field: FollowingField): Promise<OptionMap | undefined>;
  set(field: FollowingField, map: OptionMap): Promise<void>;
}

/** What was done; all names as people read them. */
export type OptionsReport = {
  readonly field: FollowingField;
  /** The version of the settings that the field was brought in line with. */
  readonly version: number;
  readonly adopted: readonly string[];
  readonly added: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly enabled: readonly string[];
  readonly deleted: readonly string[];
  readonly disabled: readonly string[];
  readonly reordered: boolean;
  /** Belong to other projects too and were not made by us, so they stay as they are. */
  readonly left: readonly string[];
  /** Can be chosen in Jira and are not in the settings. */
  readonly others: readonly string[];
  readonly failures: readonly OptionFailure[];
  /** Options still to be removed: ask again. */
  readonly pending: number;
  /** The option map: ids of services, products or severities and the option of each. */
  readonly options: Readonly<Record<string, string>>;
  /** Of the field Severity: option ids and the level each stands for, as the site map keeps them. */
  readonly levels: Readonly<Record<string, Severity>>;
};
