import { z } from 'zod';
import { personId } from '../../domain/incident/incident';
import { type Saying, type SayingKind } from '../../domain/log/sayings';
import {
  AUDIENCES,
  CHECKLIST_ITEMS,
  entryId,
  type Of,
  QUESTIONS,
  roleId,
  SKIPPABLE,
  THEORY_STATES,
  TICK_STATES,
} from '../../domain/log/what';
import { instantAt } from '../../domain/time';
import { type Said } from '../../usecases/log/say';

/** As a browser makes them; an entry that has none is called by its number. */
export const EntryName = z
  .string()
  .regex(/^[A-Za-z0-9:._-]{1,80}$/)
  .transform(entryId);
const Own = z.uuid().transform(entryId);
const Text = z.string().min(1).max(8000);
const More = z.string().max(8000).exactOptional();
const Moment = z.number().int().positive().transform(instantAt);
const Person = z.string().min(1).max(128).transform(personId);
/** The id of a role. */
export const ROLE = /^[A-Za-z0-9:-]{1,64}$/;
const Role = z.string().regex(ROLE).transform(roleId);
const Zone = z.string().max(64).exactOptional();
const Theory = EntryName.exactOptional();

const Succession = z.strictObject({
  role: Role,
  person: Person,
  from: Person.exactOptional(),
  lead: z.literal(true).exactOptional(),
});

/** What each kind of saying says, as it comes from outside. What it may say is decided by the domain. */
const SAYINGS = {
  observation: said('observation', { text: Text, theory: Theory }),
  decision: said('decision', { text: Text }),
  note: said('note', { text: Text }),
  change: said('change', { text: Text, how: More, why: More, undo: More }),
  theory: said('theory', { text: Text }),
  experiment: said('experiment', { text: Text, theory: Theory }),
  confirmed: said('confirmed', { entry: EntryName }),
  judged: said('judged', { theory: EntryName, state: z.enum(THEORY_STATES) }),
  result: said('result', { experiment: EntryName, text: Text }),
  corrected: said('corrected', { entry: EntryName, moment: Moment }),
  redacted: said('redacted', { entry: EntryName }),
  answer: said('answer', {
    question: z.enum(QUESTIONS),
    text: Text,
    from: EntryName.nullable().exactOptional(),
  }),
  update: said('update', {
    audience: z.enum(AUDIENCES),
    text: Text,
    isFinal: z.boolean().exactOptional(),
    next: Moment.exactOptional(),
  }),
  promise: said('promise', { due: Moment }),
  tick: said('tick', { item: z.enum(CHECKLIST_ITEMS), state: z.enum(TICK_STATES) }),
  skip: said('skip', { step: z.enum(SKIPPABLE) }),
  joined: said('joined', { zone: Zone }),
  left: said('left', {}),
  disciplined: said('disciplined', {}),
  awake: said('awake', { since: Moment.nullable(), zone: Zone }),
  roleMade: said('roleMade', { role: Role, name: z.string().max(60) }),
  roleGiven: said('roleGiven', { role: Role, person: Person }),
  roleLeft: said('roleLeft', { role: Role, person: Person }),
  tookOver: said('tookOver', { role: Role, from: Person }),
  handOver: said('handOver', { next: z.array(Succession).max(30), summary: z.string().max(8000) }),
  accepted: said('accepted', { handOver: EntryName }),
  withdrawn: said('withdrawn', { handOver: EntryName }),
} satisfies { readonly [K in SayingKind]: z.ZodType<Of<K>> };

function said<K extends SayingKind, Parts extends Shape<K>>(kind: K, parts: Parts) {
  return z.strictObject({ kind: z.literal(kind), ...parts });
}

/** A part that a kind of entry gets must be named here too, an optional one as well. */
type Shape<K extends SayingKind> = {
  readonly [Part in keyof Omit<Of<K>, 'kind'>]-?: z.ZodType;
};

/** What has a function of its own, which does more than write it down: it is said nowhere else. */
const { observation, accepted: _, tookOver: __, ...others } = SAYINGS;
const SayingShape = z.discriminatedUnion('kind', [
  observation,
  ...Object.values(others),
]) satisfies z.ZodType<Saying>;

/** What somebody says, as it comes from outside. The ids and moments get their names here. */
export const SayShape = z.strictObject({
  id: Own,
  at: Moment.exactOptional(),
  saying: SayingShape,
}) satisfies z.ZodType<Said>;

/** As many as a paste may bring in. */
export const SayAllShape = z.strictObject({ all: z.array(SayShape).min(1).max(200) });
