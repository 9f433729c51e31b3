import { requestConfluence, requestJira } from '@forge/bridge';
import { asHoldableJson } from '../../../src/contract';

/**
 * What a product answered to the viewer's own browser. Status 0: it did not answer.
 * `at`: epoch milliseconds by the product's clock where it tells it, else by the browser's.
 */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly at: number }
  | { readonly ok: false; readonly status: number; readonly reason: string | null };

type Asked = { readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly body?: unknown };

/** One call to Jira's REST API as the viewer; nothing is counted against the app's quota. */
export function askJira<Value>(path: string, asked?: Asked): Promise<Answer<Value>> {
  return ask(requestJira, path, asked);
}

/** The same to Confluence. Where the site has none, the answer is not a good one. */
export function askConfluence<Value>(path: string): Promise<Answer<Value>> {
  return ask(requestConfluence, path);
}

async function ask<Value>(
  request: typeof requestJira,
  path: string,
  { method = 'GET', body }: Asked = {},
): Promise<Answer<Value>> {
  try {
    const response = await request(path, {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: asHoldableJson(body) }),
    });
    const text = await response.text();
    const value: unknown = text === '' ? undefined : JSON.parse(text);
    if (response.ok) return { ok: true, value: value as Value, at: momentOf(response) };
    return { ok: false, status: response.status, reason: reasonIn(value) };
  } catch {
    return { ok: false, status: 0, reason: null }; // no network, or a proxy's page in the place of JSON
  }
}

function momentOf({ headers }: Response): number {
  const told = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(told) ? Date.now() : told;
}

function reasonIn(value: unknown): string | null {
  const { errorMessages = [], errors = {} } = (value ?? {}) as {
    readonly errorMessages?: readonly string[];
    readonly errors?: Readonly<Record<string, unknown>>;
  };
  const said = [...errorMessages, ...Object.values(errors).map(String)].join(' ');
  return said === '' ? null : said;
}
