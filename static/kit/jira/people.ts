import { requestJira } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { holdable } from '../../../src/contract';
import { type Texts, useViewer } from '../texts/texts';

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

/** null: nobody has the account any more. */
const known = new Map<string, string | null>();
const wanted = new Map<string, Promise<void>>();

/** As many as one address of a call takes. */
const AT_ONCE = 50;

/** Names of people by account id; those that are not known yet, or not to the viewer, are missing. */
export function usePeople(
  ids: readonly (string | undefined | null)[],
): ReadonlyMap<string, string> {
  const { t } = useViewer();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(() => inWords(t));
  const list = [...new Set(ids.filter((id) => !!id))].sort().join();
  useEffect(() => {
    let current = true;
    const missing = list.split(',').filter((id) => id !== '' && !wanted.has(id));
    for (let at = 0; at < missing.length; at += AT_ONCE) look(missing.slice(at, at + AT_ONCE));
    void Promise.all(list.split(',').flatMap((id) => wanted.get(id) ?? [])).then(() => {
      if (current) setNames(inWords(t));
    });
    return () => {
      current = false;
    };
  }, [list, t]);
  return names;
}

/** The same by account id, for what is shown of an incident. */
export function useNames(ids: readonly string[]): Names {
  return Object.fromEntries(usePeople(ids));
}

/** The same, once, for what leaves the page. */
export async function namesOf(ids: readonly string[], t: Texts): Promise<Names> {
  const missing = ids.filter((id) => !wanted.has(id));
  for (let at = 0; at < missing.length; at += AT_ONCE) look(missing.slice(at, at + AT_ONCE));
  await Promise.all(ids.flatMap((id) => wanted.get(id) ?? []));
  const names = inWords(t);
  return Object.fromEntries([...names].filter(([id]) => ids.includes(id)));
}

/** Of many at once, and each once per frame; who could not be looked up is tried again when somebody next asks. */
function look(ids: readonly string[]): void {
  const query = ids.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');
  const looking = read<{ values: readonly (JiraPerson | null)[] }>(
    `/rest/api/3/user/bulk?maxResults=${AT_ONCE}&${query}`,
  ).then((page) => {
    if (!page) for (const id of ids) wanted.delete(id);
    else for (const id of ids) known.set(id, null); // whom Jira does not know is nobody any more
    page?.values.forEach((one) => one && remember(one));
  });
  for (const id of ids) wanted.set(id, looking);
}

/** Jira cuts its page before it leaves out who cannot be assigned, and we leave out customers and apps. */
const MOST_LOOKED_AT = 100;

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
      ? `/rest/api/3/user/search?maxResults=${MOST_LOOKED_AT}&query=${query}`
      : `/rest/api/3/user/assignable/search?maxResults=${MOST_LOOKED_AT}&issueKey=${encodeURIComponent(among.issueKey)}&query=${query}`,
  );
  return found
    ?.filter((one) => one.accountType === 'atlassian' && one.active)
    .slice(0, 5)
    .map(remember);
}

/** As Jira calls a closed account, whatever the viewer's language. */
const FORMER = 'Former user';

function inWords(t: Texts): ReadonlyMap<string, string> {
  return new Map([...known].map(([id, name]) => [id, name ?? t('people.former')]));
}

function remember({ accountId, displayName, active }: JiraPerson): Person {
  known.set(accountId, active === false && displayName === FORMER ? null : displayName);
  return { id: accountId, name: displayName };
}

/** Undefined when Jira refuses or does not answer: a name is then missing, and a search says so. */
async function read<Value>(path: string): Promise<Value | undefined> {
  const answer = await requestJira(path, { headers: { Accept: 'application/json' } }).catch(
    () => undefined,
  );
  return answer?.ok ? ((await answer.json()) as Value) : undefined;
}
