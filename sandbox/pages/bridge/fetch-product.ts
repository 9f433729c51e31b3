import type { Commands } from './frame';
import { dict, requiredText, text, type Dict } from './payload';

/** Calls of the products' REST addresses as the person who looks at the page: same origin, their own session. */
export const fetchCommands: Commands = {
  async fetchProduct(data, { module }) {
    const init = dict(dict(data).fetchRequestInit);
    const headers = new Headers(headerList(init.headers));
    // The site's server knows by it that an app asks, not the page: the app's scopes count.
    headers.set('x-forge-module', module.key);
    const body = dict(data).isMultipartFormData === true ? formOf(init, headers) : init.body;
    const response = await fetch(sameOrigin(requiredText(data, 'restPath')), {
      method: text(init, 'method') ?? 'GET',
      headers,
      body: (body ?? null) as BodyInit | null,
      credentials: 'same-origin',
    });
    return told(response);
  },
};

/** @throws Error for an address that is not the site's: the session must not go elsewhere. */
function sameOrigin(path: string): string {
  const url = new URL(path, window.location.origin);
  if (!path.startsWith('/') || url.origin !== window.location.origin) {
    throw new Error(`"${path}" is not a path of this site.`);
  }
  return url.pathname + url.search;
}

function headerList(value: unknown): [string, string][] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((pair): pair is [unknown, unknown] => Array.isArray(pair) && pair.length === 2)
    .map(([name, content]) => [String(name), String(content)]);
}

async function told(response: Response) {
  const isAttachment = response.headers.has('content-disposition');
  return {
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries(response.headers.entries()),
    body: isAttachment ? await base64(await response.blob()) : await response.text(),
    isAttachment,
  };
}

function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.onerror = () => {
      reject(new Error('The attachment could not be read.'));
    };
    reader.readAsDataURL(blob);
  });
}

/** A form crosses the bridge as JSON, its files as data addresses with name and type beside them. */
function formOf(init: Dict, headers: Headers): FormData {
  const parts = dict(JSON.parse(text(init, 'body') ?? '{}'));
  const form = new FormData();
  for (const [key, value] of Object.entries(parts)) {
    if (key.startsWith('__')) continue;
    const name = text(parts, `__${key}Name`);
    if (name === undefined) form.append(key, String(value));
    else form.append(key, blobOf(String(value), text(parts, `__${key}Type`)), name);
  }
  headers.delete('content-type');
  return form;
}

function blobOf(dataUrl: string, type = 'application/octet-stream'): Blob {
  const bytes = Uint8Array.from(atob(dataUrl.replace(/^[^,]*,/, '')), (c) => c.charCodeAt(0));
  return new Blob([bytes], { type });
}
