import { z } from 'zod';
import { isZone } from '../../domain/wall';

/* What the pictures may ask for; the types are those of src/contract/figures.ts. */

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const LONGEST_JQL = 2000;

const Scope = z.strictObject({
  project: z.string().min(1).max(255).nullable(),
  jql: z.string().min(1).max(LONGEST_JQL).nullable(),
});

const Period = z.union([
  z.strictObject({ lastDays: z.union([30, 90, 180, 365].map((days) => z.literal(days))) }),
  z.strictObject({ from: Day, to: Day }).refine(({ from, to }) => from <= to),
]);

/** Of every picture. */
export const FiguresInputShape = z.strictObject({
  scope: Scope,
  period: Period,
  zone: z.string().max(100).refine(isZone, 'Not a time zone'),
  grouping: z.enum(['service', 'product', 'severity', 'week', 'month', 'quarter']),
  weekStart: z.number().int().min(0).max(6).optional(),
  severities: z
    .array(z.union([z.literal(1), z.literal(2), z.literal(3)]))
    .max(3)
    .optional(),
  services: z.array(z.string().max(100)).max(1000).optional(),
});

export type FiguresAsked = z.infer<typeof FiguresInputShape>;

export const ChoicesInput = z.strictObject({ scope: Scope });
export const HowLongInput = FiguresInputShape.extend({ withMean: z.boolean().optional() });
export const RowsInput = FiguresInputShape.extend({
  from: z.number().int().min(0).optional(),
  size: z.number().int().min(1).max(500).optional(),
  withExcluded: z.boolean().optional(),
});
