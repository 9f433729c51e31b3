import { failed, NoAnswer, within } from './http';

/**
 * How long the platform's own services may take: the store, the queues, the addresses of web triggers. They answer in
 * tens of milliseconds and have no deadline of their own. Whoever waits in vain stops there, so that one such wait behind
 * a call to Jira that took its ten seconds still leaves a function's 25 enough to tell the person so.
 */
export const PLATFORM_MS = 8_000;

/**
 * Asks a service of the platform, and never waits for longer than {@link PLATFORM_MS}.
 *
 * @param ifLate what a missing answer means: `retry` for what changes nothing, `uncertain` for what may have happened
 * @throws {IncidentError} `unavailable` when it is late; what the service throws is thrown as it is
 */
export async function askInTime<Value>(
  service: string,
  ifLate: 'retry' | 'uncertain',
  ask: () => Promise<Value>,
): Promise<Value> {
  try {
    return await within(PLATFORM_MS, ask);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    throw failed(ifLate, `${service} gave no answer: ${error.message}`);
  }
}
