import { badRequest, notEmulated, Refusal } from '../http/refusal';
import { toStorage } from '../storage/from-adf';
import { BrokenMarkup } from '../storage/parse';
import { toAdf } from '../storage/to-adf';
import { type AdfNode } from '../storage/types';
import { type BodyFormat, type Page } from './types';

const isFormat = (name: string): name is BodyFormat =>
  name === 'storage' || name === 'atlas_doc_format';

type Written = {
  readonly representation?: string | undefined;
  readonly value?: string | undefined;
};
/** A body as it is sent: by itself, or under the name of its format. */
export type SentBody = Written & { readonly [Format in BodyFormat]?: Written | undefined };

/** @throws {Refusal} 400 for a body that cannot be read, 501 for a format that is not emulated. */
export function bodyOf(sent: SentBody | undefined): Page['body'] {
  const { representation = 'storage', value = '' } =
    sent?.storage ?? sent?.atlas_doc_format ?? sent ?? {};
  const format = sent?.atlas_doc_format ? 'atlas_doc_format' : representation;
  if (!isFormat(format)) throw notEmulated(`a body of representation ${format}`);
  const body = { format, value };
  if (value !== '') shown(body, format === 'storage' ? 'atlas_doc_format' : 'storage');
  return body;
}

/** The body under the name of the format that the call asks for; nothing when it asks for none. */
export function bodyBean({ body }: Page, format: string | undefined): Record<string, unknown> {
  if (format === undefined) return {};
  if (!isFormat(format)) throw notEmulated(`body-format=${format}`);
  return { [format]: { representation: format, value: shown(body, format) } };
}

function shown({ format, value }: Page['body'], wanted: BodyFormat): string {
  if (format === wanted) return value;
  if (wanted === 'storage') return value === '' ? '' : toStorage(documentOf(value));
  try {
    return JSON.stringify(toAdf(value));
  } catch (error) {
    if (!(error instanceof BrokenMarkup)) throw error;
    throw new Refusal(400, 'BAD_REQUEST', `Error parsing xhtml: ${error.message}`);
  }
}

function documentOf(value: string): AdfNode {
  try {
    const document = JSON.parse(value) as Partial<AdfNode> | null;
    if (document?.type === 'doc' && Array.isArray(document.content)) return document as AdfNode;
  } catch {
    // Not JSON: said below in the same words as a document of another shape.
  }
  throw badRequest('The body is not a valid document in atlas_doc_format');
}
