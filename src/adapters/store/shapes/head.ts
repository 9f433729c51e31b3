import { z } from 'zod';
import { type Audience } from '../../../domain/log/what';
import {
  EMPTY_HEAD,
  type Head,
  type Participant,
  type Promises,
  type Role,
  type TakenComment,
} from '../../../domain/log/head';
import { withinRoom } from '../../../domain/log/room';
import { asItIs, once, shapeOf } from '../shape';
import { notes } from './notes';
import { checklistItem, question, skippable, succession, theoryState, tickState } from './what';
import { entryId, fields, moment, oneOf, person, roleId } from './words';

const said = () => ({ entry: entryId(), at: moment(), by: person().optional() });
const saidText = () => ({ ...said(), text: z.string() });

const observation = () => z.object({ ...saidText(), confirmedBy: z.array(person()) });
const experiment = () => z.object({ ...saidText(), result: z.object(saidText()).optional() });

const theory = () =>
  fields<Head['theories'][number]>()({
    ...saidText(),
    state: theoryState(),
    judged: z.object({ by: person().optional(), at: moment() }).optional(),
    observations: z.array(observation()),
    experiments: z.array(experiment()),
  });

const promises = () =>
  fields<Promises>()({
    open: z.object({ due: moment(), by: person().optional(), at: moment() }).optional(),
    past: z.array(
      z.object({
        due: moment(),
        state: oneOf<Promises['past'][number]['state']>({ kept: true, missed: true, moved: true }),
        at: moment(),
      }),
    ),
    kept: z.number(),
    missed: z.number(),
  });

const told = () =>
  fields<Head['told'][Audience]>()({
    count: z.number(),
    first: moment().optional(),
    last: z.object(saidText()).optional(),
    final: moment().optional(),
  });

const role = () =>
  fields<Role>()({
    id: roleId(),
    name: z.string().optional(),
    holders: z.array(z.object({ person: person(), since: moment() })),
    first: moment().optional(),
  });

const participant = () =>
  fields<Participant>()({
    joined: moment(),
    left: moment().optional(),
    awakeSince: moment().optional(),
    zone: z.string().optional(),
  });

const handOver = () =>
  fields<NonNullable<Head['handOver']>>()({
    ...said(),
    next: z.array(succession()),
    summary: z.string(),
    accepted: z.array(person()),
  });

/** Each part of a head. */
const parts = once(() => ({
  seq: z.number().int().nonnegative(),
  hash: z.string(),
  notes: notes(),
  answers: z.partialRecord(question(), z.object(saidText())),
  theories: z.array(theory()),
  observations: z.array(observation()),
  experiments: z.array(experiment()),
  promises: promises(),
  told: z.object({ internal: told(), external: told() }),
  ticks: z.partialRecord(checklistItem(), z.object({ ...said(), state: tickState() })),
  skipped: z.partialRecord(skippable(), z.object(said())),
  roles: z.array(role()),
  people: z.record(z.string(), participant()),
  handOver: handOver().optional(),
  handedOver: z.number(),
  disciplined: z.object(said()).optional(),
  cleanUps: z.array(z.object({ ...saidText(), issue: z.string() })),
  review: z.object({ ...said(), address: z.string().optional() }).optional(),
  leader: z.object({ person: person(), since: moment() }).optional(),
  reopened: moment().optional(),
  taken: moment().optional(),
  comments: z
    .array(
      fields<TakenComment>()({
        comment: z.string(),
        entry: entryId(),
        version: moment(),
        isClosed: z.literal(true).optional(),
      }),
    )
    .optional(),
  jiraUntil: moment().optional(),
}));

/** Where the response to an incident stands, under its issue's id. */
export type HeadRow = {
  readonly seq: number;
  readonly head: Head;
  /** Of a deleted issue: `yes`, and when it was deleted. */
  readonly gone?: string;
  readonly goneAt?: number;
};

/** Lists in a head had no end once, and a head that is too large takes nothing any more. */
function withinRoomNow(older: unknown): unknown {
  const row = z.looseObject({ head: fields<Head>()(parts()) }).safeParse(older);
  return row.success ? { ...row.data, head: withinRoom(row.data.head) } : older;
}

/** A head: the log of an incident, folded. What cannot be read is made anew from the log. */
export const HeadShape = shapeOf<HeadRow>({
  name: 'incident-head',
  version: 3,
  lifts: { 0: asItIs, 1: withinRoomNow, 2: asItIs },
  schema: () =>
    fields<HeadRow>()({
      seq: z.number(),
      head: fields<Head>()(parts()),
      gone: z.string().optional(),
      goneAt: z.number().optional(),
    }),
});

/**
 * What can be read of a damaged or outdated head, part by part; the rest is empty. To be looked at until it is made
 * anew, never to be built upon.
 */
export function readablePartsOf(stored: unknown): Head {
  const row = z.object({ head: z.looseObject({}) }).safeParse(stored);
  if (!row.success) return EMPTY_HEAD;
  const read = Object.entries(parts()).flatMap(([name, part]) => {
    const value = row.data.head[name];
    return value !== undefined && part.safeParse(value).success ? [[name, value]] : [];
  });
  return { ...EMPTY_HEAD, ...(Object.fromEntries(read) as Partial<Head>) };
}
