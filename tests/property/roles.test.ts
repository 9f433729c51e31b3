import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IncidentError } from '../../src/domain/errors';
import { type PersonId } from '../../src/domain/incident/incident';
import { type Saying } from '../../src/domain/log/sayings';
import {
  type EntryId,
  HANDBOOK_ROLES,
  type RoleId,
  type Succession,
} from '../../src/domain/log/what';
import { type Settings } from '../../src/domain/settings/settings';
import { MINUTE_MS, type Instant } from '../../src/domain/time';
import { incidentView } from '../../src/entry/incident/incident-view';
import { acceptHandOver } from '../../src/usecases/response/accept-hand-over';
import { giveLead } from '../../src/usecases/response/give-lead';
import { say } from '../../src/usecases/log/say';
import { takeIncident } from '../../src/usecases/response/take-incident';
import { takeOverRole } from '../../src/usecases/response/take-over-role';
import { roleRows } from '../../static/incident-panel/people/roles';
import { FakeIncidentLogs } from '../fakes/incident-logs';
import { FakeIncidents } from '../fakes/incidents';
import { FakeJobs } from '../fakes/jobs';
import { ADA, anIncident, at, DANA, INES } from '../fixtures/incidents';
import { PATHS } from '../support/texts';

const PEOPLE = [ADA, DANA, INES];
const SETTINGS = { services: [], products: [], agreements: [] } as unknown as Settings;
const incident = anIncident();

/** Several people at one incident, through the use cases; only Jira and the store are in memory. */
function aResponse() {
  const incidents = new FakeIncidents([incident], PEOPLE);
  const logs = new FakeIncidentLogs();
  const told: PersonId[] = [];
  let now = at('10:00');
  let ids = 0;
  const newId = () => `id${++ids}` as EntryId;
  const deps = {
    incidents,
    logs,
    jobs: new FakeJobs(),
    words: { of: () => Promise.resolve(PATHS) },
    notices: {
      tell: (_: unknown, who: readonly PersonId[]) => Promise.resolve(void told.push(...who)),
    },
    now: () => now,
  };
  const { id } = incident;
  const says = (person: PersonId, saying: Saying) =>
    say(deps, id, { person, all: [{ id: newId(), saying }] });
  return {
    deps,
    incidents,
    told,
    says,
    id,
    newId,
    later: () => (now = (now + MINUTE_MS) as Instant),
    head: () => logs.head(id),
    lead: async () => (await incidents.get(id)).incidentManager?.id ?? null,
    view: async () => {
      const opened = { incident: await incidents.get(id), head: await logs.head(id) };
      const seen = { ...opened, rights: new Set<never>(), settings: SETTINGS, unwritten: [] };
      return incidentView(seen, { viewer: DANA.id, now });
    },
  };
}
type Response = ReturnType<typeof aResponse>;
type Command = (response: Response) => Promise<unknown>;

const person = fc.constantFrom<PersonId>(...PEOPLE.map(({ id }) => id));
const role = fc.constantFrom(...HANDBOOK_ROLES.map((id) => id as RoleId));

/** A plan for some of the roles, each once. Whoever leads may hand that over as well. */
const plan = fc.record({
  next: fc.uniqueArray(fc.record({ role, person, from: fc.option(person, { nil: undefined }) }), {
    minLength: 1,
    maxLength: 4,
    selector: (one: { role: RoleId }) => one.role,
  }),
  lead: fc.option(person, { nil: undefined }),
});

async function planned(
  { lead, says }: Response,
  by: PersonId,
  { next, lead: leader }: { next: readonly Succession[]; lead: PersonId | undefined },
): Promise<readonly Succession[]> {
  const from = await lead();
  const part: Succession[] = leader
    ? [
        {
          role: 'incidentManager' as RoleId,
          person: leader,
          lead: true,
          ...(from && { from }),
        },
      ]
    : [];
  // Nobody hands a role to themselves.
  const others = next.filter((one) => one.from !== one.person);
  const all = [...others, ...part];
  await says(by, { kind: 'handOver', next: all, summary: 'As it is.' });
  return all;
}

async function accepts({ deps, id, newId, head }: Response, by: PersonId): Promise<void> {
  const handOver = (await head()).handOver?.entry ?? ('none' as EntryId);
  await acceptHandOver(deps, id, { person: by, id: newId(), handOver });
}

