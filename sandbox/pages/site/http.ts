/** What the site answered when it refused: Jira's two kinds of messages, at the form and at its fields. */
export class SiteError extends Error {
  override readonly name = 'SiteError';

  constructor(
    readonly status: number,
    readonly messages: readonly string[],
    readonly fields: Readonly<Record<string, string>>,
  ) {
    super([...messages, ...Object.values(fields)].join(' ') || `The site answered ${status}.`);
  }
}

type Body = { errorMessages?: unknown; errors?: unknown; message?: unknown; error?: unknown };
/** One of Confluence's errors. */
type Titled = { readonly title?: unknown };

/**
 * One request to the site with the person's session.
 *
 * @throws {SiteError} for every answer but a success; status 0 when there was no answer.
 */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await send(method, path, body);
  const answer = await read(response);
  if (!response.ok) throw refused(response.status, answer);
  return answer as T;
}

export const get = <T>(path: string) => request<T>('GET', path);
export const post = <T>(path: string, body: unknown = {}) => request<T>('POST', path, body);
export const put = <T>(path: string, body: unknown = {}) => request<T>('PUT', path, body);

/** What to show when something went wrong. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function send(method: string, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    // The browser says only "failed to fetch"; the person needs to know what to do.
    throw new SiteError(0, ['The site does not answer. Is the sandbox still running?'], {});
  }
}

async function read(response: Response): Promise<unknown> {
  const content = await response.text();
  if (content === '') return undefined;
  try {
    return JSON.parse(content) as unknown;
  } catch {
    // Not JSON: an error page or a plain text; its words are what there is.
    return { message: content.slice(0, 300) };
  }
}

function refused(status: number, answer: unknown): SiteError {
  const { errorMessages, errors, message, error } = (answer ?? {}) as Body;
  const messages = Array.isArray(errorMessages) ? errorMessages.map(String) : [];
  for (const one of [message, error]) if (typeof one === 'string') messages.push(one);
  if (Array.isArray(errors)) messages.push(...errors.map((one: Titled) => String(one.title)));
  const fields =
    typeof errors === 'object' && errors !== null && !Array.isArray(errors)
      ? Object.fromEntries(Object.entries(errors).map(([key, one]) => [key, String(one)]))
      : {};
  return new SiteError(status, messages, fields);
}
