import { requestJira } from '@forge/bridge';
import { useEffect, useState } from 'react';

/** A person as Jira shows them to whoever looks. We keep the id alone. */
export type Person = { readonly accountId: string; readonly displayName: string };

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

function look(ids: readonly string[]): void {
  const query = ids.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');
  const looking = read<{ values: readonly Person[] }>(
    `/rest/api/3/user/bulk?maxResults=${AT_ONCE}&${query}`,
  ).then((page) => {
    for (const person of page?.values ?? []) remember(person);
  });
  for (const id of ids) wanted.set(id, looking);
}

/** People whose name or address begins so, as the viewer may find them; undefined where Jira did not answer. */
export async function findPeople(text: string): Promise<readonly Person[] | undefined> {
  const found = await read<readonly (Person & { accountType: string; active: boolean })[]>(
    `/rest/api/3/user/search?maxResults=20&query=${encodeURIComponent(text)}`,
  );
  const people = found?.filter((one) => one.accountType === 'atlassian' && one.active).slice(0, 5);
  people?.forEach(remember);
  return people;
}

function remember({ accountId, displayName }: Person): void {
  known.set(accountId, displayName);
}

async function read<Value>(path: string): Promise<Value | undefined> {
  const answer = await requestJira(path, { headers: { Accept: 'application/json' } });
  return answer.ok ? ((await answer.json()) as Value) : undefined;
}
