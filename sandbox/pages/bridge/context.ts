import type { Commands } from './frame';
import { dict } from './payload';
import { frameTheme, surfaceOf } from './theme';

/** What an app asks about itself and its surroundings. */
export const contextCommands: Commands = {
  getContext(_data, frame) {
    const { module, host } = frame;
    const surface = surfaceOf(frame);
    return {
      ...module.context,
      extension: { ...dict(module.context.extension), location: window.location.href },
      locale: host.locale(),
      theme: { ...frameTheme(host.theme(), surface).parts, colorMode: host.theme() },
      surfaceColor: getComputedStyle(document.documentElement).getPropertyValue(surface).trim(),
    };
  },
  getFrameId: (_data, { id }) => id,
  enableTheming(_data, frame) {
    frame.themed = true;
    return frameTheme(frame.host.theme(), surfaceOf(frame)).told;
  },
  emitReadyEvent: () => true,
  isRovoEnabled: () => false,
  openRovo: () => false,
  getCookieConsentPreferences: () => null,
  initFeatureFlags: () => ({ feature_flags: {} }),
  emitFrontendCustomMetric: () => undefined,
  trackObjectStoreAction: () => undefined,
};
