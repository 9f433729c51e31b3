declare module '*.json?later' {
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default texts;
}
