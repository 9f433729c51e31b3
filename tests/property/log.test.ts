import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PersonId } from '../../src/domain/incident/incident';
import { faultIn } from '../../src/domain/log/entry';
import { replay } from '../../src/domain/log/fold';
import { type Head } from '../../src/domain/log/head';
import { type Saying } from '../../src/domain/log/sayings';
import {
  AUDIENCES,
  CHECKLIST_ITEMS,
  type EntryId,
  HANDBOOK_ROLES,
  type JiraChange,
  QUESTIONS,
  type RoleId,
  SKIPPABLE,
  THEORY_STATES,
} from '../../src/domain/log/what';
import { IncidentError } from '../../src/domain/errors';
import { MINUTE_MS, type Instant } from '../../src/domain/time';
import { ADA, at, DANA, INES } from '../fixtures/incidents';
import { MemoryLog, sha256 } from '../support/log';

const PEOPLE = [ADA.id, DANA.id, INES.id];
const START = at('10:00');
const text = fc.string({ minLength: 1, maxLength: 400 }).map((words) => `w${words}`);
const person = fc.constantFrom<PersonId>(...PEOPLE);
/** One of the entries so far, by chance; often of a kind that cannot be meant. */
const earlier = fc.nat(40).map((n) => `e${n}` as EntryId);
const role = fc.constantFrom(...[...HANDBOOK_ROLES, 'own:scribe'].map((id) => id as RoleId));
const soon = fc.integer({ min: 1, max: 90 });

/** Something that a person may try to say; `now` is filled in where it is said. */
type Say = (now: Instant) => Saying;
const saying: fc.Arbitrary<Say> = fc.oneof<fc.Arbitrary<Say>[]>(
  fc
    .record({
      kind: fc.constantFrom('observation' as const, 'experiment' as const),
      text,
      theory: fc.option(earlier, { nil: undefined }),
    })
    .map((one) => () => one),
  fc
    .record({
      kind: fc.constantFrom('decision' as const, 'note' as const, 'change' as const),
      text,
    })
    .map((one) => () => one),
  fc.record({ kind: fc.constant('theory' as const), text }).map((one) => () => one),
  fc
    .record({ kind: fc.constantFrom('confirmed' as const, 'redacted' as const), entry: earlier })
    .map((one) => () => one),
  fc
    .record({
      kind: fc.constant('judged' as const),
      theory: earlier,
      state: fc.constantFrom(...THEORY_STATES),
    })
    .map((one) => () => one),
  fc
    .record({ kind: fc.constant('result' as const), experiment: earlier, text })
    .map((one) => () => one),
  fc
    .record({
      kind: fc.constant('answer' as const),
      question: fc.constantFrom(...QUESTIONS),
      text,
    })
    .map((one) => () => one),
  fc
    .record({ audience: fc.constantFrom(...AUDIENCES), text, soon, isFinal: fc.boolean() })
    .map(({ soon: minutes, ...one }) => (now) => ({
      kind: 'update',
      ...one,
      next: (now + minutes * MINUTE_MS) as Instant,
    })),
  soon.map((minutes) => (now) => ({
    kind: 'promise',
    due: (now + minutes * MINUTE_MS) as Instant,
  })),
  fc
    .record({
      kind: fc.constant('tick' as const),
      item: fc.constantFrom(...CHECKLIST_ITEMS),
      state: fc.constantFrom('done' as const, 'open' as const, 'notNeeded' as const),
    })
    .map((one) => () => one),
  fc
    .record({ kind: fc.constant('skip' as const), step: fc.constantFrom(...SKIPPABLE) })
    .map((one) => () => one),
  fc
    .constantFrom('joined' as const, 'left' as const, 'disciplined' as const)
    .map((kind) => () => ({ kind })),
  fc.constant((now: Instant): Saying => ({ kind: 'awake', since: now, zone: 'Europe/Berlin' })),
  fc.constant((): Saying => ({ kind: 'roleMade', role: 'own:scribe' as RoleId, name: 'Scribe' })),
  fc
    .record({ kind: fc.constantFrom('roleGiven' as const, 'roleLeft' as const), role, person })
    .map((one) => () => one),
  fc.record({ kind: fc.constant('tookOver' as const), role, from: person }).map((one) => () => one),
  fc
    .record({
      kind: fc.constant('handOver' as const),
      next: fc.array(fc.record({ role, person }), { minLength: 1, maxLength: 3 }),
      summary: text,
    })
    .map((one) => () => one),
  fc
    .record({
      kind: fc.constantFrom('accepted' as const, 'withdrawn' as const),
      handOver: earlier,
    })
    .map((one) => () => one),
);

const jira: fc.Arbitrary<JiraChange> = fc.oneof(
  fc.record({ of: fc.constant('assignee' as const), to: fc.option(person, { nil: undefined }) }),
  fc.record({
    of: fc.constant('status' as const),
    to: fc.constantFrom('new' as const, 'fixing' as const, 'resolved' as const),
  }),
  fc.record({ of: fc.constant('comment' as const), text }),
);

type Step =
  | { readonly say: (now: Instant) => Saying; readonly person: PersonId; readonly after: number }
  | { readonly jira: JiraChange; readonly after: number };

