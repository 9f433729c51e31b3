/** A node of Atlassian's document format. */
export type AdfNode = {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly AdfMark[];
  readonly content?: readonly AdfNode[];
};

export type AdfMark = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
};

export type AdfDocument = AdfNode & { readonly type: 'doc'; readonly version: 1 };
