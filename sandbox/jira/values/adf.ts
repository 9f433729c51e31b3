/** Atlassian Document Format: its plain text, a plain rendering. */

type Node = {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly content?: unknown;
  readonly attrs?: unknown;
  readonly marks?: unknown;
};

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'blockquote', 'panel']);

export function plainText(document: unknown): string {
  return walk(document as Node).trim();
}

function walk(node: Node): string {
  if (typeof node.text === 'string') return node.text;
  if (node.type === 'hardBreak') return '\n';
  const attribute = attributeText(node);
  if (attribute !== undefined) return attribute;
  const inside = children(node).map(walk).join('');
  return BLOCKS.has(String(node.type)) ? `${inside}\n` : inside;
}

/** Mentions, emoji, cards and dates carry their text in an attribute. */
function attributeText({ attrs }: Node): string | undefined {
  if (typeof attrs !== 'object' || attrs === null) return undefined;
  const { text, url } = attrs as { text?: unknown; url?: unknown };
  if (typeof text === 'string') return text;
  return typeof url === 'string' ? url : undefined;
}

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
  panel: 'div',
};

const MARKS: Readonly<Record<string, string>> = {
  strong: 'b',
  em: 'em',
  code: 'tt',
  strike: 'del',
};

/** The HTML of `renderedFields`; knows the nodes that people write in issues. */
export function toHtml(document: unknown): string {
  return html(document as Node);
}

function html(node: Node): string {
  if (typeof node.text === 'string') return marked(node, escapeHtml(node.text));
  if (node.type === 'hardBreak') return '<br/>';
  if (node.type === 'rule') return '<hr/>';
  const attribute = attributeText(node);
  if (attribute !== undefined) return escapeHtml(attribute);
  const inside = children(node).map(html).join('');
  if (node.type === 'heading') return `<h${level(node)}>${inside}</h${level(node)}>`;
  const tag = TAGS[String(node.type)];
  return tag === undefined ? inside : `<${tag}>${inside}</${tag}>`;
}

function marked({ marks }: Node, text: string): string {
  if (!Array.isArray(marks)) return text;
  return (marks as { type?: unknown; attrs?: { href?: unknown } }[]).reduce((inner, mark) => {
    if (mark.type === 'link') {
      return `<a href="${escapeHtml(String(mark.attrs?.href))}" class="external-link">${inner}</a>`;
    }
    const tag = MARKS[String(mark.type)];
    return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`;
  }, text);
}

function level({ attrs }: Node): number {
  const value = (attrs as { level?: unknown } | undefined)?.level;
  return typeof value === 'number' ? value : 1;
}

const children = ({ content }: Node): readonly Node[] =>
  Array.isArray(content) ? (content as Node[]) : [];

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
