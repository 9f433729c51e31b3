import type { InvokeReply, Place, SitePerson, UiModule } from '../../core/contract';
import { get, post } from './http';

/** Calls of the sandbox's own server. */

export type Session = {
  readonly person: SitePerson | null;
  readonly people: readonly SitePerson[];
  readonly theme: 'light' | 'dark';
  readonly locale: string;
  readonly baseUrl: string;
  readonly hasConfluence: boolean;
};

export type AppInfo = {
  readonly name: string;
  readonly version: string;
  readonly appId: string;
  readonly environmentId: string;
  readonly scopes: readonly string[];
  readonly egress: readonly string[];
  readonly modules: readonly {
    readonly type: string;
    readonly key: string;
    readonly title: string;
  }[];
};

export type InvokeCall = Place & {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload: unknown;
  readonly extension: unknown;
  readonly localId: unknown;
};

export const readSession = () => get<Session>('/_sandbox/session');

export const changeSession = (change: { as?: string; theme?: string; locale?: string }) =>
  post('/_sandbox/session', change);

export const readApp = () => get<AppInfo>('/_sandbox/app');

/** The modules of a type that show themselves at this place to this person. */
export function readModules(type: string, place: Place = {}) {
  const query = new URLSearchParams({
    type,
    ...place,
  });
  return get<readonly UiModule[]>(`/_sandbox/modules?${query.toString()}`);
}

/** The UI modifications that hold for a create form. */
export const readModifications = (project: string, issueType: string) =>
  get<{
    readonly viewType: string;
    readonly modifications: readonly { readonly id: string; readonly data?: string }[];
  }>(`/_sandbox/ui-modifications?${new URLSearchParams({ project, issueType }).toString()}`);

/** Not safe to repeat: what the function does is the app's. */
export const invokeFunction = (call: InvokeCall) =>
  post<InvokeReply>('/_sandbox/bridge/invoke', call);

export type Clock = { readonly now: string; readonly running: boolean };

/** The clock, whatever its server calls the moment. */
export async function readClock(): Promise<Clock> {
  const answer = await get<Record<string, unknown>>('/_sandbox/clock');
  const now = answer.now;
  return {
    now: typeof now === 'number' ? new Date(now).toISOString() : String(now),
    running: answer.running === true,
  };
}

export const moveClock = (change: { set: string } | { advance: string } | { run: boolean }) =>
  post('/_sandbox/clock', change);

export const readBackstage = (what: 'outbox' | 'invocations' | 'storage' | 'faults') =>
  get<unknown>(`/_sandbox/${what}`);

export const addFault = (fault: Record<string, unknown>) => post('/_sandbox/faults', fault);
/** The calls that a fault is on. */
export type FaultOn = { readonly target: string; readonly method?: string; readonly path?: string };
/** A fault that never hits is none. */
export const clearFault = ({ target, method, path }: FaultOn) =>
  post('/_sandbox/faults', { target, method, path, rate: 0 });
export const waitForIdle = () => post('/_sandbox/idle');
export const resetSite = () => post('/_sandbox/reset');
