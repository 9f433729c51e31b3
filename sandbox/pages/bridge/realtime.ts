import type { Commands, Frame } from './frame';
import { callback, dict, requiredText } from './payload';

type Packet = { readonly channel: string; readonly payload: unknown };

const NAME = 'forge-realtime';
const ADDRESS = '/_sandbox/realtime';
let channel: BroadcastChannel | undefined;
const subscribers = new Map<string, Set<(payload: unknown) => unknown>>();

/** Realtime channels, between the frames of everybody who has the site open. */
export const realtimeCommands: Commands = {
  async publishRealtimeChannel(data, frame) {
    const packet: Packet = { channel: channelOf(data, frame), payload: dict(data).eventPayload };
    await fetch(ADDRESS, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(packet),
    });
    return { eventId: crypto.randomUUID(), eventTimestamp: String(Date.now()) };
  },
  subscribeRealtimeChannel(data, frame) {
    listen();
    const name = channelOf(data, frame);
    const onEvent = callback(data, 'onEvent');
    const those = subscribers.get(name) ?? new Set();
    subscribers.set(name, those.add(onEvent));
    const unsubscribe = () => {
      those.delete(onEvent);
    };
    frame.cleanups.add(unsubscribe);
    return { unsubscribe };
  },
};

/** A channel belongs to the place where its module stands, unless it is a global one. */
function channelOf(data: unknown, { place }: Frame): string {
  const name = requiredText(data, 'channelName');
  return dict(data).isGlobal === true ? name : `${place.issue ?? place.project ?? ''}/${name}`;
}

function deliver({ channel: name, payload }: Packet): void {
  for (const onEvent of subscribers.get(name) ?? []) onEvent(payload);
}

/** One tab of a browser listens for all of them: a browser opens few connections to one address. */
function listen(): void {
  if (channel) return;
  const tabs = new BroadcastChannel(NAME);
  channel = tabs;
  tabs.onmessage = ({ data }) => {
    deliver(data as Packet);
  };
  void navigator.locks.request(
    NAME,
    () =>
      // Held for as long as the tab is there; then the next one listens.
      new Promise<never>(() => {
        new EventSource(ADDRESS).onmessage = ({ data }) => {
          const packet = JSON.parse(String(data)) as Packet;
          deliver(packet);
          tabs.postMessage(packet);
        };
      }),
  );
}
