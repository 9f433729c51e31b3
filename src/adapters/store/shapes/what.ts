import { z } from 'zod';
import {
  type AlertState,
  type Audience,
  type ChecklistItem,
  type JiraChange,
  type Kind,
  type Of,
  type Question,
  type Skippable,
  type Succession,
  type TheoryState,
  type TickState,
  type What,
} from '../../../domain/log/what';
import { notesChange } from './notes';
import { entryId, fields, moment, oneOf, person, phase, roleId, severity } from './words';

export const question = () =>
  oneOf<Question>({
    impact: true,
    seen: true,
    affected: true,
    factors: true,
    cause: true,
    recovery: true,
  });

export const checklistItem = () =>
  oneOf<ChecklistItem>({
    internalFirst: true,
    externalFirst: true,
    mail: true,
    internalUpdate: true,
    externalUpdate: true,
    secondReader: true,
    promise: true,
    internalFinal: true,
    externalFinal: true,
  });

export const skippable = () =>
  oneOf<Skippable>({
    assess: true,
    'confirm-severity': true,
    'tell-internal': true,
    'tell-external': true,
    'give-communications': true,
    'give-tech-lead': true,
    'offer-role': true,
    'promise-update': true,
    discipline: true,
    'hand-over': true,
    'final-update': true,
    'clean-up': true,
    review: true,
    'alerts-recovered': true,
  });

export const theoryState = () =>
  oneOf<TheoryState>({ open: true, supported: true, ruledOut: true });
export const tickState = () => oneOf<TickState>({ done: true, open: true, notNeeded: true });
const audience = () => oneOf<Audience>({ internal: true, external: true });

export const succession = () =>
  fields<Succession>()({
    role: roleId(),
    person: person(),
    from: person().optional(),
    lead: z.literal(true).optional(),
  });

const jiraChange = (): z.ZodType<JiraChange> =>
  z.discriminatedUnion('of', [
    z.object({
      of: z.literal('status'),
      from: phase().optional(),
      to: phase().optional(),
      name: z.string().optional(),
    }),
    z.object({
      of: z.literal('assignee'),
      from: person().optional(),
      to: person().optional(),
    }),
    z.object({
      of: z.literal('severity'),
      from: severity().optional(),
      to: severity().optional(),
    }),
    z.object({ of: z.literal('link'), added: z.boolean(), text: z.string() }),
    z.object({
      of: z.literal('comment'),
      text: z.string(),
      comment: z.string().optional(),
      version: moment().optional(),
    }),
    z.object({
      of: z.literal('commentGone'),
      comment: z.string(),
      entry: entryId(),
      why: z.enum(['edited', 'gone']),
    }),
  ]);

const kind = <Name extends string>(name: Name) => z.literal(name);
const text = () => z.string();
const more = () => z.string().optional();

/** What people write down of what they see, think and do. */
const written = () => ({
  observation: fields<Of<'observation'>>()({
    kind: kind('observation'),
    text: text(),
    theory: entryId().optional(),
  }),
  decision: z.object({ kind: kind('decision'), text: text() }),
  note: z.object({ kind: kind('note'), text: text() }),
  theory: z.object({ kind: kind('theory'), text: text() }),
  change: fields<Of<'change'>>()({
    kind: kind('change'),
    text: text(),
    how: more(),
    why: more(),
    undo: more(),
  }),
  experiment: fields<Of<'experiment'>>()({
    kind: kind('experiment'),
    text: text(),
    theory: entryId().optional(),
  }),
  confirmed: z.object({ kind: kind('confirmed'), entry: entryId() }),
  judged: z.object({ kind: kind('judged'), theory: entryId(), state: theoryState() }),
  result: z.object({ kind: kind('result'), experiment: entryId(), text: text() }),
  corrected: z.object({ kind: kind('corrected'), entry: entryId(), moment: moment() }),
  redacted: z.object({ kind: kind('redacted'), entry: entryId() }),
});

/** What is told, promised and done for others. */
const told = () => ({
  answer: fields<Of<'answer'>>()({
    kind: kind('answer'),
    question: question(),
    text: text(),
    from: entryId().nullish(),
  }),
  update: fields<Of<'update'>>()({
    kind: kind('update'),
    audience: audience(),
    text: text(),
    isFinal: z.boolean().optional(),
    next: moment().optional(),
  }),
  promise: z.object({ kind: kind('promise'), due: moment() }),
  tick: z.object({ kind: kind('tick'), item: checklistItem(), state: tickState() }),
  skip: z.object({ kind: kind('skip'), step: skippable() }),
  cleanUp: z.object({ kind: kind('cleanUp'), issue: z.string(), text: text() }),
  review: fields<Of<'review'>>()({ kind: kind('review'), address: more() }),
});

/** Who is there, and in which role. */
const people = () => ({
  joined: fields<Of<'joined'>>()({ kind: kind('joined'), zone: more() }),
  left: z.object({ kind: kind('left') }),
  disciplined: z.object({ kind: kind('disciplined') }),
  awake: fields<Of<'awake'>>()({
    kind: kind('awake'),
    since: moment().nullable(),
    zone: more(),
  }),
  roleMade: z.object({ kind: kind('roleMade'), role: roleId(), name: z.string() }),
  roleGiven: z.object({ kind: kind('roleGiven'), role: roleId(), person: person() }),
  roleLeft: z.object({ kind: kind('roleLeft'), role: roleId(), person: person() }),
  tookOver: z.object({ kind: kind('tookOver'), role: roleId(), from: person() }),
  handOver: fields<Of<'handOver'>>()({
    kind: kind('handOver'),
    next: z.array(succession()),
    summary: text(),
  }),
  accepted: z.object({ kind: kind('accepted'), handOver: entryId() }),
  withdrawn: z.object({ kind: kind('withdrawn'), handOver: entryId() }),
});

const ofTheApp = () => ({
  alert: fields<Of<'alert'>>()({
    kind: kind('alert'),
    state: oneOf<AlertState>({ joined: true, recovered: true, again: true }),
    name: z.string(),
    from: more(),
    count: z.number(),
    firing: z.number(),
  }),
  jira: z.object({ kind: kind('jira'), change: jiraChange() }),
  noted: z.object({ kind: kind('noted'), notes: notesChange() }),
});

/** What an entry says, in every kind there is. */
export const what = (): z.ZodType<What> => {
  const kinds = { ...written(), ...told(), ...people(), ...ofTheApp() };
  const { observation, ...others } = kinds satisfies Readonly<Record<Kind, unknown>>;
  return z.discriminatedUnion('kind', [observation, ...Object.values(others)]);
};
