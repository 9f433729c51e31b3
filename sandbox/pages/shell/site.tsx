import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Flag, Host, ModalRequest } from '../bridge/frame';
import { CreateDialog } from '../create/create-dialog';
import { useText } from '../text/text';
import { AppModal } from './app-modal';
import { Flags } from './flags';
import { HostContext } from './host';
import { go, useAddress } from './navigate';
import { Page } from './page';
import { refreshPage } from './refresh';
import { routeOf } from './routes';
import { useSession } from './session';
import { SideNav } from './side-nav';
import { TopBar } from './top-bar';

/** Below this width the navigation is closed until asked for. */
const WIDE = '(min-width: 900px)';

/** The site around every page: bar, navigation, flags, dialogs. */
export function Site() {
  const text = useText();
  const { path, query } = useAddress();
  const [flags, setFlags] = useState<readonly Flag[]>([]);
  const [modal, setModal] = useState<ModalRequest>();
  const [navOpen, setNavOpen] = useState(() => window.matchMedia(WIDE).matches);
  const [creating, setCreating] = useState(false);
  const closeFlag = useCallback((id: string) => {
    setFlags((now) => now.filter((flag) => flag.id !== id));
  }, []);
  const host = useSiteHost(setFlags, closeFlag, setModal);
  const create = useCallback(() => {
    setCreating(true);
  }, []);
  useCreateKey(create);

  return (
    <HostContext.Provider value={host}>
      <a className="skip" href="#main">
        {text('skip')}
      </a>
      <TopBar
        navOpen={navOpen}
        onCreate={create}
        onToggle={() => {
          setNavOpen(!navOpen);
        }}
      />
      <div className={navOpen ? 'site nav-open' : 'site'}>
        {navOpen && <SideNav path={path} query={query} />}
        <main id="main" tabIndex={-1} aria-label={text('main')}>
          <Page route={routeOf(path)} query={query} />
        </main>
      </div>
      {creating && (
        <CreateDialog
          onClose={() => {
            setCreating(false);
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

function useSiteHost(
  setFlags: (change: (now: readonly Flag[]) => readonly Flag[]) => void,
  closeFlag: (id: string) => void,
  openModal: (request: ModalRequest) => void,
): Host {
  const { theme, locale } = useSession();
  return useMemo(
    () => ({
      showFlag: (flag) => {
        setFlags((now) => [flag, ...now.filter(({ id }) => id !== flag.id)]);
      },
      closeFlag,
      openModal,
      go,
      setTitle: (title) => {
        document.title = title;
      },
      refresh: refreshPage,
      theme: () => theme,
      locale: () => locale,
    }),
    [setFlags, closeFlag, openModal, theme, locale],
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
