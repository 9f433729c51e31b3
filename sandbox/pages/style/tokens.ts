import dark from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-dark';
import light from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-light';
import motion from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-motion';
import shape from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-shape';
import spacing from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-spacing';
import typography from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-typography';

/** Atlassian's design tokens: the light and dark theme and what both share. */
export const TOKEN_CSS = [light, dark, spacing, typography, shape, motion].join('\n');

/** What `data-theme` says so that they all apply. */
export const DATA_THEME =
  'light:light dark:dark spacing:spacing typography:typography shape:shape motion:motion';

let added = false;

/** Puts the theme on this document. May be repeated. */
export function applySiteTheme(colorMode: 'light' | 'dark'): void {
  if (!added) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(TOKEN_CSS);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    added = true;
  }
  document.documentElement.dataset.theme = DATA_THEME;
  document.documentElement.dataset.colorMode = colorMode;
}
