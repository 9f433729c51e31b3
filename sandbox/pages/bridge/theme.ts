import { DATA_THEME, TOKEN_CSS } from '../style/tokens';
import type { FrameTheme } from '../wire/frame-theme';
import { frames, type Frame } from './frame';

/** The site's theme as frames and contexts are told of it. */
export function frameTheme(
  colorMode: 'light' | 'dark',
  surface: string,
): { told: FrameTheme; parts: Record<string, string> } {
  const parts = DATA_THEME.split(' ').map((part) => part.split(':') as [string, string]);
  return {
    told: { colorMode, dataTheme: DATA_THEME, css: TOKEN_CSS, surface },
    parts: Object.fromEntries(parts),
  };
}

/** A modal lies on another surface than the page. */
export function surfaceOf({ close }: Frame): string {
  return close ? '--ds-surface-overlay' : '--ds-surface';
}

/** Tells every frame that has enabled theming; the frame that is leaving needs no news. */
export function tellTheme(colorMode: 'light' | 'dark'): void {
  for (const frame of frames) {
    if (!frame.themed) continue;
    frame.peer
      .call('sandbox:theme', frameTheme(colorMode, surfaceOf(frame)).told)
      .catch(ignoreGone);
  }
}

/** A frame may leave the page between a message and its answer. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}
