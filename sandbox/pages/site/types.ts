/** Shapes of Jira's REST API v3, as far as the pages read them. */

export type AdfNode = {
  readonly version?: 1;
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Record<string, unknown> }[];
  readonly content?: readonly AdfNode[];
};

export type User = { readonly accountId: string; readonly displayName: string };

export type FieldSchema = {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
};

export type AllowedValue = {
  readonly id: string;
  readonly value?: string;
  readonly name?: string;
  readonly disabled?: boolean;
};

/** A field as create, edit or transition screens describe it; `description` is its help text. */
export type FieldMeta = {
  readonly fieldId: string;
  readonly name: string;
  readonly required: boolean;
  readonly schema: FieldSchema;
  readonly operations?: readonly string[];
  readonly allowedValues?: readonly AllowedValue[];
  readonly defaultValue?: unknown;
  readonly description?: string;
  /** Called so by a form or an app: the name is shown as it is, in every language. */
  readonly isNamed?: boolean;
};

type StatusCategory = 'new' | 'indeterminate' | 'done' | 'undefined';

export type Status = {
  readonly id: string;
  readonly name: string;
  readonly statusCategory?: { readonly key: StatusCategory; readonly name?: string };
};

export type Transition = {
  readonly id: string;
  readonly name: string;
  readonly to: Status;
  readonly hasScreen?: boolean;
  readonly fields?: Readonly<Record<string, Omit<FieldMeta, 'fieldId'>>>;
};

type IssueRef = {
  readonly id: string;
  readonly key: string;
  readonly fields?: { readonly summary?: string; readonly status?: Status };
};

export type IssueLink = {
  readonly id: string;
  readonly type: { readonly name: string; readonly inward: string; readonly outward: string };
  readonly inwardIssue?: IssueRef;
  readonly outwardIssue?: IssueRef;
};

export type Issue = {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>> & {
    readonly summary: string;
    readonly status: Status;
    readonly issuetype: { readonly id: string; readonly name: string; readonly iconUrl?: string };
    readonly project: { readonly id: string; readonly key: string; readonly name: string };
    readonly description?: AdfNode | null;
    readonly assignee?: User | null;
    readonly reporter?: User | null;
    readonly created?: string;
    readonly updated?: string;
    readonly issuelinks?: readonly IssueLink[];
  };
  readonly names?: Readonly<Record<string, string>>;
  readonly schema?: Readonly<Record<string, FieldSchema>>;
  readonly renderedFields?: Readonly<Record<string, unknown>>;
  readonly editmeta?: { readonly fields: Readonly<Record<string, Omit<FieldMeta, 'fieldId'>>> };
  readonly transitions?: readonly Transition[];
};

export type Comment = {
  readonly id: string;
  readonly author?: User;
  readonly created: string;
  readonly body: AdfNode;
};

export type ChangeGroup = {
  readonly id: string;
  readonly author?: User;
  readonly created: string;
  readonly items: readonly {
    readonly field: string;
    readonly fieldId?: string;
    readonly fromString?: string | null;
    readonly toString: string | null;
  }[];
};

export type Project = { readonly id: string; readonly key: string; readonly name: string };
export type IssueType = { readonly id: string; readonly name: string; readonly subtask?: boolean };
export type Field = {
  readonly id: string;
  readonly name: string;
  readonly custom: boolean;
  readonly schema?: FieldSchema;
};

export type Filter = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly jql: string;
  readonly favourite: boolean;
};
