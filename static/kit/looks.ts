import { makeInvoke } from '@forge/bridge';
import { useEffect, useRef } from 'react';
import { type IncidentContract, type IncidentView } from '../../src/contract';

const invoke = makeInvoke<IncidentContract>();

/** How long a change that nobody told us of may stay unseen while somebody looks. */
const EVERY_MS = 8000;

/**
 * Asks again and again whether anything has changed, and reads the incident anew when it has. It costs the reading of
 * one field and of the head of the log, and nothing while the page is hidden.
 */
export function useLooks(incident: IncidentView | undefined, reload: () => void): void {
  const shown = useRef(incident);
  useEffect(() => {
    shown.current = incident;
  }, [incident]);
  const isThere = incident !== undefined;
  useEffect(() => {
    if (!isThere) return undefined;
    const look = () => {
      if (document.hidden) return;
      void invoke('look')
        .then((reply) => {
          if (!reply.ok || isShown(reply.value, shown.current)) return;
          reload();
        })
        .catch(() => undefined); // asked again in a moment
    };
    const timer = setInterval(look, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isThere, reload]);
}

type Look = { readonly seq: number; readonly updated: string };

/** What is shown may be newer than a look that was long under way. */
function isShown({ seq, updated }: Look, incident: IncidentView | undefined): boolean {
  if (!incident) return true;
  const isUpdated = incident.updated !== null && Date.parse(updated) > Date.parse(incident.updated);
  return seq <= incident.response.seq && !isUpdated;
}
