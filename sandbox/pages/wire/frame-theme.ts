/** What a frame is told about the site's theme. */
export type FrameTheme = {
  readonly colorMode: 'light' | 'dark';
  /** As Atlaskit writes it into `data-theme`. */
  readonly dataTheme: string;
  /** The design tokens, as style sheets for `html[data-color-mode][data-theme]`. */
  readonly css: string;
};
