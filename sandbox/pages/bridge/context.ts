import type { Commands } from './frame';
import { frameTheme } from './theme';

/** What an app asks about itself and its surroundings. */
export const contextCommands: Commands = {
  getContext: (_data, { module, host }) => ({
    ...module.context,
    locale: host.locale(),
    theme: { ...frameTheme(host.theme()).parts, colorMode: host.theme() },
  }),
  getFrameId: (_data, { id }) => id,
  enableTheming(_data, frame) {
    frame.themed = true;
    return frameTheme(frame.host.theme()).told;
  },
  emitReadyEvent: () => true,
  isRovoEnabled: () => false,
  openRovo: () => false,
  getCookieConsentPreferences: () => null,
  initFeatureFlags: () => ({ feature_flags: {} }),
  emitFrontendCustomMetric: () => undefined,
  trackObjectStoreAction: () => undefined,
};
