import { z } from 'zod';

type Node = {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly Node[] | undefined;
  readonly content?: readonly Node[] | undefined;
};

const Node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    text: z.string().optional(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    marks: z.array(Node).optional(),
    content: z.array(Node).optional(),
  }),
);

/** Nodes that stand on a line of their own. */
const BLOCKS = ['paragraph', 'heading', 'listItem', 'codeBlock', 'blockquote', 'panel', 'tableRow'];

/**
 * The words of a document as Jira keeps long texts: lines, links with their addresses, names of people who are
 * mentioned. What has no words (a picture, a rule) says nothing; what is no document has no words.
 */
export function wordsIn(document: unknown): string {
  const read = Node.safeParse(document);
  if (!read.success) return '';
  return wordsOf(read.data)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function wordsOf(node: Node): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'text') return linked(node);
  const { text, url } = node.attrs ?? {};
  if (node.type === 'mention' || node.type === 'emoji') return typeof text === 'string' ? text : '';
  if (node.type === 'inlineCard') return typeof url === 'string' ? url : '';
  const inner = (node.content ?? []).map(wordsOf).join('');
  return BLOCKS.includes(node.type ?? '') ? `${inner}\n` : inner;
}

function linked({ text = '', marks = [] }: Node): string {
  const address = marks.find(({ type }) => type === 'link')?.attrs?.['href'];
  return typeof address === 'string' && address !== text ? `${text} (${address})` : text;
}
