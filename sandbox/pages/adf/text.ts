import type { AdfNode } from '../site/types';

/** A document of plain paragraphs: an empty line begins a new one, a single line break stays one. */
export function toAdf(text: string): AdfNode {
  const paragraphs = text.trim() === '' ? [] : text.trim().split(/\n\s*\n/);
  return { type: 'doc', version: 1, content: paragraphs.map(paragraph) };
}

function paragraph(text: string): AdfNode {
  const content = text.split('\n').flatMap((line, at): AdfNode[] => {
    const before: AdfNode[] = at === 0 ? [] : [{ type: 'hardBreak' }];
    return line === '' ? before : [...before, { type: 'text', text: line }];
  });
  return { type: 'paragraph', content };
}

/** What a document says, as plain text with empty lines between its blocks. Older plain strings stay as they are. */
export function toText(node: unknown): string {
  if (typeof node === 'string') return node;
  if (typeof node !== 'object' || node === null) return '';
  const { type, content = [] } = node as AdfNode;
  const parts = content.map(toText);
  if (type === 'doc' || type === 'blockquote') return parts.join('\n\n').trim();
  if (type === 'bulletList' || type === 'orderedList') {
    return parts
      .map((item, at) => `${type === 'bulletList' ? '-' : `${at + 1}.`} ${item}`)
      .join('\n');
  }
  if (type === 'listItem') return parts.join('\n');
  return content.length > 0 ? parts.join('') : leaf(node as AdfNode);
}

function leaf({ type, text, attrs }: AdfNode): string {
  if (type === 'hardBreak') return '\n';
  if (text !== undefined) return text;
  const shown = attrs?.text ?? attrs?.url ?? attrs?.shortName;
  return typeof shown === 'string' ? shown : '';
}
