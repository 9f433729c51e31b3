import { useEffect, useState } from 'react';

/**
 * The server's moment, ticking. The browser's clock may be wrong, so only the time since the server's last answer
 * is taken from it. While the page is hidden it stands still: nobody looks.
 *
 * @param serverNow epoch milliseconds of the server's last answer
 * @param everyMs how often the reader needs to see it move
 */
export function useServerNow(serverNow: number, everyMs: number): number {
  const [ticking, setTicking] = useState({ serverNow, since: performance.now(), now: serverNow });
  if (ticking.serverNow !== serverNow) {
    setTicking({ serverNow, since: performance.now(), now: serverNow });
  }
  useEffect(() => {
    const tick = () => {
      if (document.hidden) return;
      setTicking((was) => ({ ...was, now: was.serverNow + performance.now() - was.since }));
    };
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs]);
  return ticking.now;
}
