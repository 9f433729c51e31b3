/** The fields whose options follow the settings. */
export const FOLLOWING_FIELDS = ['faultyService', 'affectedProducts', 'severity'] as const;
export type FollowingField = (typeof FOLLOWING_FIELDS)[number];

/** One choice of a field. Its id is what incidents keep; the value is what people read. */
export type FieldOption = {
  readonly id: string;
  readonly value: string;
  readonly disabled: boolean;
};

/** Where the options of a field are kept for a project. */
export type OptionPlace = { readonly fieldId: string; readonly contextId: string };

/**
 * The options of Jira's fields, changed as the person who asks. All may be repeated, except `add`.
 *
 * Every call throws {IncidentError} `forbidden` for a person who does not administer Jira, `not-found` when field,
 * context or option is gone, `refused` with Jira's reason, `unavailable`.
 */
export interface FieldOptions {
  /**
   * The context that holds for a project, or the one given.
   * @returns `shared`: it holds for other projects too.
   * @throws {IncidentError} `not-set-up` when none holds for the project
   */
  contextOf(
    fieldId: string,
    projectId: string,
    contextId?: string,
  ): Promise<{ readonly contextId: string; readonly shared: boolean }>;
  /** All of them, in their order. */
  list(place: OptionPlace): Promise<readonly FieldOption[]>;
  /** Adds at the end. @returns the new ones, in the order of the values */
  add(place: OptionPlace, values: readonly string[]): Promise<readonly FieldOption[]>;
  update(
    place: OptionPlace,
    changes: readonly (Pick<FieldOption, 'id'> & Partial<FieldOption>)[],
  ): Promise<void>;
  /** Puts these in this order before (`First`) or behind (`Last`) all others. */
  move(place: OptionPlace, optionIds: readonly string[], position: 'First' | 'Last'): Promise<void>;
  remove(place: OptionPlace, optionId: string): Promise<void>;
  /** Does any issue have one of these, whoever may see it? In doubt yes. */
  areUsed(fieldId: string, optionIds: readonly string[]): Promise<boolean>;
}
