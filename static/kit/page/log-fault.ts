/** A fault of the program, for whoever opens the browser's console; never anything of the incident. */
export function logFault(what: string, about: unknown): void {
  // eslint-disable-next-line no-console -- a page has no other log
  console.error(`${what}:`, about);
}
