import { type Block, type Document, type Inline, textOf } from './document';

/** The document as the body of a Confluence page, in its storage format: well-formed, all words escaped. */
export function toStorage({ blocks }: Document): string {
  return blocks.map(blockMarkup).join('\n');
}

function blockMarkup(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'blank':
      return '<p />';
    case 'paragraph':
      return `<p>${inlineMarkup(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${inlineMarkup(item)}</li>`).join('')}</ul>`;
    case 'table':
      return tableMarkup(block);
  }
}

function tableMarkup({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const titles = head?.map((text) => `<th>${escaped(text)}</th>`).join('');
  const lines = rows.map((cells) => {
    const [first = '', ...rest] = cells.map(inlineMarkup);
    const leading = head ? `<td>${first}</td>` : `<th>${first}</th>`;
    return `<tr>${leading}${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table><tbody>${titles ? `<tr>${titles}</tr>` : ''}${lines.join('')}</tbody></table>`;
}

function inlineMarkup(inline: Inline): string {
  const text = escaped(textOf(inline)).replaceAll(/\r?\n/g, '<br />');
  return typeof inline === 'string' ? text : `<a href="${escaped(inline.address)}">${text}</a>`;
}

/** XML takes no control letters and no half of a pair, escaped or not. */
function escaped(text: string): string {
  return text
    .trim()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
