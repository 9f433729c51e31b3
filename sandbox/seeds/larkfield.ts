import { type SitePerson } from '../core/contract';
import { type Jira } from '../jira';
import { type Seed } from '../site/site';
import { addHistory } from './history';
import { type HotProject, setUpHot } from './hot-project';
import { PEOPLE } from './people';
import { restAs } from './rest';
import { addRunning } from './running';

export type SeedName = 'demo' | 'empty' | 'bare';

const GROUPS = {
  responder: 'incident-responders',
  reader: 'employees',
  admin: 'jira-administrators',
} as const;

/**
 * What a site starts with: `demo` a company with its incidents, `empty` people and a set-up project without
 * issues, `bare` people alone.
 */
export function larkfield(name: SeedName): Seed {
  return (jira, clock) => {
    for (const person of PEOPLE) jira.addPerson({ ...person, groups: groupsOf(person) });
    const as = (who: SitePerson) => restAs(jira, who.accountId);
    const responders = PEOPLE.filter(({ roles }) => roles.includes('responder'));
    const now = { at: clock.now(), running: clock.running };
    let hot: HotProject | undefined;
    return {
      people: PEOPLE,
      async past() {
        if (name === 'bare') return;
        hot = await setUp(jira);
        if (name === 'demo') await addHistory(hot, responders.map(as), clock);
        clock.stop(now.at);
      },
      async present() {
        if (hot && name === 'demo') {
          const [dana, ines, sam] = [
            named('Dana Okafor'),
            named('Ines Brandt'),
            named('Sam Rivera'),
          ];
          await addRunning(hot, { dana: as(dana), ines: as(ines), sam: as(sam) }, clock);
        }
        if (now.running) clock.start();
      },
    };
  };
}

function setUp(jira: Jira): Promise<HotProject> {
  const groups = { responders: GROUPS.responder, readers: GROUPS.reader };
  return setUpHot(restAs(jira, first('admin').accountId), first('responder').accountId, groups);
}

function groupsOf({ roles }: SitePerson): string[] {
  return [
    'jira-software-users',
    ...roles.flatMap((role) => (role === 'outsider' ? [] : [GROUPS[role]])),
  ];
}

function first(role: SitePerson['roles'][number]): SitePerson {
  const found = PEOPLE.find(({ roles }) => roles.includes(role));
  if (!found) throw new Error(`No ${role} among the people`);
  return found;
}

function named(name: string): SitePerson {
  const found = PEOPLE.find(({ displayName }) => displayName === name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found;
}
