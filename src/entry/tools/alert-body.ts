import { z } from 'zod';
import { type Declaration, DETECTION_SOURCES } from '../../domain/declaring/declaration';
import { Moment, Name, optional, readBody } from './body';

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
  const read = readBody(Body, text);
  if ('problems' in read) return read;
  const { test, source = 'monitoring', ...said } = read.value;
  return { declaration: { ...said, source }, isTest: test ?? false };
}
