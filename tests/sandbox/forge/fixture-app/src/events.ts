import { setTimeout as wait } from 'node:timers/promises';
import { InvocationError } from '@forge/events';
import { kvs } from '@forge/kvs';

async function note(name: string, entry: unknown): Promise<void> {
  await kvs.set(`${name}:${String(Math.random()).slice(2)}`, entry);
}

export const onIssue = async (event: { issue?: { key: string }; eventType: string }) => {
  console.log(event.eventType, event.issue?.key);
  await note('event', event);
};

export const afterMove = (event: unknown) => note('moved', event);

export const onInstall = (event: { app: { version: string } }) => kvs.set('installed', event.app);

export const onRetry = async (event: { retryContext?: { retryCount: number } }) => {
  await note('retried', { at: Date.now(), ...event });
  return new InvocationError({ retryAfter: 60, retryReason: 'FUNCTION_RETRY_REQUEST' as never });
};

type Job = {
  body: { name: string; fail?: number; retry?: number; ms?: number };
  retryContext?: { retryCount: number; retryData: unknown };
};

let active = 0;
export const onJob = async (job: Job) => {
  const { name, fail = 0, retry = 0, ms = 0 } = job.body;
  const tries = job.retryContext?.retryCount ?? 0;
  active += 1;
  await note('job', { name, at: Date.now(), tries, active, data: job.retryContext?.retryData });
  await wait(ms);
  active -= 1;
  if (tries < fail) throw new Error('the parcel tore');
  if (tries < retry) {
    return new InvocationError({
      retryAfter: 120,
      retryData: { name, tries },
      retryReason: 'FUNCTION_RETRY_REQUEST' as never,
    });
  }
  return undefined;
};

export const hourly = async () => {
  await note('sweep', { at: Date.now() });
  return { statusCode: 204 };
};

export const hook = (request: {
  method: string;
  userPath: string;
  body: string;
  queryParameters: object;
}) => ({
  statusCode: 201,
  headers: { 'x-answer': ['yes'], 'content-type': ['application/json'] },
  body: JSON.stringify(request),
});
