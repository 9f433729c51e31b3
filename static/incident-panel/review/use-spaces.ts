import { useEffect, useState } from 'react';
import { askConfluence } from '../../kit/jira/jira';

export type Space = { readonly id: string; readonly key: string; readonly name: string };

type Spaces = { readonly results: readonly Space[] };
type Operations = {
  readonly operations: readonly { readonly operation: string; readonly targetType: string }[];
};

/** As many as are offered; a space of its own for reviews is named in the settings. */
const MOST = 100;
const AT_ONCE = 10;

/**
 * The spaces in which the viewer may make pages, by name, asked for by their own browser.
 *
 * @param isWanted asks for nothing while nobody has to choose
 * @returns undefined while asking; `unreachable`: there is no Confluence for them
 */
export function useSpaces(isWanted: boolean): readonly Space[] | 'unreachable' | undefined {
  const [found, setFound] = useState<readonly Space[] | 'unreachable'>();
  useEffect(() => {
    if (!isWanted) return undefined;
    let current = true;
    void writable().then((spaces) => {
      if (current) setFound(spaces);
    });
    return () => {
      current = false;
    };
  }, [isWanted]);
  return found;
}

async function writable(): Promise<readonly Space[] | 'unreachable'> {
  const answer = await askConfluence<Spaces>(
    `/wiki/api/v2/spaces?status=current&sort=name&limit=${MOST}`,
  );
  if (!answer.ok) return 'unreachable';
  const all = answer.value.results;
  const may: boolean[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    may.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(mayWrite))));
  }
  return all.filter((_, at) => may[at]);
}

/** Where it does not say, the space is offered: writing tells. */
async function mayWrite({ id }: Space): Promise<boolean> {
  const answer = await askConfluence<Operations>(`/wiki/api/v2/spaces/${id}/operations`);
  if (!answer.ok) return true;
  return answer.value.operations.some(
    ({ operation, targetType }) => operation === 'create' && targetType === 'page',
  );
}

const SHELF = 'incident-review-space:';

/** The space that this person chose last, on this browser. */
export function rememberedSpace(person: string): string {
  try {
    return localStorage.getItem(SHELF + person) ?? '';
  } catch {
    return ''; // storage is blocked: they choose again
  }
}

export function rememberSpace(person: string, key: string): void {
  try {
    localStorage.setItem(SHELF + person, key);
  } catch {
    // Storage is blocked or full: they choose again.
  }
}
