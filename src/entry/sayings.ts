import { z } from 'zod';
import {
  AUDIENCES,
  CHECKLIST_ITEMS,
  QUESTIONS,
  SKIPPABLE,
  THEORY_STATES,
} from '../domain/log/what';
import { type Said } from '../usecases/say';

/** As a browser makes them; an entry that has none is called by its number. */
const Id = z.string().regex(/^[A-Za-z0-9:._-]{1,80}$/);
const Own = z.uuid();
const Text = z.string().min(1).max(8000);
const More = z.string().max(8000).optional();
const Moment = z.number().int().positive();
const Person = z.string().min(1).max(128);
/** The id of a role. */
export const ROLE = /^[A-Za-z0-9:-]{1,64}$/;
const Role = z.string().regex(ROLE);
const Zone = z.string().max(64);
const TICKS = ['done', 'open', 'notNeeded'] as const;

const kind = <Name extends string>(name: Name) => z.literal(name);

const Succession = z.strictObject({
  ...{ role: Role, person: Person, from: Person.optional(), lead: z.literal(true).optional() },
});

const Saying = z.discriminatedUnion('kind', [
  z.strictObject({ kind: kind('observation'), text: Text, theory: Id.optional() }),
  z.strictObject({ kind: kind('decision'), text: Text }),
  z.strictObject({ kind: kind('note'), text: Text }),
  z.strictObject({ kind: kind('change'), text: Text, how: More, why: More, undo: More }),
  z.strictObject({ kind: kind('theory'), text: Text }),
  z.strictObject({ kind: kind('experiment'), text: Text, theory: Id.optional() }),
  z.strictObject({ kind: kind('confirmed'), entry: Id }),
  z.strictObject({ kind: kind('judged'), theory: Id, state: z.enum(THEORY_STATES) }),
  z.strictObject({ kind: kind('result'), experiment: Id, text: Text }),
  z.strictObject({ kind: kind('corrected'), entry: Id, moment: Moment }),
  z.strictObject({ kind: kind('redacted'), entry: Id }),
  z.strictObject({
    ...{ kind: kind('answer'), question: z.enum(QUESTIONS), text: Text },
    from: Id.nullable().optional(),
  }),
  z.strictObject({
    ...{ kind: kind('update'), audience: z.enum(AUDIENCES), text: Text },
    ...{ isFinal: z.boolean().optional(), next: Moment.optional() },
  }),
  z.strictObject({ kind: kind('promise'), due: Moment }),
  z.strictObject({ kind: kind('tick'), item: z.enum(CHECKLIST_ITEMS), state: z.enum(TICKS) }),
  z.strictObject({ kind: kind('skip'), step: z.enum(SKIPPABLE) }),
  z.strictObject({ kind: kind('joined'), zone: Zone.optional() }),
  z.strictObject({ kind: kind('left') }),
  z.strictObject({ kind: kind('disciplined') }),
  z.strictObject({
    ...{ kind: kind('awake'), since: Moment.nullable(), zone: Zone.optional() },
  }),
  z.strictObject({ kind: kind('roleMade'), role: Role, name: z.string().max(60) }),
  z.strictObject({ kind: kind('roleGiven'), role: Role, person: Person }),
  z.strictObject({ kind: kind('roleLeft'), role: Role, person: Person }),
  z.strictObject({ kind: kind('tookOver'), role: Role, from: Person }),
  z.strictObject({ kind: kind('handOver'), next: z.array(Succession).max(30), summary: More }),
  z.strictObject({ kind: kind('accepted'), handOver: Id }),
  z.strictObject({ kind: kind('withdrawn'), handOver: Id }),
]);

/** What somebody says, as it comes from outside. The ids and moments get their names here. */
export const SayShape = z.strictObject({
  ...{ id: Own, at: Moment.optional(), saying: Saying },
}) as unknown as z.ZodType<Said>;

/** As many as a paste may bring in. */
export const SayAllShape = z.strictObject({ all: z.array(SayShape).min(1).max(200) });
