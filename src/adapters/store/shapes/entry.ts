import { z } from 'zod';
import { type Draft, type Entry } from '../../../domain/log/entry';
import { type Unwritten } from '../../../ports/log/unwritten-entries';
import { asItIs, once, shapeOf } from '../shape';
import { entryId, fields, moment, person } from './words';
import { what } from './what';

const ofDraft = () => ({ what: what(), saidAt: moment(), by: person().optional() });

/** A line of an incident's log. */
export const EntryShape = shapeOf<Entry>({
  name: 'log-entry',
  version: 3,
  lifts: { 0: asItIs, 1: asItIs, 2: asItIs },
  schema: () =>
    fields<Entry>()({
      ...ofDraft(),
      seq: z.number(),
      id: entryId(),
      at: moment(),
      salt: z.string().optional(),
      digest: z.string(),
      isRedacted: z.literal(true).optional(),
      before: z.string(),
      hash: z.string(),
    }),
});

/** A line that is not in the log yet: it travels in a job. */
export const draft = once(() =>
  fields<Draft>()({ ...ofDraft(), id: entryId().optional(), at: moment().optional() }),
);

/** What a log did not take, as it lies beside it. */
export const UnwrittenShape = shapeOf<Unwritten>({
  name: 'unwritten',
  version: 2,
  lifts: { 1: asItIs },
  schema: () => fields<Unwritten>()({ ...ofDraft(), id: entryId(), at: moment().optional() }),
});

type Place = { readonly seq: number };

/** Which number an entry has that is called by an id of its own. */
export const PlaceShape = shapeOf<Place>({
  name: 'log-id',
  version: 1,
  lifts: { 0: asItIs },
  schema: () => z.object({ seq: z.number() }),
});

/**
 * How far a log is, as an issue property. Open pages read the number by themselves; a mark decides nothing, anybody who
 * edits the issue can write it, and the next one is written over it whatever it says.
 */
export const LogMarkShape = shapeOf<Place>({
  name: 'incident-log',
  version: 1,
  lifts: { 0: asItIs },
  schema: () => z.object({ seq: z.number() }),
});
