import { useSyncExternalStore } from 'react';

const MOVED = 'site:moved';

/** Goes to an address of the site without loading the page anew. */
export function go(address: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  window.dispatchEvent(new Event(MOVED));
}

/**
 * Takes `as`, `theme` and `locale` out of the address. The server has heard them with this request; left there, they
 * would undo what is chosen in the menu as soon as the page is loaded anew.
 */
export function forgetWishes(): void {
  const url = new URL(window.location.href);
  for (const wish of ['as', 'theme', 'locale']) url.searchParams.delete(wish);
  window.history.replaceState(null, '', url.pathname + url.search + url.hash);
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
