import { type Clock } from '../core/clock';
import { type SitePerson } from '../core/contract';
import { type Jira } from '../jira';
import { type AppOnSeed, type Seed } from '../site/site';
import { addHistory } from './history';
import { type AdminPage, setUpByApp } from './hot-by-app';
import { restrict } from './hot-permissions';
import { arrangePortal } from './hot-portal';
import { addPlainHot, type HotProject, hotProject } from './hot-project';
import { addOutages } from './own-history';
import { addOwnProject } from './own-project';
import { CUSTOMER, PEOPLE } from './people';
import { addPlaces } from './places';
import { type Rest, restAs } from './rest';
import { playResponse } from './response';
import { addRunning } from './running';
import { addSupportProject, addSupportTickets, markTickets } from './support-project';
import { addSpaces } from './wiki';

export type SeedName = 'demo' | 'empty' | 'bare' | 'own';

const GROUPS = {
  responder: 'incident-responders',
  reader: 'employees',
  admin: 'jira-administrators',
  agent: 'support-agents',
} as const;

/** Who answers customers: one who sees incidents and edits none, one who works on them too. */
const AGENTS = ['Sam Rivera', 'Tomasz Lis'];

/**
 * What a site starts with: `demo` a company with its incidents and what customers write of them, `empty` people, a
 * set-up project and a support project without issues, `bare` people alone, `own` people and a project for outages of
 * their own making, with other fields and statuses, on which the app has not been set up.
 */
export function larkfield(name: SeedName): Seed {
  return (jira, clock, app) => {
    for (const person of PEOPLE) jira.addPerson({ ...person, groups: groupsOf(person) });
    jira.addPerson({ ...CUSTOMER, accountType: 'customer' });
    const as = (who: SitePerson) => restAs(jira, who.accountId);
    const responders = PEOPLE.filter(({ roles }) => roles.includes('responder'));
    const now = { at: clock.now(), running: clock.running };
    const authorId = first('admin').accountId;
    const withSupport = app.serviceManagement && (name === 'demo' || name === 'empty');
    let hot: HotProject | undefined;
    // The story is told in the fields of the app that it is about; any other starts without issues.
    const isDemo = name === 'demo' && app.hasModule('admin');
    return {
      people: PEOPLE,
      async past() {
        if (app.confluence) addSpaces(app.confluence, { authorId, groups: GROUPS });
        if (name === 'bare') return;
        if (name === 'own') await addOwn(jira, responders.map(as), clock);
        else hot = await setUp(jira, app);
        if (withSupport) await addSupportProject(restAs(jira, authorId), AGENTS.map(named));
        if (isDemo && withSupport) await arrangePortal(jira, authorId);
        if (isDemo && hot) await addHistory(hot, responders.map(as), clock, now.at);
        clock.stop(now.at);
      },
      async present() {
        if (hot && isDemo) {
          const [dana, ines] = [as(named('Dana Okafor')), as(named('Ines Brandt'))];
          const team = { dana, ines, sam: as(named('Sam Rivera')) };
          const issue = await addRunning(hot, team, clock);
          await respond(app, issue, clock, now.at);
          if (withSupport) await addTickets(jira, authorId, clock, issue);
          await addPlaces({ jira, app, who: first('admin') });
        }
        if (now.running) clock.start();
      },
    };
  };
}

async function addTickets(jira: Jira, accountId: string, clock: Clock, issue: string) {
  await addSupportTickets(jira, restAs(jira, accountId), clock);
  await markTickets(restAs(jira, accountId), issue);
}

async function respond(app: AppOnSeed, issue: string, clock: Clock, now: number): Promise<void> {
  if (!app.hasModule('incident-panel')) return;
  const at = (minutesAgo: number) => {
    clock.stop(now - minutesAgo * 60_000);
  };
  await playResponse({ app, issue, now, at, person: named });
  at(0);
}

async function addOwn(jira: Jira, people: readonly Rest[], clock: Clock): Promise<void> {
  const { accountId } = first('admin');
  const admin = restAs(jira, accountId);
  const project = await addOwnProject(admin, accountId);
  const groups = { responders: GROUPS.responder, readers: GROUPS.reader };
  await restrict(admin, groups, 'OPS');
  await addOutages(project, people, clock);
}

async function setUp(jira: Jira, app: AppOnSeed): Promise<HotProject> {
  const ada = first('admin');
  const admin = restAs(jira, ada.accountId);
  if (app.hasModule('admin')) await setUpByApp(pageOf(app, ada));
  else await addPlainHot(admin);
  await restrict(admin, { responders: GROUPS.responder, readers: GROUPS.reader });
  return hotProject(admin);
}

/** @throws {Error} for any answer but a good one: a seed never goes on half done. */
function pageOf(app: AppOnSeed, { accountId }: SitePerson): AdminPage {
  return async (functionKey, payload) => {
    const answer = await app.call({
      moduleKey: 'admin',
      functionKey,
      payload,
      accountId,
      place: {},
    });
    const reply = (answer.ok ? answer.result : answer) as { ok: boolean; value?: unknown };
    if (!reply.ok) throw new Error(`${functionKey}: ${JSON.stringify(reply)}`);
    return reply.value;
  };
}

function groupsOf({ roles, displayName }: SitePerson): string[] {
  return [
    'jira-software-users',
    ...(AGENTS.includes(displayName) ? [GROUPS.agent] : []),
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
