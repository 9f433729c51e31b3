import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { type Log } from '../../core/product';
import { ConnectionReset } from './faulty';
import { type Running } from '../running/invocations';
import { proxyError } from './refusals';

/** A platform call of a running function. */
export type PlatformCall = {
  readonly running: Running;
  readonly method: string;
  /** The proxy's own address of the service that is meant, for example `/egress`. */
  readonly route: URL;
  /** What is asked of that service: a path, or a whole address. */
  readonly target: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
};

/** The text of a call's body; empty when it has none. */
export function textOf(body: PlatformCall['body']): string {
  return Buffer.from(body ?? []).toString();
}

/** The port through which every call of the app's code leaves; it knows each run by its token. */
export class Proxy {
  private readonly server: Server;
  private port = 0;

  constructor(
    private readonly runOf: (token: string) => Running | undefined,
    private readonly answer: (call: PlatformCall) => Promise<Response>,
    private readonly log: Log,
  ) {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        if (!(error instanceof ConnectionReset)) this.log('the proxy failed', error);
        request.socket.destroy();
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.handle(request);
    const headers: Record<string, string | string[]> = {};
    answer.headers.forEach((value, name) => {
      if (!OF_RESPONSE.test(name)) headers[name] = value;
    });
    const cookies = answer.headers.getSetCookie();
    if (cookies.length > 0) headers['set-cookie'] = cookies;
    const body = Buffer.from(await answer.arrayBuffer());
    if (body.length > 0) headers['content-length'] = String(body.length);
    response.writeHead(answer.status, answer.statusText, headers);
    response.end(body);
  }

  private async handle(request: IncomingMessage): Promise<Response> {
    const body = await readBody(request);
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (!OF_REQUEST.test(name))
        headers.set(name, Array.isArray(value) ? value.join(', ') : (value ?? ''));
    }
    const token = String(request.headers['forge-proxy-authorization'] ?? '').replace('Bearer ', '');
    const running = this.runOf(token);
    if (!running) {
      return proxyError(401, 'UNAUTHENTICATED', 'The function that makes this call has ended.');
    }
    return this.answer({
      running,
      method: request.method ?? 'GET',
      route: new URL(request.url ?? '/', this.url),
      target: String(request.headers['forge-proxy-target'] ?? ''),
      headers,
      body: body.length > 0 ? new Uint8Array(body) : undefined,
    });
  }
}

/** Headers that belong to one connection, or to the proxy itself. */
const OF_REQUEST =
  /^(host|connection|content-length|transfer-encoding|accept-encoding|forge-proxy-.*)$/;
/** The body is passed on unpacked. */
const OF_RESPONSE = /^(connection|content-length|transfer-encoding|content-encoding)$/;

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
