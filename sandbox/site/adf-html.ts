/** A node of Atlassian's document format, as far as it is read here. */
export type Node = {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Record<string, unknown> }[];
  readonly content?: readonly Node[];
};

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
  taskList: 'ul',
  taskItem: 'li',
};
const MARKS: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  code: 'code',
  underline: 'u',
  strike: 's',
};

/** A document as plain HTML: what an export to a file would hold. What it does not know keeps its text. */
export function toHtml(node: Node): string {
  const { type, text, attrs = {}, marks = [], content = [] } = node;
  if (text !== undefined) return marks.reduce(marked, escapeHtml(text));
  const inside = content.map(toHtml).join('');
  const tag = TAGS[type];
  if (tag) return `<${tag}>${inside}</${tag}>`;
  switch (type) {
    case 'heading': {
      // The page's title is the first level.
      const level = Math.min((Number(attrs['level']) || 1) + 1, 6);
      return `<h${level}>${inside}</h${level}>`;
    }
    case 'table':
      return `<table><tbody>${inside}</tbody></table>`;
    case 'panel':
      return `<div class="panel">${inside}</div>`;
    case 'codeBlock':
      return `<pre><code>${inside}</code></pre>`;
    case 'rule':
      return '<hr>';
    case 'hardBreak':
      return '<br>';
    case 'date':
      return escapeHtml(dayOf(Number(attrs['timestamp'])));
    case 'inlineCard':
    case 'blockCard':
      return link(attrs['url'], escapeHtml(textOf(attrs['url'])));
    default:
      return escapeHtml(textOf(attrs['text'])) + inside;
  }
}

function marked(inside: string, { type, attrs }: { type: string; attrs?: Node['attrs'] }): string {
  if (type === 'link') return link(attrs?.['href'], inside);
  const tag = MARKS[type];
  return tag ? `<${tag}>${inside}</${tag}>` : inside;
}

/** Only web and mail addresses become links: a document is written by anybody. */
function link(href: unknown, inside: string): string {
  const address = textOf(href);
  if (!/^(https?:|mailto:|\/)/.test(address)) return inside;
  return `<a href="${escapeHtml(address)}">${inside}</a>`;
}

const dayOf = (timestamp: number): string =>
  Number.isNaN(timestamp) ? '' : new Date(timestamp).toISOString().slice(0, 10);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
