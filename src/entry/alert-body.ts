import { z } from 'zod';
import { type Declaration, DETECTION_SOURCES } from '../domain/declaration';
import { instant } from '../domain/time';

/** Templates of tools write nothing as null or as an empty text. */
function optional<Value>(shape: z.ZodType<Value>) {
  return z.preprocess(
    (value) => (value === '' ? undefined : (value ?? undefined)),
    shape.optional(),
  );
}

const Name = z.string().trim().min(1).max(255);
const Moment = z.iso
  .datetime({ offset: true, error: 'must be a moment with its offset, like 2026-03-02T10:51:00Z' })
  .transform((text) => instant(text));
const LEVELS = [1, 2, 3] as const;
const Level = z.preprocess(
  (value) => (typeof value === 'string' ? Number(value) : value),
  z.literal(LEVELS, { error: 'must be 1, 2 or 3' }),
);

const Body = z.strictObject({
  alertId: z.string().trim().min(1).max(500),
  summary: z.string().trim().min(1).max(2000),
  description: optional(z.string().max(30_000)),
  severity: optional(Level),
  service: optional(Name),
  products: optional(z.array(Name).max(200)),
  impactStart: optional(Moment),
  detected: optional(Moment),
  source: optional(z.enum(DETECTION_SOURCES)),
  test: optional(z.boolean()),
});

/** What a tool sent, or what is wrong with it, in words for whoever connects it. */
export type AlertBody =
  | { readonly declaration: Declaration & { readonly alertId: string }; readonly isTest: boolean }
  | { readonly problems: readonly string[] };

/** Reads the body of an alert. Without a word on it, monitoring noticed. */
export function readAlert(text: string): AlertBody {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problems: ['The body is not JSON.'] }; // told to whoever sent it
  }
  const read = Body.safeParse(json);
  if (!read.success) {
    return {
      problems: read.error.issues.map(({ path, message }) =>
        path.length > 0 ? `${path.join('.')}: ${message}` : message,
      ),
    };
  }
  const { test, source = 'monitoring', ...said } = read.data;
  return { declaration: { ...said, source }, isTest: test ?? false };
}
