import { type APIResponse, NeedsAuthenticationError, ProxyRequestError } from '@forge/api';
import { z } from 'zod';
import { type ErrorCode, type Failure, IncidentError } from '../domain/errors';
import { cutAt } from '../domain/texts';
import { bytesOf, retryAfterMs } from './http-answer';

/**
 * How long a call may take where it says nothing. A function has 25 seconds and mostly asks twice in a row: two calls
 * that hang leave it time to tell the person so.
 */
const DEADLINE_MS = 10_000;
/** For single calls that are known to work long: one still ends within a function's 25 seconds. */
export const PATIENT_MS = 20_000;
const MOST_BYTES = 1_000_000;
/** Enough for a sentence; a page of HTML helps nobody. */
const LONGEST_REASON = 500;

/** What the other side says of a refusal, in its own words. */
export type Reason = {
  readonly said?: string | undefined;
  /** Of single fields, by the other side's ids of them. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
};

/** One call to another system, and how its answer is read. */
export type Exchange<Answer> = {
  /** As people know it: stands in messages. */
  readonly service: string;
  /** Sends the request. What it throws counts as a network that failed. */
  readonly send: (signal: AbortSignal) => Promise<APIResponse>;
  readonly reads: 'json' | 'text' | 'bytes';
  /** What an answer has to be; an empty one is undefined. */
  readonly shape: z.ZodType<Answer>;
  /** It changes nothing, or the other side has a key for it: a lost answer may simply be asked for again. */
  readonly repeatable: boolean;
  readonly reason?: (body: unknown) => Reason;
  /** Takes secrets out of a text that goes into errors. */
  readonly hide?: (text: string) => string;
  readonly deadlineMs?: number | undefined;
  readonly maxBytes?: number | undefined;
};

/**
 * Asks another system once, and never waits for longer than the deadline; the answer's body is within it.
 *
 * @throws {IncidentError} with `details.failure`: `unavailable` for what may be tried again or may have happened
 *   (with the time that we were asked to wait), `forbidden`, `not-found`, else `refused` with the other side's sentence
 */
export async function exchange<Answer>(call: Exchange<Answer>): Promise<Answer> {
  try {
    return await within(call.deadlineMs ?? DEADLINE_MS, async (signal) => {
      const response = await call.send(signal);
      const bytes = await bytesOf(response, call.maxBytes ?? MOST_BYTES);
      if (!response.ok) throw refusalOf(call, response, bytes);
      if (!bytes) throw new Error('the answer is larger than allowed');
      return call.shape.parse(contentOf(call, bytes));
    });
  } catch (error) {
    throw inOurWords(call, error);
  }
}

/** A deadline that passed; whether anything happened is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Work that is given up after so long, whether it heeds the signal or not. @throws {NoAnswer} */
export async function within<Value>(
  deadlineMs: number,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswer(`no answer within ${deadlineMs} ms`));
      controller.abort();
    }, deadlineMs);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A failure of this kind in our words, for whoever finds it inside of an answer that went well. */
export function failed(
  failure: Failure,
  message: string,
  details: Reason & { readonly retryAfterMs?: number | undefined } = {},
): IncidentError {
  const { said: subject, fields, retryAfterMs } = details;
  return new IncidentError(CODES[failure], message, {
    failure,
    ...(failure === 'refused' && { subject, fields }),
    ...((failure === 'forbidden' || failure === 'unauthorised') && { subject }),
    ...(CODES[failure] === 'unavailable' && { retryAfterMs }),
  });
}

const CODES = {
  retry: 'unavailable',
  uncertain: 'unavailable',
  refused: 'refused',
  unauthorised: 'forbidden',
  forbidden: 'forbidden',
  'not-found': 'not-found',
} as const satisfies Record<Failure, ErrorCode>;

/** Told before anything was done: come back later. 420 is Statuspage's word for 429. */
const LATER: readonly number[] = [408, 420, 425, 429];

/** @param asksToWait it says itself when to come, so it knows that it did nothing; a proxy in front of it does not */
function failureOf(status: number, repeatable: boolean, asksToWait: boolean): Failure {
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (LATER.includes(status)) return 'retry';
  if (status < 500) return 'refused';
  return repeatable || (status === 503 && asksToWait) ? 'retry' : 'uncertain';
}

function refusalOf<Answer>(
  { service, repeatable, reason, hide = asItIs }: Exchange<Answer>,
  { status, headers }: APIResponse,
  bytes: Uint8Array | undefined,
): IncidentError {
  const { said, fields } = reason?.(jsonIn(bytes)) ?? {};
  const sentence = said === undefined ? undefined : cutAt(hide(said), LONGEST_REASON);
  const wait = retryAfterMs(headers);
  const failure = failureOf(status, repeatable, wait !== undefined);
  const message = `${service} answered ${status}: ${sentence ?? 'no reason given'}`;
  return failed(failure, message, { said: sentence, fields, retryAfterMs: wait });
}

/** Names under which a call never left: no such host, nobody listens, an address that the site has not allowed. */
const NEVER_SENT: readonly unknown[] = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED'];
const NOT_ALLOWED = 'REQUEST_EGRESS_ALLOWLIST_ERR';

function inOurWords<Answer>(call: Exchange<Answer>, error: unknown): IncidentError {
  const { service, repeatable, hide = asItIs } = call;
  if (error instanceof IncidentError) return error;
  // The platform throws where it acts for nobody: a guest, or somebody without a licence.
  if (error instanceof NeedsAuthenticationError)
    return failed('unauthorised', 'Nobody can be acted for');
  if (error instanceof ProxyRequestError) {
    const failure = failureOf(error.status, repeatable, false);
    return failed(failure, `The platform answered ${error.status} for ${service}`);
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const why = cutAt(hide(error instanceof z.ZodError ? z.prettifyError(error) : message), 500);
  if (name === NOT_ALLOWED) return failed('refused', `${service} is not allowed: ${why}`);
  const isSafe = repeatable || NEVER_SENT.includes(codeOf(error));
  return failed(isSafe ? 'retry' : 'uncertain', `${service} gave no answer: ${why}`);
}

/** Of the network's error, which stands behind the one that is thrown. */
function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
}

function contentOf<Answer>({ reads }: Exchange<Answer>, bytes: Uint8Array): unknown {
  if (reads === 'bytes') return bytes;
  const text = new TextDecoder().decode(bytes);
  if (reads === 'text') return text;
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

/** The JSON of a refusal; undefined when it is none. */
function jsonIn(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // a proxy's page instead of JSON: the status says enough
  }
}

function asItIs(text: string): string {
  return text;
}
