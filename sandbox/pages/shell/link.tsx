import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { go } from './navigate';

/** A link within the site; with a modifier key or the middle button the browser does what it does. */
export function Link({
  href,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    rest.onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (event.defaultPrevented || !plain || event.altKey) return;
    event.preventDefault();
    go(href);
    window.scrollTo(0, 0);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
