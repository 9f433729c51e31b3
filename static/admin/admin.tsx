import { type KeyboardEvent, useRef, useState } from 'react';
import { useViewer } from '../kit/texts';
import { HistorySection } from './history';
import { SetUpSection } from './set-up/section';
import { SettingsSection } from './settings';

const SECTIONS = { setUp: SetUpSection, settings: SettingsSection, history: HistorySection };
type SectionName = keyof typeof SECTIONS;
const NAMES = Object.keys(SECTIONS) as SectionName[];

/**
 * The administration: one section at a time. Those that were opened stay, hidden, so that nothing typed is lost by
 * looking elsewhere.
 */
export function Admin() {
  const [open, setOpen] = useState<SectionName>('setUp');
  const [seen, setSeen] = useState<readonly SectionName[]>(['setUp']);
  const show = (name: SectionName) => {
    setOpen(name);
    setSeen((was) => (was.includes(name) ? was : [...was, name]));
  };
  return (
    <div className="admin">
      <Tabs open={open} onOpen={show} />
      {seen.map((name) => {
        const Section = SECTIONS[name];
        return (
          <section
            key={name}
            id={`section-${name}`}
            role="tabpanel"
            aria-labelledby={`tab-${name}`}
            hidden={name !== open}
          >
            <Section />
          </section>
        );
      })}
    </div>
  );
}

type TabsProps = { readonly open: SectionName; readonly onOpen: (name: SectionName) => void };

/** One tab stop; the arrow keys go from tab to tab. */
function Tabs({ open, onOpen }: TabsProps) {
  const { t } = useViewer();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && NAMES[(NAMES.indexOf(open) + step + NAMES.length) % NAMES.length];
    if (!next) return;
    onOpen(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div ref={list} className="tabs" role="tablist" onKeyDown={move}>
      {NAMES.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={name === open}
          aria-controls={`section-${name}`}
          tabIndex={name === open ? 0 : -1}
          onClick={() => {
            onOpen(name);
          }}
        >
          {t(`admin.${name}.title`)}
        </button>
      ))}
    </div>
  );
}
