import { createContext, useContext } from 'react';
import type { Host } from '../bridge/frame';

/** What the page does for the app's frames and for its own parts: flags, modals, reading again. */
export const HostContext = createContext<Host | undefined>(undefined);

/** @throws Error outside of the site's shell. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('There is no page around this.');
  return host;
}
