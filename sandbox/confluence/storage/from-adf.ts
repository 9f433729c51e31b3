import { escaped, extensionToStorage } from './extensions';
import { type AdfMark, type AdfNode } from './types';

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
  blockquote: 'blockquote',
};
const MARKS: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  code: 'code',
  underline: 'u',
  strike: 's',
};
/** The macro of the older editor that a panel is kept as. */
const MACROS: Readonly<Record<string, string>> = {
  info: 'info',
  note: 'info',
  success: 'tip',
  warning: 'note',
  error: 'warning',
};

/** What the document format calls the macros that are no Forge app's. */
export const MACRO_CORE = 'com.atlassian.confluence.macro.core';

/** A document in storage format. What it does not know keeps its text. */
export function toStorage(node: AdfNode): string {
  const { type, text, attrs = {}, marks = [], content = [] } = node;
  if (text !== undefined) return marks.reduce(marked, escaped(text));
  const inside = content.map(toStorage).join('');
  const tag = TAGS[type];
  if (tag) return element(tag, inside);
  const said = escaped(typeof attrs['text'] === 'string' ? attrs['text'] : '');
  switch (type) {
    case 'heading':
      return element(`h${Number(attrs['level']) || 1}`, inside);
    case 'table':
      return `<table><tbody>${inside}</tbody></table>`;
    case 'rule':
      return '<hr />';
    case 'hardBreak':
      return '<br />';
    case 'panel':
      return macro(
        MACROS[String(attrs['panelType'])] ?? 'info',
        element('ac:rich-text-body', inside),
      );
    case 'codeBlock':
      return macro('code', element('ac:plain-text-body', cdata(content)));
    case 'status':
      return macro('status', `<ac:parameter ac:name="title">${said}</ac:parameter>`);
    case 'taskList':
      return element('ac:task-list', inside);
    case 'taskItem':
      return task(attrs['state'] === 'DONE', inside);
    case 'mention':
      return `<ac:link><ri:user ri:account-id="${escaped(String(attrs['id']))}" /></ac:link>`;
    case 'date':
      return dateOf(Number(attrs['timestamp']));
    case 'extension':
    case 'bodiedExtension':
      return extension(node, inside);
    default:
      return said + inside;
  }
}

const element = (name: string, inside: string): string => `<${name}>${inside}</${name}>`;

const macro = (name: string, inside: string): string =>
  `<ac:structured-macro ac:name="${name}">${inside}</ac:structured-macro>`;

/** A Forge macro as a document's node, any other by its name; a macro's parameters are texts. */
function extension(node: AdfNode, inside: string): string {
  const { extensionType, extensionKey, parameters } = node.attrs ?? {};
  if (extensionType !== MACRO_CORE) return extensionToStorage(node, inside);
  const { macroParams = {} } = (parameters ?? {}) as { macroParams?: Record<string, Param> };
  const params = Object.entries(macroParams).map(
    ([name, { value = '' }]) =>
      `<ac:parameter ac:name="${escaped(name)}">${escaped(value)}</ac:parameter>`,
  );
  return macro(escaped(String(extensionKey)), params.join(''));
}

type Param = { readonly value?: string };

function task(done: boolean, inside: string): string {
  const status = element('ac:task-status', done ? 'complete' : 'incomplete');
  return element('ac:task', status + element('ac:task-body', inside));
}

function dateOf(timestamp: number): string {
  const date = new Date(timestamp);
  if (Number.isNaN(date.getTime())) return '';
  return `<time datetime="${date.toISOString().slice(0, 10)}" />`;
}

const cdata = (content: readonly AdfNode[]): string =>
  `<![CDATA[${content.map(({ text = '' }) => text).join('')}]]>`;

function marked(inside: string, { type, attrs }: AdfMark): string {
  if (type === 'link') return `<a href="${escaped(String(attrs?.['href']))}">${inside}</a>`;
  const tag = MARKS[type];
  return tag ? element(tag, inside) : inside;
}
