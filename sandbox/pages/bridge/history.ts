import type { HistoryLocation } from '../client/history';
import type { Commands, Frame } from './frame';
import { dict, text } from './payload';

type Listener = (location: HistoryLocation, action: string) => unknown;

/** The addresses within a module's own page: `/` is the module itself. */
export const historyCommands: Commands = {
  createHistory(_data, frame) {
    const { basePath } = frame;
    if (basePath === undefined) throw new Error('Only a page module has a history.');
    const listeners = new Set<Listener>();
    const tell = (action: string) => {
      for (const listener of listeners) listener(here(basePath), action);
    };
    const moved = () => {
      tell('POP');
    };
    window.addEventListener('popstate', moved);
    frame.cleanups.add(() => {
      window.removeEventListener('popstate', moved);
    });
    return {
      action: 'POP',
      location: here(basePath),
      push(to: unknown) {
        go(frame, basePath, to, false);
        tell('PUSH');
      },
      replace(to: unknown) {
        go(frame, basePath, to, true);
        tell('REPLACE');
      },
      go(delta: unknown) {
        window.history.go(Number(delta));
      },
      listen(listener: Listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  },
};

function go(frame: Frame, basePath: string, to: unknown, replace: boolean): void {
  const path =
    typeof to === 'string'
      ? to
      : `${text(to, 'pathname') ?? '/'}${text(dict(to), 'search') ?? ''}${text(dict(to), 'hash') ?? ''}`;
  frame.host.go(join(basePath, path), { replace });
}

/** The page's address for one within the module. */
export function join(basePath: string, path: string): string {
  const own = path.startsWith('/') ? path : `/${path}`;
  return own === '/' ? basePath : basePath + own;
}

function here(basePath: string): HistoryLocation {
  const { pathname, search, hash } = window.location;
  const own = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : '';
  return { pathname: own || '/', search, hash, state: null, key: pathname };
}
