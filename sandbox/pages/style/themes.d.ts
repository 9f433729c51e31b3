/** The theme artefacts of Atlaskit come without types: each is its style sheet as a text. */
declare module '@atlaskit/tokens/dist/esm/artifacts/themes/*' {
  const css: string;
  export default css;
}
