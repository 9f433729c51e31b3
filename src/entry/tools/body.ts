import { z } from 'zod';
import { holdableIn } from '../../domain/texts';
import { readInstant } from '../../domain/time';

/** Templates of tools write nothing as null or as an empty text. */
export function optional<Value>(shape: z.ZodType<Value>) {
  return z.preprocess(
    (value) => (value === '' ? undefined : (value ?? undefined)),
    shape.optional(),
  );
}

export const Name = z.string().trim().min(1).max(255);

const NO_MOMENT = {
  'no-moment': 'must be a moment with its offset, like 2026-03-02T10:51:00Z',
  'no-such-time': 'must be a day and time that exist',
};

/** A moment as anybody may write it, in every form of ISO 8601 that has an offset. */
export const Moment = z
  .string({ error: NO_MOMENT['no-moment'] })
  .max(64)
  .transform((text, context) => {
    const read = readInstant(text);
    if (typeof read === 'number') return read;
    context.addIssue({ code: 'custom', message: NO_MOMENT[read] });
    return z.NEVER;
  });

/** Reads what a tool sent; what is wrong with it comes in words for whoever connects it. */
export function readBody<Value>(
  shape: z.ZodType<Value>,
  text: string,
): { readonly value: Value } | { readonly problems: readonly string[] } {
  let json: unknown;
  try {
    json = holdableIn(JSON.parse(text));
  } catch {
    return { problems: ['The body is not JSON.'] }; // told to whoever sent it
  }
  const read = shape.safeParse(json);
  if (read.success) return { value: read.data };
  return {
    problems: read.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    ),
  };
}
