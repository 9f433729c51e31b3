import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';
import { type Manifest } from './manifest';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
/** Names like `index-B3xk29aQ.js`, which a bundler changes with the content. */
const HASHED = /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

type Deps = {
  readonly appDir: string;
  readonly backendDir: string;
  readonly bridgeClient: string | undefined;
  readonly manifest: Manifest;
  readonly siteUrl: () => string;
};

/** Serves an app's Custom UI as Atlassian's CDN does: its own origin, the bridge first, a strict policy. */
export class Frames {
  constructor(private readonly deps: Deps) {}

  /** Addresses: `/_app/bridge.js`, `/_app/{resourceKey}/{file}`, `/_app/{resourceKey}/__LOCALES__/{file}`. */
  async answer(request: Request): Promise<Response> {
    const path = decodeURIComponent(new URL(request.url).pathname);
    const [, , resourceKey = '', ...rest] = path.split('/');
    if (resourceKey === 'bridge.js') return this.bridge(request);
    const resource = this.deps.manifest.resources.find(({ key }) => key === resourceKey);
    if (!resource) return page(404, `The manifest has no resource "${resourceKey}".`);
    const locales = rest[0] === '__LOCALES__';
    const root = locales ? this.deps.backendDir : resolve(this.deps.appDir, resource.path);
    const file = join(root, ...(rest.join('/') === '' ? ['index.html'] : rest));
    if (!file.startsWith(root + sep)) return page(404, 'No such file.');
    const content = await readIfThere(file);
    if (!content) return this.missing(file, resource.path);
    return extname(file) === '.html'
      ? this.html(request, content)
      : asset(request, content, file, HASHED.test(file));
  }

  private async bridge(request: Request): Promise<Response> {
    const { bridgeClient } = this.deps;
    const content = bridgeClient === undefined ? undefined : await readIfThere(bridgeClient);
    return content
      ? asset(request, content, 'bridge.js', false)
      : page(503, 'The bridge client has not been built.');
  }

  private html(request: Request, content: Buffer): Response {
    const original = content.toString();
    const document = load(original);
    document('head').prepend('<script src="/_app/bridge.js"></script>');
    const headers = { 'content-security-policy': this.policy(original) };
    return asset(request, Buffer.from(document.html()), '.html', false, headers);
  }

  /** The policy of `@forge/csp` for this manifest, with the local site as the only one that may embed. */
  private policy(html: string): string {
    const { content, external } = this.deps.manifest;
    const plain = new CSPProcessingService({ info: () => undefined }, load);
    const permissions = {
      content,
      external: {
        images: [...external.images],
        media: [...external.media],
        scripts: [...external.scripts],
        styles: [...external.styles],
        fonts: [...external.fonts],
        frames: [...external.frames],
        fetch: { client: [...external.fetch.client] },
      },
    };
    return new CSPInjectionService()
      .getInjectableCSP({
        existingCSPDetails: plain.getCspDetails(html, permissions),
        microsEnv: 'prod',
        hostname: this.deps.siteUrl(),
      })
      .filter((directive) => !directive.startsWith('report-uri'))
      .join('; ');
  }

  private missing(file: string, path: string): Response {
    return file.endsWith('index.html')
      ? page(404, `${path} has no index.html: build the app's Custom UI first.`)
      : page(404, 'No such file.');
  }
}

function asset(
  request: Request,
  content: Buffer,
  name: string,
  forever: boolean,
  more: Readonly<Record<string, string>> = {},
): Response {
  const etag = `"${createHash('sha1').update(content).digest('base64url')}"`;
  const headers = {
    ...more,
    etag,
    'content-type': TYPES[extname(name) || name] ?? 'application/octet-stream',
    'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers });
  }
  const body = request.method === 'HEAD' ? null : new Uint8Array(content);
  return new Response(body, { headers });
}

function page(status: number, text: string): Response {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return new Response(
    `<!doctype html><meta charset="utf-8"><title>${status}</title><p>${safe}</p>`,
    {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    },
  );
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? readFile(file) : undefined;
}
