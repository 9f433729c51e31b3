import { get, put } from './http';
import type { AdfNode } from './types';

/** Calls of Confluence's REST, as the person who looks. */

export type WikiSpace = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly homepageId: string;
};

export type WikiPage = {
  readonly id: string;
  readonly title: string;
  readonly spaceId: string;
  readonly authorId: string;
  readonly version: {
    readonly number: number;
    readonly createdAt: string;
    readonly authorId: string;
  };
  readonly body: { readonly atlas_doc_format?: { readonly value: string } };
};

type List<T> = { readonly results: readonly T[] };
const API = '/wiki/api/v2';

export async function readSpaces(): Promise<readonly WikiSpace[]> {
  return (await get<List<WikiSpace>>(`${API}/spaces?limit=50&sort=name`)).results;
}

/** The space of this key; undefined when it is not there or not for this person. */
export async function readSpace(key: string): Promise<WikiSpace | undefined> {
  const query = new URLSearchParams({ keys: key });
  return (await get<List<WikiSpace>>(`${API}/spaces?${query.toString()}`)).results[0];
}

/** The pages of a space that were changed last, at most 100. */
export async function readPagesOf({ id }: WikiSpace): Promise<readonly WikiPage[]> {
  const path = `${API}/spaces/${id}/pages?limit=100&sort=-modified-date`;
  return (await get<List<WikiPage>>(path)).results;
}

/** Whether this person may write in a space. */
async function mayWriteIn({ id }: WikiSpace): Promise<boolean> {
  const path = `${API}/spaces/${id}/operations`;
  const { operations } = await get<{
    operations: readonly { readonly operation: string; readonly targetType: string }[];
  }>(path);
  return operations.some((one) => one.operation === 'create' && one.targetType === 'page');
}

/** Publishes the next version of a page. @throws {SiteError} 409 when somebody was quicker. */
export function publish({ id, title, version }: WikiPage, document: AdfNode): Promise<unknown> {
  const body = { representation: 'atlas_doc_format', value: JSON.stringify(document) };
  const next = { number: version.number + 1 };
  return put(`${API}/pages/${id}`, { id, status: 'current', title, body, version: next });
}

/** A page with its space and what is in it; nothing where it is empty. */
export async function readPage(id: string) {
  const page = await get<WikiPage>(
    `${API}/pages/${encodeURIComponent(id)}?body-format=atlas_doc_format`,
  );
  const space = await get<WikiSpace>(`${API}/spaces/${page.spaceId}`);
  const mayWrite = await mayWriteIn(space);
  const value = page.body.atlas_doc_format?.value ?? '';
  return {
    page,
    space,
    mayWrite,
    document: value === '' ? undefined : (JSON.parse(value) as AdfNode),
  };
}
