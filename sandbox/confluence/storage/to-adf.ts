import { extensionOf } from './extensions';
import { MACRO_CORE } from './from-adf';
import { inlineOf, textOf } from './inline-to-adf';
import { type Element, parseStorage, type StorageNode } from './parse';
import { type AdfDocument, type AdfNode } from './types';

/** Which panel a macro of the older editor is. */
const PANELS: Readonly<Record<string, string>> = {
  info: 'info',
  tip: 'success',
  note: 'warning',
  warning: 'error',
  panel: 'info',
};
/** They stand for what is in them. */
const TRANSPARENT = new Set([
  'div',
  'section',
  'tbody',
  'thead',
  'tfoot',
  'ac:rich-text-body',
  'ac:layout',
  'ac:layout-section',
  'ac:layout-cell',
]);
/** Confluence keeps none of these either. */
const DROPPED = new Set(['script', 'style', 'colgroup', 'iframe', 'object', 'embed', 'form']);

/**
 * A page in storage format as Atlassian's document format, in which nothing can be executed.
 *
 * @throws {BrokenMarkup} where it is not well formed.
 */
export function toAdf(storage: string): AdfDocument {
  return { type: 'doc', version: 1, content: blocks(parseStorage(storage)) };
}

/** Loose text between blocks becomes a paragraph. */
function blocks(nodes: readonly StorageNode[]): AdfNode[] {
  const found: AdfNode[] = [];
  let loose: StorageNode[] = [];
  const end = () => {
    const content = inlineOf(loose);
    loose = [];
    if (textOf(content).trim() !== '') found.push({ type: 'paragraph', content });
  };
  for (const node of nodes) {
    const made = typeof node === 'string' ? undefined : block(node);
    if (made === undefined) loose.push(node);
    else {
      end();
      found.push(...made);
    }
  }
  end();
  return found;
}

/** Undefined for what stands in a line. */
function block(element: Element): AdfNode[] | undefined {
  const { name, children } = element;
  if (DROPPED.has(name)) return [];
  if (TRANSPARENT.has(name)) return blocks(children);
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level)
    return [{ type: 'heading', attrs: { level: Number(level) }, content: inlineOf(children) }];
  switch (name) {
    case 'p':
      return [{ type: 'paragraph', content: inlineOf(children) }];
    case 'ul':
      return [{ type: 'bulletList', content: within(children, 'li', 'listItem') }];
    case 'ol':
      return [{ type: 'orderedList', content: within(children, 'li', 'listItem') }];
    case 'blockquote':
      return [{ type: 'blockquote', content: blocks(children) }];
    case 'hr':
      return [{ type: 'rule' }];
    case 'pre':
      return [code(textOf(inlineOf(children)))];
    case 'table':
      return [{ type: 'table', content: rowsOf(children) }];
    case 'ac:task-list':
      return [{ type: 'taskList', content: elements(children, 'ac:task').map(task) }];
    case 'ac:structured-macro':
      return macro(element);
    case 'ac:adf-extension':
      return [extensionOf(element, blocks) ?? []].flat();
    default:
      return undefined;
  }
}

const elements = (nodes: readonly StorageNode[], name: string): Element[] =>
  nodes.flatMap((node) => (typeof node !== 'string' && node.name === name ? [node] : []));

const within = (nodes: readonly StorageNode[], name: string, type: string): AdfNode[] =>
  elements(nodes, name).map(({ children }) => ({ type, content: blocks(children) }));

function rowsOf(nodes: readonly StorageNode[]): AdfNode[] {
  return nodes.flatMap((node): AdfNode[] => {
    if (typeof node === 'string') return [];
    if (node.name === 'tr') return [{ type: 'tableRow', content: cellsOf(node) }];
    return TRANSPARENT.has(node.name) ? rowsOf(node.children) : [];
  });
}

function cellsOf({ children }: Element): AdfNode[] {
  return children.flatMap((node): AdfNode[] => {
    if (typeof node === 'string' || !/^t[hd]$/.test(node.name)) return [];
    const type = node.name === 'th' ? 'tableHeader' : 'tableCell';
    return [{ type, content: blocks(node.children) }];
  });
}

function task({ children }: Element): AdfNode {
  const [status] = elements(children, 'ac:task-status');
  const [body] = elements(children, 'ac:task-body');
  const done = textOf(inlineOf(status?.children ?? [])) === 'complete';
  const content = inlineOf(body?.children ?? []);
  return { type: 'taskItem', attrs: { state: done ? 'DONE' : 'TODO' }, content };
}

/** Panels and code; any other macro is named, as its program is not here. Undefined for one that stands in a line. */
function macro({ attributes, children }: Element): AdfNode[] | undefined {
  const name = attributes['ac:name'] ?? '';
  if (name === 'status') return undefined;
  const panelType = PANELS[name];
  const [body] = elements(children, 'ac:rich-text-body');
  if (panelType)
    return [{ type: 'panel', attrs: { panelType }, content: blocks(body?.children ?? []) }];
  const [plain] = elements(children, 'ac:plain-text-body');
  if (name === 'code') return [code(textOf(inlineOf(plain?.children ?? [])))];
  const type = 'extension';
  const given = elements(children, 'ac:parameter').map((one) => [
    one.attributes['ac:name'] ?? '',
    { value: textOf(inlineOf(one.children)) },
  ]);
  const parameters = { macroParams: Object.fromEntries(given) as Record<string, unknown> };
  const withParameters = given.length === 0 ? {} : { parameters };
  return [{ type, attrs: { extensionType: MACRO_CORE, extensionKey: name, ...withParameters } }];
}

const code = (text: string): AdfNode => ({
  type: 'codeBlock',
  content: [{ type: 'text', text }],
});
