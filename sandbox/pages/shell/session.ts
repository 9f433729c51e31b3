import { createContext, useContext } from 'react';
import type { SitePerson } from '../../core/contract';
import type { Session } from '../site/sandbox';

export type Viewing = Session & {
  readonly person: SitePerson;
  /** Tells the server, then shows the site anew. */
  readonly change: (change: { as?: string; theme?: string; locale?: string }) => Promise<void>;
};

export const SessionContext = createContext<Viewing | undefined>(undefined);

/** Who is looking, and how. @throws Error outside of the site's shell. */
export function useSession(): Viewing {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is looking.');
  return session;
}

/** Language and time zone in which this person reads moments. */
export function useZone(): { readonly locale: string; readonly timeZone: string } {
  const { locale, person } = useSession();
  return { locale, timeZone: person.timeZone };
}
