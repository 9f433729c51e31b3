import { z } from 'zod';
import { holdableIn } from '../domain/texts';
import { instant } from '../domain/time';

/** Templates of tools write nothing as null or as an empty text. */
export function optional<Value>(shape: z.ZodType<Value>) {
  return z.preprocess(
    (value) => (value === '' ? undefined : (value ?? undefined)),
    shape.optional(),
  );
}

export const Name = z.string().trim().min(1).max(255);
export const Moment = z.iso
  .datetime({ offset: true, error: 'must be a moment with its offset, like 2026-03-02T10:51:00Z' })
  .transform((text) => instant(text));

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
