import { useState } from 'react';
import type { UiModule } from '../../core/contract';
import { Icon } from '../shell/icons';
import { iconAddress } from './icon-address';

/** The app's own picture where it has one that can be shown, else the sign for apps. */
export function ModuleIcon({ module }: { readonly module: UiModule }) {
  const [broken, setBroken] = useState(false);
  const address = iconAddress(module);
  if (address === undefined || broken) return <Icon name="apps" />;
  return (
    <img
      className="module-icon"
      src={address}
      alt=""
      onError={() => {
        setBroken(true);
      }}
    />
  );
}
