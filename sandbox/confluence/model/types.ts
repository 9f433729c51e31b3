/** A space; groups by name. */
export type Space = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: 'global' | 'knowledge_base' | 'collaboration';
  readonly createdAt: string;
  readonly authorId: string;
  readonly homepageId: string;
  /** Who may see it, beside its writers; `everyone`: whoever is on the site. */
  readonly readers: readonly string[] | 'everyone';
  readonly writers: readonly string[];
};

export type BodyFormat = 'storage' | 'atlas_doc_format';

type Version = {
  readonly number: number;
  readonly message: string;
  readonly minorEdit: boolean;
  readonly authorId: string;
  readonly createdAt: string;
};

export type Page = {
  readonly id: string;
  readonly spaceId: string;
  readonly authorId: string;
  readonly createdAt: string;
  parentId: string | null;
  ownerId: string;
  status: 'current' | 'trashed';
  title: string;
  /** As it was written. */
  body: { readonly format: BodyFormat; readonly value: string };
  version: Version;
};

/** Somebody who calls, as far as Confluence has to know them. */
export type Visitor = {
  readonly accountId: string;
  /** Names. */
  readonly groups: readonly string[];
  /** An app's own account may do everything in every space. */
  readonly isApp: boolean;
};
