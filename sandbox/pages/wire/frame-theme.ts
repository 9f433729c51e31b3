/** What a frame is told about the site's theme. */
export type FrameTheme = {
  readonly colorMode: 'light' | 'dark';
  /** As Atlaskit writes it into `data-theme`. */
  readonly dataTheme: string;
  /** The design tokens, as style sheets for `html[data-color-mode][data-theme]`. */
  readonly css: string;
  /** The token of what the frame lies on: an opaque ground of the same colour is no different, and can be measured. */
  readonly surface: string;
};
