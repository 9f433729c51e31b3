import { requestJira } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { holdable } from '../../src/contract';

/** A person as Jira shows them to whoever looks. We keep the account id alone. */
export type Person = { readonly id: string; readonly name: string };

type JiraPerson = {
  readonly accountId: string;
  readonly displayName: string;
  readonly accountType?: string;
  readonly active?: boolean;
};

/** Names by account id; what the viewer may not look up is not among them. */
export type Names = Readonly<Record<string, string>>;

const known = new Map<string, string>();
const wanted = new Map<string, Promise<void>>();

/** As many as one address of a call takes. */
const AT_ONCE = 50;

/** Names of people by account id; those that are not known yet, or not to the viewer, are missing. */
export function usePeople(
  ids: readonly (string | undefined | null)[],
): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(() => new Map(known));
  const list = [...new Set(ids.filter((id) => !!id))].sort().join();
  useEffect(() => {
    let current = true;
    const missing = list.split(',').filter((id) => id !== '' && !wanted.has(id));
    for (let at = 0; at < missing.length; at += AT_ONCE) look(missing.slice(at, at + AT_ONCE));
    void Promise.all(list.split(',').flatMap((id) => wanted.get(id) ?? [])).then(() => {
      if (current) setNames(new Map(known));
    });
    return () => {
      current = false;
    };
  }, [list]);
  return names;
}

/** The same by account id, for what is shown of an incident. */
export function useNames(ids: readonly string[]): Names {
  return Object.fromEntries(usePeople(ids));
}

/** The same, once, for what leaves the page. */
export async function namesOf(ids: readonly string[]): Promise<Names> {
  const missing = ids.filter((id) => !wanted.has(id));
  for (let at = 0; at < missing.length; at += AT_ONCE) look(missing.slice(at, at + AT_ONCE));
  await Promise.all(ids.flatMap((id) => wanted.get(id) ?? []));
  return Object.fromEntries(
    ids.flatMap((id) => {
      const name = known.get(id);
      return name === undefined ? [] : [[id, name]];
    }),
  );
}

/** Of many at once, and each once per frame; who could not be looked up is tried again when somebody next asks. */
function look(ids: readonly string[]): void {
  const query = ids.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');
  const looking = read<{ values: readonly (JiraPerson | null)[] }>(
    `/rest/api/3/user/bulk?maxResults=${AT_ONCE}&${query}`,
  ).then((page) => {
    // Null: an id that the site does not know any more.
    page?.values.forEach((one) => one && remember(one));
    if (!page) for (const id of ids) wanted.delete(id);
  });
  for (const id of ids) wanted.set(id, looking);
}

/** Where people are looked for: all of the site, or those whom an issue can be assigned to. */
export type Among = 'site' | { readonly issueKey: string };

/** People whose name or address begins so, as the viewer may find them; undefined where Jira did not answer. */
export async function findPeople(
  text: string,
  among: Among,
): Promise<readonly Person[] | undefined> {
  const query = encodeURIComponent(holdable(text));
  const found = await read<readonly JiraPerson[]>(
    among === 'site'
      ? `/rest/api/3/user/search?maxResults=20&query=${query}`
      : `/rest/api/3/user/assignable/search?maxResults=20&issueKey=${encodeURIComponent(among.issueKey)}&query=${query}`,
  );
  return found
    ?.filter((one) => one.accountType === 'atlassian' && one.active)
    .slice(0, 5)
    .map(remember);
}

function remember({ accountId, displayName }: JiraPerson): Person {
  known.set(accountId, displayName);
  return { id: accountId, name: displayName };
}

/** Undefined when Jira refuses or does not answer: a name is then missing, and a search says so. */
async function read<Value>(path: string): Promise<Value | undefined> {
  const answer = await requestJira(path, { headers: { Accept: 'application/json' } }).catch(
    () => undefined,
  );
  return answer?.ok ? ((await answer.json()) as Value) : undefined;
}
