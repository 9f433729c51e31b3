import { events } from '@forge/bridge';
import { useEffect, useRef } from 'react';
import { type IncidentView } from '../../../src/contract';
import { areChangesTold } from './changes';
import { askJira } from './jira';
import { isNews, type Look, lookIn, type Mark } from './look';

/** How long a change may stay unseen while somebody looks: nobody tells of changes, or others tell of theirs. */
const ALONE_MS = 8_000;
const TOLD_MS = 30_000;
/** The frames of one page do not look in the same moment: whoever is first looks for all of them. */
const APART_MS = 1_000;

const LOOKED = 'incident-looked';
type Told = { readonly id: string; readonly seen: Look | 'no-access' };

/**
 * Asks Jira again and again, as the viewer and by their own browser, whether anything has changed, and reads the
 * incident anew when it has. It costs the app nothing. The frames of a page share their looks; a hidden page takes
 * none, and looks at once when it is seen again.
 */
export function useLooks(incident: IncidentView | undefined, reload: () => void): void {
  const shown = useRef(incident);
  useEffect(() => {
    shown.current = incident;
  }, [incident]);
  const id = incident?.id;
  useEffect(() => {
    return id === undefined ? undefined : keepLooking(id, () => shown.current, reload);
  }, [id, reload]);
}

/** @returns stops it */
function keepLooking(
  id: string,
  shown: () => IncidentView | undefined,
  reload: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let mark: Mark;
  const later = () => {
    clearTimeout(timer);
    const every = areChangesTold() ? TOLD_MS : ALONE_MS;
    timer = setTimeout(look, every + Math.random() * APART_MS);
  };
  const see = (seen: Told['seen']) => {
    later();
    const incident = shown();
    if (seen === 'no-access' || (incident && isNews(seen, incident, mark))) reload();
    if (seen !== 'no-access') mark = seen.seq;
  };
  function look() {
    later();
    if (document.hidden) return;
    void lookAt(id).then((seen) => {
      if (seen === 'failed') return; // asked again in a moment
      see(seen);
      // Unheard, the other frame looks for itself.
      events.emit(LOOKED, { id, seen } satisfies Told).catch(() => undefined);
    });
  }
  const forget = onLooked((told) => {
    if (told.id === id) see(told.seen);
  });
  document.addEventListener('visibilitychange', look);
  later();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
    forget();
  };
}

/** Listens for what the other frames of this page saw. @returns stops it */
function onLooked(hear: (told: Told) => void): () => void {
  const heard = events.on(LOOKED, hear);
  heard.catch(() => undefined); // unheard, this frame looks for itself
  return () => {
    void heard.then(
      ({ unsubscribe }) => {
        unsubscribe();
      },
      () => undefined,
    );
  };
}

async function lookAt(id: string): Promise<Told['seen'] | 'failed'> {
  const answer = await askJira(`/rest/api/3/issue/${id}?fields=updated&properties=incident-log`);
  if (answer.ok) return lookIn(answer.value) ?? 'failed';
  return answer.status === 403 || answer.status === 404 ? 'no-access' : 'failed';
}
