import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CreateRequest, Flag, Host, ModalRequest } from './bridge/frame';
import { CreateDialog } from './create/create-dialog';
import { useText } from './text/text';
import { AppModal } from './shell/app-modal';
import { Flags } from './shell/flags';
import { HostContext } from './shell/host';
import { go, useAddress } from './shell/navigate';
import { Page } from './page';
import { refreshPage } from './shell/refresh';
import { routeOf, type Route } from './routes';
import { useSession } from './shell/session';
import { SideNav } from './shell/side-nav';
import { PortalBar } from './shell/portal-bar';
import { TopBar } from './shell/top-bar';

/** Nothing filled in, and nobody waits for the end. */
const PLAIN: CreateRequest = { prefill: {}, onClose: () => undefined };

/** Below this width the navigation is closed until asked for. */
const WIDE = '(min-width: 900px)';

/** The site around every page: bar, navigation, flags, dialogs. */
export function Site() {
  const text = useText();
  const { path, query } = useAddress();
  const { person } = useSession();
  const route = routeFor(routeOf(path), person.isCustomer === true);
  const isPortal = route.page === 'help-center';
  const [flags, setFlags] = useState<readonly Flag[]>([]);
  const [modal, setModal] = useState<ModalRequest>();
  const [navOpen, setNavOpen] = useState(() => window.matchMedia(WIDE).matches);
  const [creating, setCreating] = useState<CreateRequest>();
  const closeFlag = useCallback((id: string) => {
    setFlags((now) => now.filter((flag) => flag.id !== id));
  }, []);
  const host = useSiteHost(setFlags, closeFlag, setModal, setCreating);
  const create = useCallback(() => {
    setCreating(PLAIN);
  }, []);
  useCreateKey(create);

  return (
    <HostContext.Provider value={host}>
      <a className="skip" href="#main">
        {text('skip')}
      </a>
      {isPortal ? (
        <PortalBar />
      ) : (
        <TopBar
          navOpen={navOpen}
          onCreate={create}
          onToggle={() => {
            setNavOpen(!navOpen);
          }}
        />
      )}
      <div className={navOpen && !isPortal ? 'site nav-open' : 'site'}>
        {navOpen && !isPortal && <SideNav path={path} query={query} />}
        <main id="main" tabIndex={-1} aria-label={text('main')}>
          <Page route={route} query={query} />
        </main>
      </div>
      {creating && (
        <CreateDialog
          request={creating}
          onDone={() => {
            setCreating(undefined);
          }}
        />
      )}
      {modal && (
        <AppModal
          request={modal}
          onDone={() => {
            setModal(undefined);
          }}
        />
      )}
      <Flags flags={flags} onClose={closeFlag} />
    </HostContext.Provider>
  );
}

/** Customers have the help center and nothing else. */
function routeFor(route: Route, isCustomer: boolean): Route {
  return isCustomer && route.page !== 'help-center' ? { page: 'help-center' } : route;
}

function useSiteHost(
  setFlags: (change: (now: readonly Flag[]) => readonly Flag[]) => void,
  closeFlag: (id: string) => void,
  openModal: (request: ModalRequest) => void,
  openCreate: (request: CreateRequest) => void,
): Host {
  const { theme, locale } = useSession();
  return useMemo(
    () => ({
      showFlag: (flag) => {
        setFlags((now) => [flag, ...now.filter(({ id }) => id !== flag.id)]);
      },
      closeFlag,
      openModal,
      openCreate,
      go,
      setTitle: (title) => {
        document.title = title;
      },
      refresh: refreshPage,
      theme: () => theme,
      locale: () => locale,
    }),
    [setFlags, closeFlag, openModal, openCreate, theme, locale],
  );
}

/** Key `c` anywhere but where one types. */
function useCreateKey(create: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (key !== 'c' || ctrlKey || metaKey || altKey) return;
      const typing = target instanceof Element && target.closest('input, textarea, select, dialog');
      if (typing) return;
      event.preventDefault();
      create();
    };
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, [create]);
}
