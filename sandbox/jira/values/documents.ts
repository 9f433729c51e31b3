import full from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import { Ajv, type ValidateFunction } from 'ajv';
import { badDocument, Refusal } from '../http/refusal';

export type AdfDocument = Readonly<Record<string, unknown>>;

/** As many letters as a rich text takes, its marks and nodes counted as they are sent. */
const MOST = 32_767;

let known: ValidateFunction | undefined;

/** Atlassian's own schema of its document format, compiled when it is first asked for. */
function schema(): ValidateFunction {
  if (known) return known;
  // Written in an older draft, of which it uses nothing that has changed.
  const { $schema, ...rest } = full;
  known = new Ajv({ strict: false, validateFormats: false }).compile(rest);
  return known;
}

/**
 * The document that a caller sent, held against the published schema: types of nodes and marks, what may stand in
 * what, texts that are not empty, `version`.
 * @param alsoIn key under which Jira repeats that it is too long
 * @throws {Refusal} 400 in Jira's bare words, which name no place
 */
export function documentOf(sent: object, alsoIn?: string): AdfDocument {
  if (!schema()(sent)) throw badDocument();
  if (JSON.stringify(sent).length > MOST) {
    const word = 'CONTENT_LIMIT_EXCEEDED';
    throw new Refusal(400, [word], alsoIn === undefined ? {} : { [alsoIn]: word });
  }
  return sent as AdfDocument;
}
