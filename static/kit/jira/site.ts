import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';

/** The address of the site that the page stands in, without a slash at the end. */
async function siteAddress(): Promise<string> {
  const { siteUrl } = await view.getContext();
  return siteUrl.replace(/\/+$/, '');
}

/** The same for what is shown: empty for a moment. */
export function useSite(): string {
  const [site, setSite] = useState('');
  useEffect(() => {
    let current = true;
    siteAddress().then(
      (address) => {
        if (current) setSite(address);
      },
      () => undefined, // links are then relative to the site, as everybody who is on it reads them
    );
    return () => {
      current = false;
    };
  }, []);
  return site;
}
