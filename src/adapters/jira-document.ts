/** Plain text as the document that Jira keeps long texts in: paragraphs between empty lines, lines within them. */
export function inDocument(text: string): unknown {
  return {
    type: 'doc',
    version: 1,
    content: text
      .split(/(?:\r?\n){2,}/)
      .filter((part) => part.trim() !== '')
      .map((part) => ({ type: 'paragraph', content: linesOf(part) })),
  };
}

function linesOf(part: string): unknown[] {
  return part
    .split(/\r?\n/)
    .flatMap((line, place) => [
      ...(place > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
}
