import { z } from 'zod';

/** What a function returns (`InvocationError` of `@forge/events`) to be called again with the same event. */
export const retryShape = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .looseObject({
      /** Seconds, 900 at most. */
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .default({}),
});

export type RetryOptions = z.infer<typeof retryShape>['retryOptions'];

const MAX_SECONDS = 900;

/** Milliseconds until a run that asked for it is tried again. */
export function askedDelayMs({ retryAfter = 1 }: RetryOptions): number {
  return Math.min(Math.max(1, retryAfter), MAX_SECONDS) * 1000;
}

/** Milliseconds until a run that failed is tried again; `failures` counts from 1. */
export function backoffMs(failures: number): number {
  return Math.min(10 * 2 ** (failures - 1), MAX_SECONDS) * 1000;
}