const command: fc.Arbitrary<Command> = fc.oneof<fc.Arbitrary<Command>[]>(
  fc.tuple(person, fc.constantFrom('joined' as const, 'left' as const)).map(
    ([by, kind]) =>
      (so) =>
        so.says(by, { kind }),
  ),
  fc.tuple(person, fc.constantFrom('roleGiven' as const, 'roleLeft' as const), role, person).map(
    ([by, kind, id, whom]) =>
      (so) =>
        so.says(by, { kind, role: id, person: whom }),
  ),
  fc.tuple(person, role, person).map(([by, id, from]) => ({ deps, id: issue, newId }) => {
    const about = { person: by, id: newId(), role: id, from, language: 'en-US' as const };
    return takeOverRole(deps, issue, about);
  }),
  fc.tuple(person, fc.option(person)).map(
    ([to, from]) =>
      ({ deps, id }) =>
        giveLead(deps, id, { person: to, from }),
  ),
  person.map(
    (by) => async (so) => takeIncident(so.deps, so.id, { person: by, from: await so.lead() }),
  ),
  // In Jira's own field, by whomever.
  person.map(
    (to) =>
      async ({ incidents, id }) =>
        incidents.assign(await incidents.get(id), to),
  ),
  // What the log hears of Jira comes when it comes.
  person.map(
    (to) =>
      ({ deps, id, newId }) =>
        deps.logs.append(id, () => [
          {
            id: newId(),
            saidAt: deps.now(),
            what: { kind: 'jira', change: { of: 'assignee', to } },
          },
        ]),
  ),
  fc.tuple(person, plan).map(
    ([by, next]) =>
      (so) =>
        planned(so, by, next),
  ),
  person.map((by) => (so) => accepts(so, by)),
  person.map((by) => async (so) => {
    const handOver = (await so.head()).handOver?.entry ?? ('none' as EntryId);
    await so.says(by, { kind: 'withdrawn', handOver });
  }),
);

/** What is refused leaves everything as it was. */
async function played(commands: readonly Command[], each: Command = () => Promise.resolve()) {
  const response = aResponse();
  for (const one of commands) {
    response.later();
    try {
      await one(response);
    } catch (error) {
      if (!(error instanceof IncidentError)) throw error;
    }
    await each(response);
  }
  return response;
}

const commands = fc.array(command, { maxLength: 40 });

describe('whatever several people do about roles', () => {
  it('who is shown to lead is the assignee, and nobody else is', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (all) => {
        await played(all, async ({ view, lead }) => {
          const leading = roleRows(await view()).flatMap(({ holders }) =>
            holders.filter(({ leads }) => leads).map((one) => one.person),
          );
          const leader = await lead();
          expect(leading).toEqual(leader === null ? [] : [leader]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('nobody is shown twice in a role, and who has left has none but the lead', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (all) => {
        await played(all, async ({ view, head }) => {
          const { people } = await head();
          for (const { holders } of roleRows(await view())) {
            expect(new Set(holders.map((one) => one.person)).size).toBe(holders.length);
            for (const one of holders.filter(({ leads }) => !leads)) {
              expect(people[one.person as PersonId]).toBeDefined();
              expect(people[one.person as PersonId]?.left).toBeUndefined();
            }
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('a hand-over that everybody accepts is done, and every role is with the next', async () => {
    await fc.assert(
      fc.asyncProperty(commands, person, plan, async (all, by, wanted) => {
        const response = await played(all);
        fc.pre(wanted.lead !== undefined || wanted.next.some((one) => one.from !== one.person));
        const before = (await response.head()).handedOver;
        const next = await planned(response, by, wanted);
        for (const one of new Set(next.map((each) => each.person))) await accepts(response, one);
        const { handOver, handedOver, roles } = await response.head();
        expect(handOver).toBeUndefined();
        expect(handedOver).toBe(before + 1);
        for (const each of next.filter(({ lead }) => !lead)) {
          const holders = roles.find(({ id }) => id === each.role)?.holders ?? [];
          expect(holders.map((one) => one.person)).toContain(each.person);
          expect(holders.map((one) => one.person)).not.toContain(each.from);
        }
        if (wanted.lead) expect(await response.lead()).toBe(wanted.lead);
      }),
      { numRuns: 300 },
    );
  });

  it('whoever loses a role to somebody is told, once, and nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(commands, role, async (all, id) => {
        const { deps, head, says, told, newId, id: issue } = await played(all);
        await says(DANA.id, { kind: 'roleGiven', role: id, person: INES.id });
        told.length = 0;
        const about = { person: ADA.id, id: newId(), role: id, from: INES.id };
        await takeOverRole(deps, issue, { ...about, language: 'de-DE' });
        expect(told).toEqual([INES.id]);
        const holders = (await head()).roles.find((one) => one.id === id)?.holders ?? [];
        expect(holders.map((one) => one.person)).toContain(ADA.id);
        expect(holders.map((one) => one.person)).not.toContain(INES.id);
      }),
      { numRuns: 100 },
    );
  });
});
