import { type Element, type StorageNode } from './parse';
import { type AdfNode } from './types';

/** A Forge macro in storage format, and in Atlassian's document format. */

const kebab = (name: string): string => name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`);
const camel = (name: string): string =>
  name.replace(/-([a-z])/g, (_, one: string) => one.toUpperCase());

const elements = (nodes: readonly StorageNode[]): Element[] =>
  nodes.filter((node): node is Element => typeof node !== 'string');
const words = (nodes: readonly StorageNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : words(node.children))).join('');

/**
 * The node that an `ac:adf-extension` stands for; undefined when it holds none.
 *
 * @param blocks turns what is in the body of a macro into nodes.
 */
export function extensionOf(
  { children }: Element,
  blocks: (nodes: readonly StorageNode[]) => AdfNode[],
): AdfNode | undefined {
  const node = elements(children).find(({ name }) => name === 'ac:adf-node');
  if (!node) return undefined;
  const inside = elements(node.children);
  const attributes = inside.filter(({ name }) => name === 'ac:adf-attribute');
  const body = inside.find(({ name }) => name === 'ac:adf-content');
  return {
    type: camel(node.attributes['type'] ?? 'extension'),
    attrs: Object.fromEntries(attributes.map(entryOf)),
    ...(body ? { content: blocks(body.children) } : {}),
  };
}

const entryOf = ({ attributes, children }: Element): [string, unknown] => [
  camel(attributes['key'] ?? ''),
  valueOf(attributes['type'], children),
];

function valueOf(type: string | undefined, children: readonly StorageNode[]): unknown {
  const inside = elements(children);
  const parameters = inside.filter(({ name }) => name === 'ac:adf-parameter');
  if (parameters.length > 0) return Object.fromEntries(parameters.map(entryOf));
  const values = inside.filter(({ name }) => name === 'ac:adf-parameter-value');
  if (values.length > 0) {
    const list = values.map((one) => valueOf(one.attributes['type'], one.children));
    // An empty list is written as one empty value.
    return list.length === 1 && list[0] === '' ? [] : list;
  }
  const text = words(children);
  if (type === 'integer' || type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}

/** A node of a Forge macro in storage format. @param inside what is in its body, in storage format. */
export function extensionToStorage({ type, attrs = {} }: AdfNode, inside: string): string {
  const attributes = Object.entries(attrs)
    .map(([key, value]) => written('ac:adf-attribute', key, value))
    .join('');
  const body = inside === '' ? '' : `<ac:adf-content>${inside}</ac:adf-content>`;
  return `<ac:adf-extension><ac:adf-node type="${kebab(type)}">${attributes}${body}</ac:adf-node></ac:adf-extension>`;
}

function written(element: string, key: string | undefined, value: unknown): string {
  if (value === undefined || value === null) return '';
  const name = key === undefined ? '' : ` key="${escaped(kebab(key))}"`;
  return `<${element}${name}${typeOf(value)}>${contentOf(value)}</${element}>`;
}

function typeOf(value: unknown): string {
  if (typeof value === 'boolean') return ' type="boolean"';
  if (typeof value !== 'number') return '';
  return Number.isInteger(value) ? ' type="integer"' : ' type="number"';
}

function contentOf(value: unknown): string {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value.length === 0 ? [''] : value;
    return list.map((one) => written('ac:adf-parameter-value', undefined, one)).join('');
  }
  if (typeof value !== 'object' || value === null) return escaped(String(value));
  return Object.entries(value)
    .map(([key, one]) => written('ac:adf-parameter', key, one))
    .join('');
}

/** Text for the storage format. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
