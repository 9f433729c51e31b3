import { type Clock } from '../core/clock';
import { type SitePerson } from '../core/contract';
import { type Jira } from '../jira';
import { type Seed } from '../site/site';
import { addHistory } from './history';
import { setUpHot } from './hot-project';
import { PEOPLE } from './people';
import { type Rest, restAs } from './rest';
import { addRunning } from './running';

export type SeedName = 'demo' | 'empty' | 'bare';

/**
 * What a site starts with: `demo` a company with its incidents, `empty` people and a set-up project without
 * issues, `bare` people alone.
 */
export function larkfield(name: SeedName): Seed {
  return {
    people: addPeople,
    async rest(jira, clock, people) {
      if (name === 'bare') return;
      const hot = await setUpHot(restAs(jira, first(people, 'admin').accountId), {
        leadAccountId: first(people, 'responder').accountId,
        responders: GROUPS.responder,
        readers: GROUPS.reader,
      });
      if (name === 'empty') return;
      await fillWithIncidents(jira, clock, people, hot);
    },
  };
}

const GROUPS = {
  responder: 'incident-responders',
  reader: 'employees',
  admin: 'jira-administrators',
} as const;

async function addPeople(jira: Jira): Promise<readonly SitePerson[]> {
  for (const person of PEOPLE) jira.addPerson({ ...person, groups: groupsOf(person) });
  return Promise.resolve(PEOPLE);
}

function groupsOf({ roles }: SitePerson): string[] {
  return [
    'jira-software-users',
    ...roles.flatMap((role) => (role === 'outsider' ? [] : [GROUPS[role]])),
  ];
}

async function fillWithIncidents(
  jira: Jira,
  clock: Clock,
  people: readonly SitePerson[],
  hot: Awaited<ReturnType<typeof setUpHot>>,
): Promise<void> {
  const start = clock.now();
  const running = clock.running;
  const as = (name: string): Rest => restAs(jira, named(people, name).accountId);
  const responders = people.filter(({ roles }) => roles.includes('responder'));
  await addHistory(
    hot,
    responders.map(({ accountId }) => restAs(jira, accountId)),
    clock,
  );
  clock.stop(start);
  await addRunning(
    hot,
    { dana: as('Dana Okafor'), ines: as('Ines Brandt'), sam: as('Sam Rivera') },
    clock,
  );
  if (running) clock.start();
}

function first(people: readonly SitePerson[], role: SitePerson['roles'][number]): SitePerson {
  const found = people.find(({ roles }) => roles.includes(role));
  if (!found) throw new Error(`No ${role} among the people`);
  return found;
}

function named(people: readonly SitePerson[], name: string): SitePerson {
  const found = people.find(({ displayName }) => displayName === name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found;
}
