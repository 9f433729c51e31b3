import type { Place, UiModule } from '../../core/contract';
import { Peer } from '../wire/peer';
import { runCommand } from './commands';
import { frames, type FormHost, type Frame, type Host } from './frame';
import type { Widget } from './widget';

/** What the frame stands for now; its React component keeps it up to date. */
export type Parts = {
  readonly current: {
    module: UiModule;
    place: Place;
    host: Host;
    basePath: string | undefined;
    onClose: ((payload: unknown) => void) | undefined;
    onSubmit?: ((payload: unknown) => void) | undefined;
    widget?: Widget | undefined;
    form?: FormHost | undefined;
  };
};

/** Listens to the frame and answers it. @returns what ends it. */
export function connect(
  target: () => Window | null | undefined,
  frameUrl: string,
  parts: Parts,
  onHeight: (height: number) => void,
): () => void {
  const { origin } = new URL(frameUrl, window.location.href);
  const peer = new Peer(
    (message) => target()?.postMessage(message, origin),
    (command, data) => {
      if (command === 'sandbox:hello') return undefined;
      if (command === 'sandbox:height') {
        onHeight(Number(data));
        return undefined;
      }
      return runCommand(command, data, frame);
    },
  );
  const frame = frameFor(parts, peer);
  const listen = (event: MessageEvent) => {
    if (event.source === target() && event.origin === origin) peer.receive(event.data);
  };
  window.addEventListener('message', listen);
  frames.add(frame);
  return () => {
    window.removeEventListener('message', listen);
    frames.delete(frame);
    for (const clean of frame.cleanups) clean();
    peer.close();
  };
}

function frameFor(parts: Parts, peer: Frame['peer']): Frame {
  const closers = new Set<(payload?: unknown) => unknown>();
  const { onClose, onSubmit, widget, basePath, form } = parts.current;
  const close = (payload: unknown) => {
    for (const closer of closers) closer(payload);
    onClose?.(payload);
  };
  return {
    id: crypto.randomUUID(),
    get module() {
      return parts.current.module;
    },
    get place() {
      return parts.current.place;
    },
    get host() {
      return parts.current.host;
    },
    peer,
    ...(basePath === undefined ? {} : { basePath }),
    ...(onClose ? { close } : {}),
    ...(onSubmit ? { submit: (payload) => parts.current.onSubmit?.(payload) } : {}),
    ...(widget ? { widget } : {}),
    ...(form ? { form } : {}),
    themed: false,
    closers,
    cleanups: new Set(),
  };
}
