import { type Clock } from '../core/clock';
import { type Fault, type Faults } from '../core/faults';

/** One call that left for the outside world. */
export type Outgoing = {
  readonly service: string;
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly body: unknown;
  /** ISO 8601, by the sandbox's clock. */
  readonly time: string;
  readonly answer: { readonly status: number; readonly body: unknown } | { readonly error: string };
};

/** Answers for one vendor's addresses, as the vendor would. */
export type Service = {
  /** Short name, used by faults: `slack`. */
  readonly name: string;
  readonly hosts: readonly string[];
  readonly answer: (request: Request) => Promise<Response>;
};

/**
 * The internet as the sandbox has it: emulated services at their real addresses, and a record of every call.
 * An address that nobody emulates answers 501 and names itself.
 */
export class Outside {
  private calls: Outgoing[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly faults: Faults,
    private readonly services: readonly Service[] = [],
  ) {}

  get outbox(): readonly Outgoing[] {
    return this.calls;
  }

  reset(): void {
    this.calls = [];
  }

  /** A mail that a product of the site sent by itself. */
  mailed(body: { readonly to: readonly string[] }): void {
    const path = body.to.join();
    this.calls.push({
      service: 'mail',
      method: 'SEND',
      url: `mailto:${path}`,
      path,
      body,
      time: new Date(this.clock.now()).toISOString(),
      answer: { status: 204, body: '' },
    });
  }

  /** @throws {TypeError} as fetch does, when a fault breaks the connection. */
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const service = this.services.find(({ hosts }) => hosts.includes(url.hostname));
    const record = {
      service: service?.name ?? url.hostname,
      method: request.method,
      url: request.url,
      path: url.pathname + url.search,
      body: parsed(await request.clone().text()),
      time: new Date(this.clock.now()).toISOString(),
    };
    try {
      const response = await this.answer(service, request, record.service);
      const body = parsed(await response.clone().text());
      this.calls.push({ ...record, answer: { status: response.status, body } });
      return response;
    } catch (error) {
      this.calls.push({ ...record, answer: { error: String(error) } });
      throw error;
    }
  }

  private async answer(service: Service | undefined, request: Request, name: string) {
    const { method, url } = request;
    const fault = this.faults.take(name, { method, path: new URL(url).pathname });
    if (fault) return broken(fault);
    if (service) return service.answer(request);
    const message = `The sandbox does not emulate ${method} ${url}`;
    return Response.json({ error: message }, { status: 501 });
  }
}

/** What a fault answers with, or throws as fetch would. */
async function broken({ status = 500, retryAfter }: Fault): Promise<Response> {
  if (status === 'reset') throw new TypeError('fetch failed: connection reset');
  if (status === 'timeout') {
    await new Promise((resolve) => setTimeout(resolve, 30_000).unref());
    throw new TypeError('fetch failed: timed out');
  }
  const headers: Record<string, string> = retryAfter ? { 'Retry-After': String(retryAfter) } : {};
  return Response.json({ error: 'A fault asked for at /_sandbox/faults' }, { status, headers });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // not JSON: shown as it is
  }
}
