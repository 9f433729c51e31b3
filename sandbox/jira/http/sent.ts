import { holdsUnheld, readJson } from '../../core/router';
import { badRequest, Problem, Refusal } from './refusal';
import { type SentFile } from './call';

/** What a request carries. */
export type Sent = {
  /** The parsed JSON body; undefined when there is none. */
  readonly json: unknown;
  /** What a form calls `file`. */
  readonly files: readonly SentFile[];
};

const NOT_JSON = 'There was an error parsing JSON. Check that your request body is valid.';

/**
 * Reads what a request carries.
 * @param form whether the call takes a form instead of JSON
 * @throws {Problem} 415 for another type of content, before anything else is looked at, as measured on real sites
 * @throws {Refusal} 400 for JSON that is none, or texts with letters that Jira cannot keep (its words for these are
 *   not known), 403 for a form without Jira's own header
 */
export async function readSent(request: Request, form: boolean): Promise<Sent> {
  if (form) return { json: undefined, files: await filesOf(request) };
  const type = request.headers.get('content-type');
  const json = await jsonOf(request);
  if (json !== undefined && !type?.toLowerCase().startsWith('application/json'))
    throw unsupported(request, type);
  if (holdsUnheld(json) || holdsUnheld([...new URL(request.url).searchParams.values()]))
    throw badRequest('The request holds characters that are not allowed in texts.');
  return { json, files: [] };
}

function unsupported(request: Request, type: string | null): Problem {
  return new Problem(415, 'Unsupported Media Type', {
    detail: `Content-Type '${type ?? 'null'}' is not supported.`,
    instance: new URL(request.url).pathname,
  });
}

/** Anything that is no JSON is a text here: whether it may be one is asked by its type first. */
async function jsonOf(request: Request): Promise<unknown> {
  const isJson = request.headers.get('content-type')?.toLowerCase().startsWith('application/json');
  try {
    return isJson ? await readJson(request) : (await request.text()) || undefined;
  } catch {
    throw new Refusal(400, [NOT_JSON]);
  }
}

async function filesOf(request: Request): Promise<readonly SentFile[]> {
  const type = request.headers.get('content-type');
  if (!type?.startsWith('multipart/form-data')) throw unsupported(request, type);
  if (request.headers.get('x-atlassian-token') !== 'no-check')
    throw new Refusal(403, ['XSRF check failed']);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- small files of one machine
  const files = (await request.formData()).getAll('file').filter((one) => typeof one !== 'string');
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      type: file.type,
      content: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}
