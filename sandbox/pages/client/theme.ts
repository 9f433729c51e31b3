import type { FrameTheme } from '../wire/frame-theme';

let sheet: CSSStyleSheet | undefined;

/**
 * Puts the site's theme on this document, as Atlaskit's own theming does. The tokens come as a constructed style
 * sheet, which a strict content security policy allows; a style element it would refuse. May be repeated.
 */
export function applyTheme({ colorMode, dataTheme, css, surface }: FrameTheme): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    // Without weight: an app that has a ground of its own keeps it.
    sheet.replaceSync(`${css}\n:where(html) { background-color: var(${surface}); }`);
  }
  const html = document.documentElement;
  html.dataset.theme = dataTheme;
  html.dataset.colorMode = colorMode;
}
