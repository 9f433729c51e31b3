import { setTimeout } from 'node:timers/promises';
import { type Fault, type Faults, type FaultyCall } from '../../core/faults';

/** Thrown so that the proxy cuts the connection. */
export class ConnectionReset extends Error {}

/**
 * The answer of a service that is made to fail, if it is now.
 *
 * @param body what the service says in its own words, for a status.
 * @param call absent: only faults on all calls of the target hit it.
 * @throws {ConnectionReset} for a fault of status `reset`.
 */
export async function faultAnswer(
  faults: Faults,
  target: string,
  body: (status: number) => unknown,
  signal: AbortSignal,
  call?: FaultyCall,
): Promise<Response | undefined> {
  const fault = faults.take(target, call);
  if (!fault) return undefined;
  const { status = 503 } = fault;
  if (status === 'reset') throw new ConnectionReset(target);
  if (status === 'timeout') {
    await pause(180_000, signal);
    throw new ConnectionReset(target);
  }
  return Response.json(body(status), { status, headers: retryHeader(fault) });
}

/** Waits, but no longer than the run that waits. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return;
  await Promise.race([
    setTimeout(ms, undefined, { ref: false }),
    new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true })),
  ]);
}

function retryHeader({ retryAfter }: Fault): Record<string, string> {
  return retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
}
