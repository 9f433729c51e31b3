/** The texts of a page in a language, and those of the parts that are opened later; see scripts/build-static.mjs. */
declare module 'texts:*' {
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default texts;
}
