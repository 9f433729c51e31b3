import { type Caller, type Product } from '../core/product';

/** A seed sets the site up as a person would by a script: over REST, with that person's rights. */
export type Rest = {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  put(path: string, body: unknown): Promise<void>;
  delete(path: string): Promise<void>;
};

/** @throws {Error} with the call and Jira's answer, for anything but 2xx: a seed never goes on half done. */
export function restAs(product: Product, accountId: string): Rest {
  const caller: Caller = { accountId, viaApp: false };
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await product.fetch(
      new Request(`http://localhost${path}`, {
        method,
        // As a script would that knows which calls of Jira Service Management are experimental.
        headers: { 'Content-Type': 'application/json', 'X-ExperimentalApi': 'opt-in' },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
      caller,
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  return {
    get: <T>(path: string) => call('GET', path) as Promise<T>,
    post: <T>(path: string, body: unknown) => call('POST', path, body) as Promise<T>,
    put: async (path, body) => {
      await call('PUT', path, body);
    },
    delete: async (path) => {
      await call('DELETE', path);
    },
  };
}
