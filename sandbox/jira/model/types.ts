/** The things a Jira site is made of, as the sandbox keeps them. Moments are epoch milliseconds. */

export type Person = {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly active: boolean;
  /** Ids of the groups this person is in. */
  readonly groups: Set<string>;
  readonly properties: Map<string, unknown>;
};

export type Group = { readonly groupId: string; readonly name: string };

export type StatusCategory = 'TODO' | 'IN_PROGRESS' | 'DONE';

export type Status = {
  readonly id: string;
  name: string;
  description: string;
  category: StatusCategory;
};

export type IssueType = {
  readonly id: string;
  name: string;
  description: string;
  readonly hierarchyLevel: number;
  readonly properties: Map<string, unknown>;
};

/** A named entry of a fixed list: a priority, a resolution. */
export type Entry = { readonly id: string; readonly name: string; readonly description: string };

export type LinkType = Entry & { readonly inward: string; readonly outward: string };

export type Role = { readonly id: number; name: string; description: string };

export type RoleActor = {
  readonly id: number;
  readonly kind: 'user' | 'group';
  /** Account id or group id. */
  readonly who: string;
};

export type Grant = {
  readonly id: number;
  readonly permission: string;
  readonly holder: { readonly type: string; readonly parameter?: string; readonly value?: string };
};

export type PermissionScheme = {
  readonly id: number;
  name: string;
  description: string;
  grants: Grant[];
};

/** With whom a filter or a dashboard is shared. */
export type Share = {
  readonly id: number;
  readonly type: string;
  readonly groupId?: string;
  readonly projectId?: string;
  readonly roleId?: number;
  readonly accountId?: string;
};

export type Filter = {
  readonly id: string;
  name: string;
  description: string;
  jql: string;
  readonly owner: string;
  /** Accounts that have starred it. */
  readonly favouriteOf: Set<string>;
  shares: Share[];
};

export type Project = {
  readonly id: string;
  key: string;
  name: string;
  description: string;
  readonly typeKey: 'software' | 'service_desk' | 'business';
  leadAccountId: string;
  assigneeType: 'PROJECT_LEAD' | 'UNASSIGNED';
  issueTypeSchemeId: string;
  workflowSchemeId: number;
  issueTypeScreenSchemeId: string;
  fieldConfigurationSchemeId: string | undefined;
  fieldSchemeId: number;
  permissionSchemeId: number;
  securitySchemeId: number | undefined;
  readonly roles: Map<number, RoleActor[]>;
  readonly properties: Map<string, unknown>;
  issuesMade: number;
};

/** The group or role that a comment is for. */
export type Visibility = {
  readonly type: 'group' | 'role';
  readonly value: string;
  /** Of a group its id, of a role its name. */
  readonly identifier: string;
};

export type Comment = {
  readonly id: string;
  readonly authorId: string;
  updateAuthorId: string;
  readonly created: number;
  updated: number;
  body: unknown;
  visibility: Visibility | undefined;
  readonly properties: Map<string, unknown>;
};

export type ChangeItem = {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly fieldId: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
};

export type Change = {
  readonly id: string;
  readonly authorId: string;
  readonly created: number;
  readonly items: readonly ChangeItem[];
};

export type RemoteLink = {
  readonly id: number;
  globalId: string | undefined;
  application: unknown;
  relationship: string | undefined;
  object: Readonly<Record<string, unknown>>;
};

/** What a field holds on an issue; how it looks to callers is its kind's business. Never null: absent instead. */
export type Stored = string | number | readonly string[] | Readonly<Record<string, unknown>>;

export type Issue = {
  readonly id: string;
  key: string;
  projectId: string;
  typeId: string;
  statusId: string;
  readonly creatorId: string;
  readonly created: number;
  updated: number;
  statusSince: number;
  /** By field id: everything but the keys above. */
  readonly values: Map<string, Stored>;
  readonly properties: Map<string, unknown>;
  readonly comments: Comment[];
  readonly history: Change[];
  readonly remoteLinks: RemoteLink[];
  readonly watchers: Set<string>;
  /** Ids of the issues whose parent this is. */
  readonly children: Set<string>;
  /** Read-only, and in no search. */
  isArchived?: boolean;
};

export type Attachment = {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly created: number;
  readonly filename: string;
  readonly mimeType: string;
  readonly content: Uint8Array<ArrayBuffer>;
};

export type IssueLink = {
  readonly id: string;
  readonly typeId: string;
  /** The source: it "blocks". */
  readonly inwardId: string;
  /** The destination: it "is blocked by". */
  readonly outwardId: string;
};

export type SecurityLevel = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly members: { type: string; parameter?: string }[];
};

export type SecurityScheme = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly levels: SecurityLevel[];
};
