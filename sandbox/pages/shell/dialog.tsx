import {
  useEffect,
  useId,
  useRef,
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useText } from '../text/text';
import { Icon } from './icons';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly closeOnEscape?: boolean;
  readonly closeOnOverlayClick?: boolean;
};

/** A modal dialog: the browser's own, which keeps the focus inside and gives it back. */
export function Dialog(props: Props) {
  const { title, onClose, children, className = '', style } = props;
  const { closeOnEscape = true, closeOnOverlayClick = false } = props;
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const { current } = dialog;
    const before = document.activeElement;
    current?.showModal();
    return () => {
      current?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  // A press on the backdrop is a press on the dialog itself, outside of everything in it.
  const press = (event: MouseEvent) => {
    if (closeOnOverlayClick && event.target === dialog.current) onClose();
  };

  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      style={style}
      aria-labelledby={id}
      onMouseDown={press}
      onCancel={(event) => {
        event.preventDefault();
        if (closeOnEscape) onClose();
      }}
    >
      <div className="dialog-box">
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <button
            type="button"
            className="icon-button"
            aria-label={text('close')}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
