/** A place within a module's page, as the `history` package writes it. */
export type HistoryLocation = {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
  readonly key: string;
};

/** What the site's page offers; its functions work over the bridge and answer later. */
type RemoteHistory = {
  readonly action: string;
  readonly location: HistoryLocation;
  readonly push: (to: unknown, state?: unknown) => Promise<unknown>;
  readonly replace: (to: unknown, state?: unknown) => Promise<unknown>;
  readonly go: (delta: number) => Promise<unknown>;
  readonly listen: (
    listener: (location: HistoryLocation, action: string) => void,
  ) => Promise<unknown>;
};

type Listener = (location: HistoryLocation, action: string) => void;

/**
 * The history object of an app: routers call `createHref` and `listen` and expect their answers at once, so the
 * object lives here and only its moves go over the bridge.
 */
export function history(answer: unknown) {
  const remote = answer as RemoteHistory;
  const listeners = new Set<Listener>();
  const own = {
    action: remote.action,
    location: remote.location,
    length: 1,
    push: remote.push,
    replace: remote.replace,
    go: remote.go,
    goBack: () => remote.go(-1),
    goForward: () => remote.go(1),
    createHref: (to: string | Partial<HistoryLocation>) =>
      typeof to === 'string' ? to : `${to.pathname ?? ''}${to.search ?? ''}${to.hash ?? ''}`,
    listen(listener: Listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  void remote.listen((location, action) => {
    own.location = location;
    own.action = action;
    for (const listener of [...listeners]) listener(location, action);
  });
  return own;
}
