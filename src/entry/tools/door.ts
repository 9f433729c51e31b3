import { type WebTriggerResponse } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../domain/errors';
import { doorNamed, type DoorId } from '../../domain/declaring/doors';
import { type Log } from '../../ports/log';
import { isProven } from './door-proof';

const Call = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
  queryParameters: z.record(z.string(), z.array(z.string())).default({}),
});

/** Stands where a secret stood. */
const HIDDEN = '***';

/** Where a call comes in, and what it is called in our log. */
type Way = {
  /** Of the door that the address names; one that nobody has made has none. */
  readonly secret: (door: DoorId) => Promise<string | undefined>;
  readonly log: Log;
  readonly what: string;
  /** A larger body is refused. Absent: as much as the platform lets through. */
  readonly mostBytes?: number;
};

/**
 * A web trigger: anybody on the internet can call it, so nothing is looked at before the secret.
 *
 * @returns what `take` answers to the body at this door; 401 without why, 405, 413, 503 to be told again
 */
export function throughDoor(
  { secret, log, what, mostBytes = Infinity }: Way,
  take: (body: string, door: DoorId) => Promise<WebTriggerResponse>,
): (request: unknown) => Promise<WebTriggerResponse> {
  return async (request) => {
    const { method, headers, body, queryParameters } = Call.parse(request);
    const door = doorNamed(queryParameters['door']?.[0]);
    try {
      const known = door === undefined ? undefined : await secret(door);
      if (door === undefined || known === undefined || !isProven(headers, body, known)) {
        return shut();
      }
      if (method !== 'POST') return answer(405, { problems: ['Use POST.'] });
      if (Buffer.byteLength(body) > mostBytes) {
        return answer(413, { problems: [`The body is larger than ${mostBytes / 1000} kB.`] });
      }
      // Some tools show the secret in the body, and what a body says may be read by everybody.
      return await take(body.replaceAll(known, HIDDEN), door);
    } catch (error) {
      if (!(error instanceof IncidentError)) throw error;
      log.warn(`${what} not taken`, { code: error.code, reason: error.message });
      return answer(503, { problems: ['Not taken. Send it again.'] });
    }
  };
}

/** Some tools show what they know only after they were asked for it. */
function shut(): WebTriggerResponse {
  const { headers, ...rest } = answer(401);
  return { ...rest, headers: { ...headers, 'WWW-Authenticate': ['Basic realm="alerts"'] } };
}

/** An answer for a machine. */
export function answer(statusCode: number, body: object = {}): WebTriggerResponse {
  return {
    statusCode,
    headers: { 'Content-Type': ['application/json'] },
    body: JSON.stringify(body),
  };
}
