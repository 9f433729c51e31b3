import { requestJira } from '@forge/bridge';
import { useEffect, useState } from 'react';

type Answer = {
  readonly values?: readonly { readonly accountId: string; readonly displayName: string }[];
};

/** Names found so far, by account id; what the viewer may not look up is not among them. */
export type Names = Readonly<Record<string, string>>;

/** The names of people whose account ids the app keeps, looked up as the viewer, each once. */
export function useNames(ids: readonly string[]): Names {
  const [names, setNames] = useState<Names>({});
  const wanted = [...new Set(ids)].sort().join(' ');
  useEffect(() => {
    if (wanted === '') return undefined;
    let isCurrent = true;
    void lookUp(wanted.split(' '))
      .catch(() => ({})) // the viewer reads "somebody" instead
      .then((found) => {
        if (isCurrent) setNames((known) => ({ ...known, ...found }));
      });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  return names;
}

async function lookUp(ids: readonly string[]): Promise<Names> {
  const query = ids.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');
  const response = await requestJira(`/rest/api/3/user/bulk?maxResults=50&${query}`);
  if (!response.ok) return {};
  const { values = [] } = (await response.json()) as Answer;
  return Object.fromEntries(values.map(({ accountId, displayName }) => [accountId, displayName]));
}
