import { useRef } from 'react';
import { AppFrame } from '../bridge/app-frame';
import type { ModalRequest, ModalSize } from '../bridge/frame';
import { Dialog } from './dialog';

/** Widths of Jira's modals; heights are the content's unless the whole window is asked for. */
const WIDTHS = {
  small: '400px',
  medium: '600px',
  large: '800px',
  xlarge: '968px',
  resizable: '800px',
  max: '100%',
  fullscreen: '100%',
};

/** A modal that an app opened: a dialog around another of its frames. */
export function AppModal({ request, onDone }: { request: ModalRequest; onDone: () => void }) {
  const { module, place, size, title, closeOnEscape, closeOnOverlayClick } = request;
  const done = useRef(false);
  const close = (payload?: unknown) => {
    if (done.current) return;
    done.current = true;
    onDone();
    request.onClose(payload);
  };
  const fill = size === 'max' || size === 'fullscreen';
  return (
    <Dialog
      title={title || module.title}
      onClose={close}
      closeOnEscape={closeOnEscape}
      closeOnOverlayClick={closeOnOverlayClick}
      className={fill ? 'dialog-app dialog-fill' : 'dialog-app'}
      style={styleOf(size)}
    >
      <AppFrame
        module={module}
        place={place}
        title={title || module.title}
        onClose={close}
        fill={fill}
      />
    </Dialog>
  );
}

function styleOf(size: ModalSize) {
  return typeof size === 'string' ? { width: WIDTHS[size] } : size;
}
