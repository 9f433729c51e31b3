import { type Site } from '../model/site';
import { can } from '../model/permissions';
import { userBean } from '../model/beans';
import { idOf, kind, listOf, objectOf, type Where, WrongValue } from './kind';

/** `-1` asks for the automatic assignee: the lead or nobody, as the project says. */
const AUTOMATIC = '-1';

function accountIdOf(input: unknown): string | undefined {
  const sent = objectOf(input);
  const id = idOf(sent.accountId ?? sent.id);
  if (id === undefined && !('accountId' in sent || 'id' in sent))
    throw new WrongValue('expected Object containing accountId');
  return id;
}

function parseUser(input: unknown, where: Where): string | undefined {
  const { site, project, field } = where;
  const id = accountIdOf(input);
  if (id === undefined) return undefined;
  if (field.id === 'assignee' && id === AUTOMATIC)
    return project.assigneeType === 'PROJECT_LEAD' ? project.leadAccountId : undefined;
  if (!site.people.find(id)) throw new WrongValue(`User '${id}' does not exist.`);
  if (field.id === 'assignee' && !can(site, id, 'ASSIGNABLE_USER', project))
    throw new WrongValue(`User '${id}' cannot be assigned issues.`);
  return id;
}

const nameOf = (site: Site, id: string): string | undefined => site.people.find(id)?.displayName;

/** What JQL may call them, in lower case. */
export function wordsOfPerson(site: Site, id: string): string[] {
  const person = site.people.find(id);
  return (person ? [id, person.displayName, person.email] : [id]).map((one) => one.toLowerCase());
}

/** Whether JQL knows somebody by this word. */
export const isPerson = (site: Site, word: string): boolean =>
  site.people.all().some(({ accountId }) => wordsOfPerson(site, accountId).includes(word));

export const user = kind<string>({
  operations: ['set'],
  parse: parseUser,
  autoComplete: (site) => site.self('user/search?query='),
  show: (stored, site) => userBean(site, stored),
  log: (stored, site) => [stored, nameOf(site, stored) ?? null],
  words: (stored, site) => wordsOfPerson(site, stored),
  order: (stored, site) => nameOf(site, stored)?.toLowerCase() ?? '',
});

export const users = kind<readonly string[]>({
  operations: ['add', 'set', 'remove'],
  parse: (input, where) => {
    const ids = listOf(input).flatMap((one) => parseUser(one, where) ?? []);
    return ids.length === 0 ? undefined : [...new Set(ids)];
  },
  autoComplete: (site) => site.self('user/search?query='),
  show: (stored, site) => stored.map((id) => userBean(site, id)),
  log: (stored, site) => [
    `[${stored.join(', ')}]`,
    stored.map((id) => nameOf(site, id) ?? id).join(', '),
  ],
  words: (stored, site) => stored.flatMap((id) => wordsOfPerson(site, id)),
  order: (stored, site) => nameOf(site, stored[0] ?? '')?.toLowerCase() ?? '',
});
