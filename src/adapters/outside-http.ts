import { type z } from 'zod';
import { IncidentError } from '../domain/errors';
import { asHoldableJson } from '../domain/texts';
import { exchange, type Reason } from './http';
import { redacted } from './redacted';

/** A service outside of Atlassian, as its adapter knows it. */
export type Vendor = {
  /** As people know it: stands in messages. */
  readonly name: string;
  /** Reads the body of a refusal. */
  readonly reason?: (body: unknown) => Reason;
  /** Another way out, for tests. */
  readonly fetch?: typeof fetch;
};

type Body =
  | { readonly json: unknown }
  | { readonly form: Readonly<Record<string, string>> }
  | { readonly bytes: Uint8Array; readonly type: string };

/** One call to a vendor. */
export type OutsideCall<Answer> = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As it was pasted, where people paste it. */
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
  /** What of address and body is a credential; headers, query and path need not be named. */
  readonly secrets?: readonly string[];
  /** A write that the vendor has a key for: sent twice it counts once. Reads always are. */
  readonly repeatable?: true;
  readonly reads?: 'json' | 'text' | 'bytes';
  /** What the answer has to be: everything else is a lost answer. */
  readonly shape: z.ZodType<Answer>;
  readonly deadlineMs?: number;
  readonly maxBytes?: number;
};

/**
 * Asks a vendor once. No credential gets into an error: of addresses it has the host alone. It is not followed where an
 * answer leads elsewhere, so that credentials go to nobody else.
 *
 * @throws {IncidentError} as `exchange` does; `invalid-input` for an address that is none of https
 */
export async function askOutside<Answer>(
  vendor: Vendor,
  call: OutsideCall<Answer>,
): Promise<Answer> {
  const { method = 'GET', headers = {}, body, shape, deadlineMs, maxBytes } = call;
  const address = addressOf(call.address);
  const secrets = [...(call.secrets ?? []), ...secretsIn(headers, address)];
  const init = {
    method,
    headers: { ...(body && { 'Content-Type': typeOf(body) }), ...headers },
    redirect: 'manual' as const,
    ...(body && { body: sentOf(body) }),
  };
  return exchange({
    service: vendor.name,
    send: (signal) => (vendor.fetch ?? fetch)(address.href, { ...init, signal }),
    reads: call.reads ?? 'json',
    shape,
    repeatable: call.repeatable ?? method === 'GET',
    hide: (text) => redacted(text, secrets),
    ...(vendor.reason && { reason: vendor.reason }),
    deadlineMs,
    maxBytes,
  });
}

/**
 * An address as the platform takes it: it knows one that spells out https's own port as another address, which the
 * manifest does not have, and Teams hands out such.
 *
 * @throws {IncidentError} `invalid-input` for anything but https, and for a name or password in it
 */
function addressOf(text: string): URL {
  const address = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (address?.protocol !== 'https:' || address.username !== '' || address.password !== '')
    throw new IncidentError('invalid-input', 'Not an address of https');
  return address;
}

const SECRET_HEADERS = /authorization|token|key|secret|signature/i;
/** Shorter pieces are words of the vendor's interface. */
const SHORTEST_SECRET = 8;

function secretsIn(headers: Readonly<Record<string, string>>, address: URL): string[] {
  const shown = Object.entries(headers).filter(([name]) => SECRET_HEADERS.test(name));
  const pieces = [
    ...shown.flatMap(([, value]) => [value, ...value.split(/[\s=]+/)]),
    ...address.searchParams.values(),
    ...address.pathname.split('/'),
  ];
  return pieces.filter((piece) => piece.length >= SHORTEST_SECRET);
}

function typeOf(body: Body): string {
  if ('json' in body) return 'application/json; charset=utf-8';
  return 'form' in body ? 'application/x-www-form-urlencoded' : body.type;
}

function sentOf(body: Body): string | Uint8Array<ArrayBuffer> {
  if ('json' in body) return asHoldableJson(body.json);
  return 'form' in body ? new URLSearchParams(body.form).toString() : new Uint8Array(body.bytes);
}
