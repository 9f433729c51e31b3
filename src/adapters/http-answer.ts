import { type APIResponse } from '@forge/api';

const DAY_MS = 86_400_000;

/**
 * How long the other side asks us to wait: `Retry-After` in seconds or as a date, else `RateLimit-Reset` in seconds,
 * which PagerDuty says. Milliseconds, at least 0 and at most a day; undefined where it says nothing that can be read.
 */
export function retryAfterMs(
  headers: { readonly get: (name: string) => string | null },
  now = Date.now(),
): number | undefined {
  const said = headers.get('Retry-After')?.trim() || headers.get('RateLimit-Reset')?.trim();
  if (!said) return undefined;
  if (/^\d+(\.\d+)?$/.test(said)) return Math.min(Number(said) * 1000, DAY_MS);
  // Its clock may be wrong by minutes, but then both of its dates are.
  const itsNow = Date.parse(headers.get('Date') ?? '');
  const wait = Date.parse(said) - (Number.isNaN(itsNow) ? now : itsNow);
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), DAY_MS);
}

/** The body of an answer; undefined when it is larger than so many bytes, of which no more is read than that. */
export async function bytesOf(
  response: APIResponse,
  most: number,
): Promise<Uint8Array | undefined> {
  const stream = streamOf(response);
  if (Number(response.headers.get('Content-Length') ?? 0) > most) {
    await stream?.cancel();
    return undefined;
  }
  if (stream) return readOf(stream, most);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.length > most ? undefined : bytes;
}

/** The platform promises no stream, and has one. */
function streamOf(response: APIResponse): ReadableStream<Uint8Array> | undefined {
  if (!('body' in response) || !(response.body instanceof ReadableStream)) return undefined;
  return response.body;
}

async function readOf(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  const reader = stream.getReader();
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    pieces.push(piece.value);
  }
  return Buffer.concat(pieces);
}
