import { type ErrorCode, IncidentError } from '../../domain/errors';

/** Why a run cannot go on, as it is kept and shown. */
export type RunFailure = { readonly code: ErrorCode; readonly subject?: string | undefined };

/**
 * What a run says of an error that ended it; undefined where the same job is tried again later. What no one foresaw is
 * said as well: a run that has died must not look as if it were under way.
 */
export function runFailure(error: unknown): RunFailure | undefined {
  if (!(error instanceof IncidentError)) return { code: 'unreadable' };
  const { code, details } = error;
  return code === 'unavailable' || details.retryAfterMs !== undefined
    ? undefined
    : { code, subject: details.subject };
}
