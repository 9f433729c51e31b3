/**
 * Runs first in an app's frame and puts `window.__bridge` there, as Atlassian's own script does: every package of
 * Forge's bridge talks through its one function. Built as one plain script, bridge-client.js.
 */
import { history } from './client/history';
import { observePage } from './client/page-size';
import { siteOrigin } from './client/site-origin';
import { applyTheme } from './client/theme';
import { Peer } from './wire/peer';
import type { FrameTheme } from './wire/frame-theme';

const site = siteOrigin(window);

const peer = new Peer(
  (message) => {
    window.parent.postMessage(message, site);
  },
  (command, data) => {
    if (command === 'sandbox:theme') {
      applyTheme(data as FrameTheme);
      return;
    }
    throw new Error(`The frame does not know "${command}".`);
  },
);

window.addEventListener('message', (event) => {
  if (event.source === window.parent && event.origin === site) peer.receive(event.data);
});

async function callBridge(command: string, data?: unknown): Promise<unknown> {
  const answer = await peer.call(command, data);
  if (command === 'enableTheming') applyTheme(answer as FrameTheme);
  if (command === 'createHistory') return history(answer);
  return answer;
}

Object.assign(window, { __bridge: { callBridge } });
void peer.call('sandbox:hello');
observePage((height) => {
  void peer.call('sandbox:height', height);
});
