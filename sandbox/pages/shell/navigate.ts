import { useSyncExternalStore } from 'react';

const MOVED = 'site:moved';

/** Goes to an address of the site without loading the page anew. */
export function go(address: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  window.dispatchEvent(new Event(MOVED));
}

/** Where the page is: path and query. */
export function useAddress(): { readonly path: string; readonly query: URLSearchParams } {
  const href = useSyncExternalStore(
    subscribe,
    () => window.location.pathname + window.location.search,
  );
  const at = href.indexOf('?');
  return at < 0
    ? { path: href, query: new URLSearchParams() }
    : { path: href.slice(0, at), query: new URLSearchParams(href.slice(at)) };
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('popstate', changed);
  window.addEventListener(MOVED, changed);
  return () => {
    window.removeEventListener('popstate', changed);
    window.removeEventListener(MOVED, changed);
  };
}
