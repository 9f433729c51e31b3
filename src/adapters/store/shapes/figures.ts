import { z } from 'zod';
import { type Sight } from '../../../ports/figures/sights';
import { type Instant } from '../../../domain/time';
import { type StoreState } from '../../../ports/figures/figure-rows';
import { type Names, type Packed } from '../figure-codec';
import { asItIs, shapeOf } from '../shape';
import { byId, fields, moment, oneOf } from './words';

/** Rows of figures by 256, and how often they were written. */
export type ChunkRow = {
  readonly revision: number;
  readonly rows: readonly Packed[];
  readonly names: Names;
};

const count = () => z.number();

const packedRow = (): z.ZodType<Packed> =>
  z.tuple([
    count(),
    z.string(),
    z.array(z.number().nullable()),
    z.tuple([count(), count(), count(), count()]),
    z.string().nullable(),
    z.array(z.string()),
    z.tuple([count(), count(), count(), count()]),
  ]);

/**
 * Figures of 256 incidents. A picture reads ten thousand rows of them while somebody waits, so a chunk is looked at
 * from outside, and each row by {@link looksPacked}; the schema says what they are.
 */
export const ChunkShape = shapeOf<ChunkRow>({
  name: 'figures',
  version: 1,
  lifts: { 0: asItIs },
  schema: () =>
    fields<ChunkRow>()({
      revision: count(),
      rows: z.array(packedRow()),
      names: byId(z.string()),
    }),
  looksWhole: (chunk): chunk is ChunkRow =>
    typeof chunk === 'object' &&
    chunk !== null &&
    'revision' in chunk &&
    typeof chunk.revision === 'number' &&
    'rows' in chunk &&
    Array.isArray(chunk.rows) &&
    'names' in chunk &&
    typeof chunk.names === 'object',
});

/** A row of a chunk can be unpacked. */
export function looksPacked(row: unknown): row is Packed {
  return (
    Array.isArray(row) &&
    row.length === PACKED_PARTS &&
    typeof row[0] === 'number' &&
    typeof row[1] === 'string' &&
    [row[2], row[3], row[5], row[6]].every(Array.isArray)
  );
}

const PACKED_PARTS = 7;

/** Up to when the figures are complete, and the highest number among them. */
export type StateRow = {
  readonly revision: number;
  readonly highest: number;
  readonly state: StoreState;
};

export const StateShape = shapeOf<StateRow>({
  name: 'figures-state',
  version: 1,
  lifts: { 0: asItIs },
  schema: () =>
    fields<StateRow>()({
      revision: count(),
      highest: count(),
      state: fields<StoreState>()({
        asOf: moment().optional(),
        version: count(),
        projectKey: z.string().optional(),
      }),
    }),
});

type Place = { readonly number: number };

/** Under which number the row of an issue lies. Version 0 was the bare number. */
export const FigurePlaceShape = shapeOf<Place>({
  name: 'figure-of',
  version: 1,
  lifts: { 0: (number) => ({ number }) },
  schema: () => z.object({ number: z.number() }),
});

/** Which incidents a person sees, without the numbers, which lie in parts of their own. */
export type SightRow = Sight & { readonly parts: number };

/** It is kept for a quarter of an hour, and its version is part of its key: older ones are not looked for. */
export const SightShape = shapeOf<SightRow>({
  name: 'sight',
  version: 1,
  lifts: {},
  schema: () =>
    z.discriminatedUnion('state', [
      fields<Extract<SightRow, { readonly state: 'found' }>>()({
        state: z.literal('found'),
        at: moment(),
        until: moment(),
        of: count(),
        numbers: z.array(z.number()),
        are: oneOf<'visible' | 'hidden'>({ visible: true, hidden: true }),
        parts: count(),
      }),
      fields<Extract<SightRow, { readonly state: 'looking' }>>()({
        state: z.literal('looking'),
        at: moment(),
        looked: count(),
        of: count(),
        parts: count(),
      }),
    ]),
});

type Forgotten = { readonly until: Instant };

/** Up to which moment no sight holds: kept as long as they are. */
export const ForgottenShape = shapeOf<Forgotten>({
  name: 'sights-forgotten',
  version: 1,
  lifts: {},
  schema: () => z.object({ until: moment() }),
});

type SightPart = { readonly numbers: readonly number[] };

/** Twenty thousand numbers at most: looked at from outside. */
export const SightPartShape = shapeOf<SightPart>({
  name: 'sight-part',
  version: 1,
  lifts: {},
  schema: () => z.object({ numbers: z.array(z.number()) }),
  looksWhole: (part): part is SightPart =>
    typeof part === 'object' && part !== null && 'numbers' in part && Array.isArray(part.numbers),
});
