import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

type Props = {
  /** Names the panel, and the button when nothing in it can be read. */
  readonly label: string;
  readonly wordless?: boolean;
  readonly button: ReactNode;
  readonly buttonClass: string;
  readonly children: (close: () => void) => ReactNode;
  readonly align?: 'start' | 'end';
};

/**
 * A button that opens a small panel under itself. Escape and a press elsewhere close it, the arrow keys go through
 * what is in it, and the focus comes back to the button.
 */
export function Menu(props: Props) {
  const { label, button, buttonClass, children, align = 'start', wordless = false } = props;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
  };

  useEffect(() => {
    if (!open) return undefined;
    const button = opener.current;
    focusables(root.current)[0]?.focus();
    const outside = ({ target }: Event) => {
      if (!(target instanceof Node) || !root.current?.contains(target)) setOpen(false);
    };
    const left = () => {
      setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    window.addEventListener('blur', left);
    return () => {
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('blur', left);
      // What had the focus has gone with the panel; a press elsewhere keeps its own.
      if (document.activeElement === document.body) button?.focus();
    };
  }, [open]);

  const keys = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const all = focusables(root.current);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const now = all.findIndex((one) => one === document.activeElement);
      event.preventDefault();
      all[(now + step + all.length) % all.length]?.focus();
    }
  };

  return (
    <div className="menu" ref={root} onKeyDown={keys}>
      <button
        ref={opener}
        type="button"
        className={buttonClass}
        aria-label={wordless ? label : undefined}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {button}
      </button>
      {open && (
        <div id={id} className={`menu-panel menu-${align}`} role="group" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

function focusables(root: HTMLElement | null): HTMLElement[] {
  const panel = root?.querySelector('.menu-panel');
  return panel ? [...panel.querySelectorAll<HTMLElement>('button, a, input, select')] : [];
}
