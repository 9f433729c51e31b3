import { type Element, type StorageNode } from './parse';
import { type AdfMark, type AdfNode } from './types';

const MARKS: Readonly<Record<string, string>> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  code: 'code',
  u: 'underline',
  s: 'strike',
  del: 'strike',
};

/** The text of a line with its marks. */
export function inlineOf(nodes: readonly StorageNode[], marks: readonly AdfMark[] = []): AdfNode[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? text(node, marks) : one(node, marks)));
}

/** The words alone. */
export function textOf(nodes: readonly AdfNode[]): string {
  return nodes
    .map(({ text, attrs, content = [] }) => text ?? named(attrs?.['text']) ?? textOf(content))
    .join('');
}

const named = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function text(words: string, marks: readonly AdfMark[]): AdfNode[] {
  if (words === '') return [];
  return [{ type: 'text', text: words, ...(marks.length === 0 ? {} : { marks }) }];
}

function one(element: Element, marks: readonly AdfMark[]): AdfNode[] {
  const { name, attributes, children } = element;
  const mark = MARKS[name];
  if (mark) return inlineOf(children, [...marks, { type: mark }]);
  const { href, datetime } = attributes;
  switch (name) {
    case 'br':
      return [{ type: 'hardBreak' }];
    case 'a':
      return inlineOf(children, href ? [...marks, { type: 'link', attrs: { href } }] : marks);
    case 'time': {
      const timestamp = String(Date.parse(`${datetime ?? ''}T00:00:00Z`));
      return [{ type: 'date', attrs: { timestamp } }];
    }
    case 'ac:link':
      return linked(element, marks);
    case 'ac:structured-macro':
      return attributes['ac:name'] === 'status' ? [status(children)] : [];
    case 'script':
    case 'style':
    case 'ac:parameter':
      return [];
    default:
      return inlineOf(children, marks);
  }
}

/** A person is mentioned; another page is named. */
function linked({ children }: Element, marks: readonly AdfMark[]): AdfNode[] {
  const inside = children.filter((node) => typeof node !== 'string');
  const id = inside.find(({ name }) => name === 'ri:user')?.attributes['ri:account-id'];
  if (id) return [{ type: 'mention', attrs: { id, text: '@' } }];
  const body = inside.find(({ name }) => /^ac:(plain-text-)?link-body$/.test(name));
  if (body) return inlineOf(body.children, marks);
  const page = inside.find(({ name }) => name === 'ri:page');
  return text(page?.attributes['ri:content-title'] ?? '', marks);
}

function status(children: readonly StorageNode[]): AdfNode {
  const parameter = (name: string) =>
    children.find((node) => typeof node !== 'string' && node.attributes['ac:name'] === name) as
      Element | undefined;
  const words = textOf(inlineOf(parameter('title')?.children ?? []));
  const color = textOf(inlineOf(parameter('colour')?.children ?? [])).toLowerCase() || 'neutral';
  return { type: 'status', attrs: { text: words, color } };
}
