import { type WebTriggerResponse } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../domain/errors';
import { type Alert } from '../ports/alerts';
import { acceptAlert } from '../usecases/accept-alert';
import { type ForApp } from '../wiring-app';
import { readAlert } from './alert-body';
import { isProven } from './alert-proof';

const Call = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});

const MOST_BYTES = 100_000;

/**
 * The web trigger `alert`: anybody on the internet can call it, so nothing is looked at before the secret. It keeps the
 * alert and answers; the incident is made behind it.
 *
 * @returns 202 accepted or waiting, 200 raised or only tested, 400 with what is wrong, 401 without why, 405, 413, 503 to
 *   be told again
 */
export function onAlert(wiring: ForApp) {
  return async (request: unknown): Promise<WebTriggerResponse> => {
    const { method, headers, body } = Call.parse(request);
    try {
      if (!isProven(headers, body, await wiring.alertDoor.secret())) return answer(401);
      if (method !== 'POST') return answer(405, { problems: ['Use POST.'] });
      if (Buffer.byteLength(body) > MOST_BYTES) {
        return answer(413, { problems: ['The body is larger than 100 kB.'] });
      }
      const read = readAlert(body);
      if ('problems' in read) return answer(400, read);
      if (read.isTest) return answer(200, { state: 'valid' });
      return told(await acceptAlert(wiring, read.declaration));
    } catch (error) {
      if (!(error instanceof IncidentError)) throw error;
      wiring.log.warn('alert not taken', { code: error.code, reason: error.message });
      return answer(503, { problems: ['Not taken. Send it again.'] });
    }
  };
}

function told({ state, incident, reason }: Alert): WebTriggerResponse {
  if (state === 'raised') return answer(200, { state, incident });
  return answer(202, { state, ...(reason && { reason: reason.said ?? reason.code }) });
}

function answer(statusCode: number, body: object = {}): WebTriggerResponse {
  return {
    statusCode,
    headers: { 'Content-Type': ['application/json'] },
    body: JSON.stringify(body),
  };
}
