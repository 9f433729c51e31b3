import { type WebTriggerResponse } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../domain/errors';
import { type Door } from '../../ports/declaring/door';
import { type Log } from '../../ports/log';
import { isProven } from './door-proof';

const Call = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});

const MOST_BYTES = 100_000;

/** Where a call comes in, and what it is called in our log. */
type Way = { readonly door: Pick<Door, 'secret'>; readonly log: Log; readonly what: string };

/**
 * A web trigger: anybody on the internet can call it, so nothing is looked at before the secret.
 *
 * @returns what `take` answers to the body; 401 without why, 405, 413, 503 to be told again
 */
export function throughDoor(
  { door, log, what }: Way,
  take: (body: string) => Promise<WebTriggerResponse>,
): (request: unknown) => Promise<WebTriggerResponse> {
  return async (request) => {
    const { method, headers, body } = Call.parse(request);
    try {
      if (!isProven(headers, body, await door.secret())) return answer(401);
      if (method !== 'POST') return answer(405, { problems: ['Use POST.'] });
      if (Buffer.byteLength(body) > MOST_BYTES) {
        return answer(413, { problems: ['The body is larger than 100 kB.'] });
      }
      return await take(body);
    } catch (error) {
      if (!(error instanceof IncidentError)) throw error;
      log.warn(`${what} not taken`, { code: error.code, reason: error.message });
      return answer(503, { problems: ['Not taken. Send it again.'] });
    }
  };
}

/** An answer for a machine. */
export function answer(statusCode: number, body: object = {}): WebTriggerResponse {
  return {
    statusCode,
    headers: { 'Content-Type': ['application/json'] },
    body: JSON.stringify(body),
  };
}
