import { type Confluence } from '../confluence';
import { type Caller } from '../core/product';
import { type Forge } from '../forge';
import { escapeHtml, type Node, toHtml } from './adf-html';

type Page = {
  readonly id: string;
  readonly title: string;
  readonly spaceId: string;
  readonly body: { readonly atlas_doc_format?: { readonly value: string } };
};
type Place = {
  readonly content: { readonly id: string; readonly type: string };
  readonly space: { readonly id: string; readonly key: string };
};
type Parts = { readonly confluence: Confluence; readonly forge: Forge };

/**
 * A page of Confluence as it is exported, in plain HTML: in the place of each macro stands what the app's `adfExport`
 * function says. Undefined when this person may not see the page.
 */
export async function exportedPage(
  parts: Parts,
  caller: Caller,
  pageId: string,
): Promise<string | undefined> {
  const id = encodeURIComponent(pageId);
  const page = await read<Page>(parts, caller, `/pages/${id}?body-format=atlas_doc_format`);
  const space = page && (await read<Place['space']>(parts, caller, `/spaces/${page.spaceId}`));
  if (!space) return undefined;
  const written = page.body.atlas_doc_format?.value ?? '';
  const document = (written === '' ? { type: 'doc' } : JSON.parse(written)) as Node;
  const content = { id: page.id, type: 'page' };
  const place = { content, space: { id: space.id, key: space.key } };
  const title = escapeHtml(page.title);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>`,
    `<body><main><h1>${title}</h1>${toHtml(await withExports(document, parts.forge, place))}</main></body></html>`,
  ].join('\n');
}

async function read<T>(
  { confluence }: Parts,
  caller: Caller,
  path: string,
): Promise<T | undefined> {
  const request = new Request(`http://localhost/wiki/api/v2${path}`);
  const response = await confluence.fetch(request, caller);
  return response.ok ? ((await response.json()) as T) : undefined;
}

async function withExports(node: Node, forge: Forge, place: Place): Promise<Node> {
  if (node.attrs?.['extensionType'] === 'com.atlassian.ecosystem') {
    return exported(node, forge, place);
  }
  const content = node.content?.map((one) => withExports(one, forge, place));
  return content ? { ...node, content: await Promise.all(content) } : node;
}

type Parameters = {
  readonly localId?: string;
  readonly guestParams?: Readonly<Record<string, unknown>> | string;
  readonly extensionTitle?: string;
};

async function exported({ attrs = {} }: Node, forge: Forge, place: Place): Promise<Node> {
  const { localId = '', guestParams, extensionTitle } = (attrs['parameters'] ?? {}) as Parameters;
  const config = typeof guestParams === 'object' ? guestParams : {};
  const moduleKey = String(attrs['extensionKey']).split('/').at(-1) ?? '';
  const macro = { moduleKey, localId, exportType: 'word', config, ...place } as const;
  const answer = (await forge.exportMacro(macro)) as Partial<Node> | null | undefined;
  if (answer?.type === 'doc' && Array.isArray(answer.content)) return answer as Node;
  // Without the app's word only the macro's name is left, as in Confluence.
  const text = extensionTitle ?? moduleKey;
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}
