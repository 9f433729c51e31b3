import { type Block, type Document, type Inline, textOf } from './document';

/** The document as Markdown (GitHub's, because of the tables). Nothing that people wrote is read as markup. */
export function toMarkdown({ title, blocks }: Document): string {
  return [`# ${escaped(title)}`, ...blocks.map(blockText)].join('\n\n') + '\n';
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${escaped(block.text)}`;
    case 'blank':
      return '-';
    case 'paragraph':
      return inlineText(block.text);
    case 'list':
      return block.items.map((item) => `- ${inlineText(item)}`).join('\n');
    case 'table':
      return tableText(block);
  }
}

function tableText({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const width = head?.length ?? rows[0]?.length ?? 1;
  const titles = head?.map(escaped) ?? Array.from({ length: width }, () => ' ');
  return [
    line(titles),
    line(titles.map(() => '---')),
    ...rows.map((cells) => line(cells.map(inlineText))),
  ].join('\n');
}

function inlineText(inline: Inline): string {
  const text = escaped(textOf(inline));
  return typeof inline === 'string'
    ? text
    : `[${text}](<${inline.address.replace(/[<>\s]/g, '')}>)`;
}

/** Letters that mean something to Markdown or to HTML in it; a line break stays one, inside of a table too. */
function escaped(text: string): string {
  return text
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|#~]/g, (letter) => `\\${letter}`)
    .replaceAll('>', '&gt;')
    .replace(/^([-+])(?=\s)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replaceAll(/\s*\r?\n\s*/g, '<br>');
}
