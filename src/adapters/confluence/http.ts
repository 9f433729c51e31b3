import api, { type Route } from '@forge/api';
import { z } from 'zod';
import { asHoldableJson } from '../../domain/texts';
import { exchange, type Reason } from '../http';

type Asked<Answer> = {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  /** What the answer has to be. */
  readonly shape: z.ZodType<Answer>;
};

const Refusal = z.object({
  errors: z.array(z.object({ title: z.string().nullish() })).default([]),
});

/** One call to Confluence's REST API as the person who asks. @throws {IncidentError} as `exchange` does */
export async function confluence<Answer>(
  path: Route,
  { method = 'GET', body, shape }: Asked<Answer>,
): Promise<Answer> {
  const init = {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: asHoldableJson(body) }),
  };
  return exchange({
    service: 'Confluence',
    send: (signal) => api.asUser().requestConfluence(path, { ...init, signal }),
    reads: 'json',
    shape,
    repeatable: method === 'GET',
    reason,
  });
}

function reason(body: unknown): Reason {
  const { errors = [] } = Refusal.safeParse(body).data ?? {};
  return { said: errors.map(({ title }) => title ?? '').join(' ') || undefined };
}
