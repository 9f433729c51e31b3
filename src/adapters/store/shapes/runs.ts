import { z } from 'zod';
import { type BackfillProgress, type BackfillWish } from '../../../domain/figures/backfill';
import { type Rebuild } from '../../../domain/figures/rebuild';
import { asItIs, shapeOf } from '../shape';
import { errorCode, fields, incidentId, moment, oneOf, person } from './words';

const failure = () => z.object({ code: errorCode(), subject: z.string().optional() });

/** What administrators want of the backfill. */
export const BackfillWishShape = shapeOf<BackfillWish>({
  name: 'backfill-wish',
  version: 1,
  lifts: { 0: asItIs },
  schema: () =>
    fields<BackfillWish>()({
      state: oneOf<BackfillWish['state']>({ run: true, paused: true }),
      run: z.string(),
      by: person().optional(),
      at: moment(),
    }),
});

/** How far the jobs of the backfill are. */
export const BackfillProgressShape = shapeOf<BackfillProgress>({
  name: 'backfill-progress',
  version: 1,
  lifts: { 0: asItIs },
  schema: () =>
    fields<BackfillProgress>()({
      run: z.string(),
      ticket: z.number(),
      state: oneOf<BackfillProgress['state']>({
        running: true,
        waiting: true,
        done: true,
        failed: true,
      }),
      failure: failure().optional(),
      place: z.string().optional(),
      total: z.number().optional(),
      looked: z.number(),
      written: z.number(),
      hour: moment(),
      spent: z.number(),
      notBefore: moment().optional(),
      startedAt: moment(),
      at: moment(),
    }),
});

/** How far the store of figures is made anew. */
export const RebuildShape = shapeOf<Rebuild>({
  name: 'figures-rebuild',
  version: 2,
  lifts: { 0: asItIs, 1: asItIs },
  schema: () =>
    fields<Rebuild>()({
      run: z.string(),
      ticket: z.number(),
      state: oneOf<Rebuild['state']>({ running: true, waiting: true, done: true, failed: true }),
      failure: failure().optional(),
      place: z.string().optional(),
      until: moment().optional(),
      atUntil: z.array(incidentId()),
      looked: z.number(),
      total: z.number().optional(),
      hour: z.number(),
      spent: z.number(),
      startedAt: moment(),
      at: moment(),
    }),
});
