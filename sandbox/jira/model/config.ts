/** Configuration of a site: fields, screens, workflows and the schemes that tie them to projects. */

export type Option = { readonly id: string; value: string; disabled: boolean };

export type FieldContext = {
  readonly id: string;
  name: string;
  description: string;
  /** Empty: all projects. */
  projectIds: string[];
  /** Empty: all issue types. */
  issueTypeIds: string[];
  options: Option[];
  /** As sent to `context/defaultValue`, without the context id. */
  defaultValue: Readonly<Record<string, unknown>> | undefined;
};

export type FieldSchema = {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
  readonly customId?: number;
  readonly configuration?: Readonly<Record<string, unknown>>;
};

/** What a Forge field adds to a field. */
export type AppPart = {
  readonly appId: string;
  /** Account of the app: the only one that may write it over `/app/field`. */
  readonly ownerAccountId: string;
  readonly readOnly: boolean;
  /** Expression of `view.formatter`, over `value`. */
  readonly formatter: string | undefined;
};

export type Field = {
  readonly id: string;
  readonly key: string;
  name: string;
  description: string;
  readonly custom: boolean;
  readonly schema: FieldSchema;
  /** Name of its kind in `values/kinds`. */
  readonly kind: string;
  searcherKey: string | undefined;
  /** May stand on screens. */
  readonly orderable: boolean;
  readonly navigable: boolean;
  readonly searchable: boolean;
  readonly clauseNames: readonly string[];
  readonly contexts: FieldContext[];
  readonly app: AppPart | undefined;
  trashed: boolean;
};

export type Screen = {
  readonly id: number;
  name: string;
  description: string;
  readonly tabs: { readonly id: number; name: string; fields: string[] }[];
};

export type ScreenScheme = {
  readonly id: number;
  name: string;
  description: string;
  screens: { default: number; create?: number; edit?: number; view?: number };
};

export type IssueTypeScreenScheme = {
  readonly id: string;
  name: string;
  description: string;
  /** Issue type id or `default` to screen scheme id. */
  readonly mappings: Map<string, number>;
};

export type IssueTypeScheme = {
  readonly id: string;
  name: string;
  description: string;
  defaultIssueTypeId: string | undefined;
  readonly isDefault: boolean;
  issueTypeIds: string[];
};

export type Transition = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
  readonly to: string;
  /** Status ids; empty for a global or initial one. */
  readonly from: readonly string[];
  readonly screenId: number | undefined;
  /** As written: actions, validators, conditions, properties, links, triggers, transitionScreen. */
  readonly raw: Readonly<Record<string, unknown>>;
};

export type Workflow = {
  readonly id: string;
  name: string;
  description: string;
  statuses: {
    readonly statusId: string;
    readonly raw: Readonly<Record<string, unknown>>;
  }[];
  transitions: Transition[];
  version: { readonly id: string; readonly versionNumber: number };
  readonly created: number;
  updated: number;
};

export type WorkflowScheme = {
  readonly id: number;
  name: string;
  description: string;
  defaultWorkflowId: string;
  /** Issue type id to workflow id. */
  readonly mappings: Map<string, string>;
  version: number;
};

/** What a project says about a field: its help text, whether it must be filled, whether it is there at all. */
export type FieldManners = { description?: string; isRequired?: boolean; isHidden?: boolean };

export type FieldConfiguration = {
  readonly id: number;
  name: string;
  description: string;
  readonly isDefault: boolean;
  readonly items: Map<string, FieldManners>;
  /** Ids of the custom fields that are in it; a field made over REST is in none. System fields always are. */
  readonly fields: Set<string>;
};

export type FieldConfigurationScheme = {
  readonly id: string;
  name: string;
  description: string;
  /** Issue type id or `default` to field configuration id. */
  readonly mappings: Map<string, number>;
};

export type FieldScheme = {
  readonly id: number;
  name: string;
  description: string;
  readonly isDefault: boolean;
  readonly fields: Map<
    string,
    { manners: FieldManners; restrictedTo: string[]; perType: Map<string, FieldManners> }
  >;
};
