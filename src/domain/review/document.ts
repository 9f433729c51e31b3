/** Words that lead somewhere. */
type Link = { readonly text: string; readonly address: string };

/** A cell or a line: words, or a link. */
export type Inline = string | Link;

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** Left for people to fill. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'paragraph'; readonly text: Inline }
  | { readonly kind: 'list'; readonly items: readonly Inline[] }
  | {
      readonly kind: 'table';
      /** Absent: the first column says what the second one is. */
      readonly head?: readonly string[];
      readonly rows: readonly (readonly Inline[])[];
    };

/** A page, before it is known in which markup it will be written. */
export type Document = { readonly title: string; readonly blocks: readonly Block[] };

export function textOf(inline: Inline): string {
  return typeof inline === 'string' ? inline : inline.text;
}
