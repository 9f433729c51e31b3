import type { Commands, Frame } from './frame';
import { callback, dict, requiredText } from './payload';

type Packet = { readonly channel: string; readonly payload: unknown };

const NAME = 'forge-realtime';
let channel: BroadcastChannel | undefined;
const subscribers = new Map<string, Set<(payload: unknown) => unknown>>();

/** Realtime channels, between the frames of this browser: this page and its other tabs. */
export const realtimeCommands: Commands = {
  publishRealtimeChannel(data, frame) {
    const packet: Packet = { channel: channelOf(data, frame), payload: dict(data).eventPayload };
    deliver(packet);
    line().postMessage(packet);
    return { eventId: crypto.randomUUID(), eventTimestamp: String(Date.now()) };
  },
  subscribeRealtimeChannel(data, frame) {
    line();
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

function line(): BroadcastChannel {
  if (!channel) {
    channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }) => {
      deliver(data as Packet);
    };
  }
  return channel;
}
