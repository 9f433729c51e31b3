import { type KeyboardEvent, useRef } from 'react';

type Props<Name extends string> = {
  /** Told apart from other rows of tabs on the page by it: panels are `<group>-panel-<name>`. */
  readonly group: string;
  readonly names: readonly Name[];
  readonly open: Name;
  readonly onOpen: (name: Name) => void;
  readonly titleOf: (name: Name) => string;
};

/** A row of tabs. One tab stop; the arrow keys go from tab to tab. The panels are the caller's. */
export function Tabs<Name extends string>({ group, names, open, onOpen, titleOf }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && names[(names.indexOf(open) + step + names.length) % names.length];
    if (!next) return;
    onOpen(next);
    list.current?.querySelector<HTMLElement>(`#${group}-tab-${next}`)?.focus();
  };
  return (
    <div ref={list} className="tabs" role="tablist" onKeyDown={move}>
      {names.map((name) => (
        <button
          key={name}
          id={`${group}-tab-${name}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={name === open}
          // A panel that is not there cannot be pointed at.
          aria-controls={name === open ? `${group}-panel-${name}` : undefined}
          tabIndex={name === open ? 0 : -1}
          onClick={() => {
            onOpen(name);
          }}
        >
          {titleOf(name)}
        </button>
      ))}
    </div>
  );
}
