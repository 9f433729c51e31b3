import { useState, type KeyboardEvent } from 'react';
import { useText } from '../text/text';
import { ClockTab } from './clock-tab';
import { FaultsTab } from './faults-tab';
import { InvocationsTab } from './invocations-tab';
import { OutboxTab } from './outbox-tab';
import { SiteTab } from './site-tab';
import { StorageTab } from './storage-tab';

const TABS = {
  invocations: InvocationsTab,
  outbox: OutboxTab,
  storage: StorageTab,
  clock: ClockTab,
  faults: FaultsTab,
  site: SiteTab,
};
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[];

/** What happens behind the pages: for developers and the curious. */
export function BackstagePage() {
  const text = useText();
  const [tab, setTab] = useState<Tab>(
    () => NAMES.find((one) => `#${one}` === location.hash) ?? 'invocations',
  );
  const Content = TABS[tab];
  const choose = (next: Tab) => {
    window.history.replaceState(null, '', `#${next}`);
    setTab(next);
  };
  const keys = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = NAMES[(NAMES.indexOf(tab) + step + NAMES.length) % NAMES.length];
    if (step === 0 || !next) return;
    choose(next);
    currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div className="page page-wide">
      <h1>{text('back.title')}</h1>
      <p className="lead">{text('back.intro')}</p>
      <div role="tablist" aria-label={text('back.tabs')} className="tabs" onKeyDown={keys}>
        {NAMES.map((one) => (
          <button
            key={one}
            id={`tab-${one}`}
            type="button"
            role="tab"
            aria-selected={one === tab}
            aria-controls="backstage"
            tabIndex={one === tab ? 0 : -1}
            className="tab"
            onClick={() => {
              choose(one);
            }}
          >
            {text(`back.${one}`)}
          </button>
        ))}
      </div>
      <div id="backstage" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        <Content />
      </div>
    </div>
  );
}
