import { z } from 'zod';

/** What create, edit and transition calls send. */
export const issueInput = z.object({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown().optional() })).optional(),
  transition: z.object({ id: z.string().optional() }).loose().optional(),
});

export type IssueInput = z.infer<typeof issueInput>;
