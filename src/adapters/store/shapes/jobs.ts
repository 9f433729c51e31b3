import { z } from 'zod';
import { type JobKind, type JobOf, type QueueName } from '../../../ports/jobs';
import { asItIs, type Shape, shapeOf } from '../shape';
import { draft } from './entry';
import { fields, incidentId, person } from './words';

/** What the first version of the app put into each queue, without saying so. */
export const UNNAMED: Readonly<Record<QueueName, JobKind>> = {
  figures: 'look-after',
  entries: 'append',
  backfill: 'backfill',
  'figures-rebuild': 'rebuild-figures',
  sights: 'find-visible',
  alerts: 'raise',
};

/** @param schema of the current version, called on first use; between the versions behind the first nothing else differs */
function job<K extends JobKind>(
  kind: K,
  schema: () => z.ZodType<JobOf<K>>,
  version = 1,
): Shape<JobOf<K>> {
  const later = Array.from({ length: version }, (_, from) => [from, asItIs] as const);
  return shapeOf<JobOf<K>>({
    name: `job ${kind}`,
    version,
    lifts: {
      ...Object.fromEntries(later),
      0: (older) => (typeof older === 'object' ? { ...older, kind } : older),
    },
    schema,
  });
}

const next = () => ({ run: z.string(), ticket: z.number(), inARow: z.number() });

/** The bodies of jobs, as they travel through queues. */
export const JOB_SHAPES: { readonly [K in JobKind]: Shape<JobOf<K>> } = {
  'look-after': job('look-after', () =>
    z.object({ kind: z.literal('look-after'), incident: incidentId() }),
  ),
  deleted: job('deleted', () => z.object({ kind: z.literal('deleted'), incident: incidentId() })),
  append: job(
    'append',
    () => z.object({ kind: z.literal('append'), incident: incidentId(), drafts: z.array(draft()) }),
    3,
  ),
  'new-head': job('new-head', () =>
    z.object({ kind: z.literal('new-head'), incident: incidentId() }),
  ),
  backfill: job('backfill', () =>
    fields<JobOf<'backfill'>>()({ kind: z.literal('backfill'), ...next() }),
  ),
  'rebuild-figures': job('rebuild-figures', () =>
    fields<JobOf<'rebuild-figures'>>()({ kind: z.literal('rebuild-figures'), ...next() }),
  ),
  'find-visible': job('find-visible', () =>
    fields<JobOf<'find-visible'>>()({
      kind: z.literal('find-visible'),
      person: person(),
      jql: z.string().nullable(),
    }),
  ),
  raise: job(
    'raise',
    () =>
      fields<JobOf<'raise'>>()({
        kind: z.literal('raise'),
        alert: z.string(),
        group: z.string().optional(),
      }),
    2,
  ),
};
