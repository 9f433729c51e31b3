import { frames, type Commands, type Frame } from './frame';
import { callback, dict, requiredText } from './payload';

type Listener = { readonly frame: Frame; readonly tell: (payload: unknown) => unknown };
type Listeners = Map<string, Set<Listener>>;

const own: Listeners = new Map();
const shared: Listeners = new Map();

/** Events between the frames of the app on this page; `…Public` also reaches other apps' frames. */
export const eventCommands: Commands = {
  on: (data, frame) => subscribe(own, data, frame),
  onPublic: (data, frame) => subscribe(shared, data, frame),
  emit: (data) => publish(own, data),
  emitPublic: (data) => publish(shared, data),
};

/** An event of the product itself, for example `JIRA_ISSUE_CHANGED`. */
export function emitProductEvent(event: string, payload: unknown): void {
  publish(own, { event, payload });
}

function subscribe(listeners: Listeners, data: unknown, frame: Frame) {
  const event = requiredText(data, 'event');
  const listener = { frame, tell: callback(data, 'callback') };
  const those = listeners.get(event) ?? new Set();
  listeners.set(event, those.add(listener));
  const unsubscribe = () => {
    those.delete(listener);
  };
  frame.cleanups.add(unsubscribe);
  return { unsubscribe };
}

function publish(listeners: Listeners, data: unknown): void {
  for (const { frame, tell } of listeners.get(requiredText(data, 'event')) ?? []) {
    if (!frames.has(frame)) continue;
    // A listener that fails is the listener's trouble, shown in its own frame; the sender is not told.
    void Promise.resolve(tell(dict(data).payload)).catch(() => undefined);
  }
}
