import { InvocationError, InvocationErrorCode } from '@forge/events';
import { IncidentError } from '../../domain/errors';
import { type Log } from '../../ports/log';

const DEFAULT_WAIT_SECONDS = 30;
/** The longest that Forge waits. */
const LONGEST_WAIT_SECONDS = 900;

/**
 * Runs work that Forge calls again when asked to. What may be over later (Jira is down, or told us to wait) is
 * asked for again, after the wait that Jira named; so is what a newer version of the app has written. What a person has
 * to mend is logged and let go. A fault in the program is thrown.
 *
 * @param waitSeconds how long to wait where nobody named a wait
 */
export async function retrying(
  log: Log,
  work: () => Promise<void>,
  waitSeconds: () => number | undefined = () => undefined,
): Promise<InvocationError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    log.warn('not done', { code: error.code, reason: error.message });
    const { retryAfterMs } = error.details;
    if (error.code !== 'unavailable' && retryAfterMs === undefined) return undefined;
    return again(retryAfterMs === undefined ? waitSeconds() : Math.ceil(retryAfterMs / 1000));
  }
}

function again(seconds: number = DEFAULT_WAIT_SECONDS): InvocationError {
  return new InvocationError({
    retryAfter: Math.min(Math.max(seconds, 1), LONGEST_WAIT_SECONDS),
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
