/** What an exported page has in the place of a list, in the words of its language. */
export type ListDocument = {
  readonly title: string;
  /** When it was exported, and where the list lives. */
  readonly note: string;
  readonly live?: { readonly text: string; readonly address: string };
  /** Absent: there is no table. */
  readonly table?: {
    readonly heads: readonly string[];
    readonly rows: readonly (readonly string[])[];
    /** Said where there are no rows. */
    readonly none: string;
  };
};

/** Writes it in the format that Confluence exports. */
export interface ListDocuments {
  of(document: ListDocument): unknown;
}
