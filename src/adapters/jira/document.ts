import { cutAt, holdable } from '../../domain/texts';

/** Jira takes 32,767, and counts the document as it is sent. */
const MOST = 32_000;

/**
 * Plain text as the document that Jira keeps long texts in: paragraphs between empty lines, lines within them.
 * A text that makes a document larger than Jira takes is cut.
 */
export function inDocument(text: string): unknown {
  const whole = holdable(text);
  let document = paragraphsOf(whole);
  let most = whole.length;
  for (let size = sizeOf(document); size > MOST; size = sizeOf(document)) {
    most = Math.floor((most * MOST) / size) - 1;
    document = paragraphsOf(cutAt(whole, most));
  }
  return document;
}

const sizeOf = (document: unknown): number => JSON.stringify(document).length;

function paragraphsOf(text: string): unknown {
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