const after = fc.integer({ min: 0, max: 40 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ say: saying, person, after }) },
    { weight: 1, arbitrary: fc.record({ jira, after }) },
  ),
  { maxLength: 40 },
);

/** Plays the steps; what may not be said is refused and leaves no trace. `each` sees every head. */
function played(all: readonly Step[], each: (head: Head, before: Head) => void = () => undefined) {
  const log = new MemoryLog();
  let now = START;
  for (const step of all) {
    now = (now + step.after * MINUTE_MS) as Instant;
    const before = log.head;
    try {
      if ('jira' in step) log.append({ what: { kind: 'jira', change: step.jira }, saidAt: now });
      else log.say(step.say(now), { person: step.person, now });
    } catch (error) {
      if (!(error instanceof IncidentError)) throw error;
      expect(log.head).toBe(before);
    }
    each(log.head, before);
  }
  return log;
}

describe('whatever is said, in whatever order', () => {
  it('the head is the log, folded', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { entries, head } = played(all);
        expect(replay(entries)).toEqual(head);
      }),
      { numRuns: 10_000 },
    );
  });

  it('the chain holds, also without the words that were taken out', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { entries } = played(all);
        expect(faultIn(entries, { seq: 0, hash: '' }, sha256)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('a change that nobody was to make is found where it was made', () => {
    fc.assert(
      fc.property(
        steps.filter((all) => all.length > 3),
        fc.nat(),
        fc.constantFrom('drop' as const, 'words' as const, 'moment' as const, 'swap' as const),
        (all, chance, how) => {
          const { entries } = played(all);
          fc.pre(entries.length > 2);
          const place = chance % (entries.length - 1);
          const entry = entries[place];
          const next = entries[place + 1];
          if (!entry || !next || (how === 'words' && entry.isRedacted)) return;
          const other = { ...entry, ...changed(how) };
          const forged =
            how === 'drop'
              ? entries.toSpliced(place, 1)
              : how === 'swap'
                ? entries.toSpliced(place, 2, next, entry)
                : entries.with(place, other);
          expect(faultIn(forged, { seq: 0, hash: '' }, sha256)?.seq).toBe(place + 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('no promise is lost: each is open, kept, missed or moved', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let promised = 0;
        const { head } = played(all, ({ promises }, before) => {
          const isNew = promises.past.length > before.promises.past.length || !before.promises.open;
          if (isNew && promises.open) promised += 1;
        });
        const { open, past } = head.promises;
        expect(past.length + (open ? 1 : 0)).toBe(promised);
        const late = past.filter(({ state }) => state === 'missed');
        expect(late.every(({ due, at: ended }) => ended > due)).toBe(true);
        expect(past.filter(({ state }) => state === 'kept').every((one) => one.at <= one.due)).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('who has a role takes part, and has it once', () => {
    fc.assert(
      fc.property(steps, (all) => {
        played(all, ({ roles, people }) => {
          for (const { holders } of roles) {
            const ids = holders.map((holder) => holder.person);
            expect(new Set(ids).size).toBe(ids.length);
            for (const id of ids) expect(people[id]?.left).toBeUndefined();
            for (const id of ids) expect(people[id]).toBeDefined();
          }
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('who leads is whom Jira assigned last', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { entries, head } = played(all);
        const assigned = entries.flatMap(({ what }) =>
          what.kind === 'jira' && what.change.of === 'assignee' ? [what.change] : [],
        );
        expect(head.leader?.person).toBe(assigned.at(-1)?.to);
      }),
      { numRuns: 500 },
    );
  });
});

function changed(how: 'drop' | 'words' | 'moment' | 'swap') {
  if (how === 'words') return { what: { kind: 'note' as const, text: 'It was always so.' } };
  return { at: at('03:00') };
}

it('stays small however much is written', () => {
  const log = new MemoryLog();
  const words = '🚨'.repeat(4000);
  const say = (saying: Saying, person = DANA.id) => log.say(saying, { person, now: START }).id;
  const people = Array.from({ length: 12 }, (_, n) => `712020:${'0'.repeat(36)}${n}` as PersonId);
  for (let n = 0; n < 40; n += 1) {
    const theory = say({ kind: 'theory', text: words });
    for (let m = 0; m < 8; m += 1) {
      const entry = say({ kind: 'observation', text: words, theory });
      for (const person of people) say({ kind: 'confirmed', entry }, person);
      const experiment = say({ kind: 'experiment', text: words, theory });
      say({ kind: 'result', experiment, text: words });
      say({ kind: 'observation', text: words });
      say({ kind: 'experiment', text: words });
    }
  }
  for (const question of QUESTIONS) say({ kind: 'answer', question, text: '↯'.repeat(1000) });
  for (let n = 0; n < 100; n += 1) {
    log.append({ what: { kind: 'cleanUp', issue: `OPS-${n}`, text: words }, saidAt: START });
    say({ kind: 'promise', due: at('11:00') });
  }
  // The store takes 240 KiB.
  expect(Buffer.byteLength(JSON.stringify(log.head))).toBeLessThan(235 * 1024);
});
