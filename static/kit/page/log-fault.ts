/** A fault of the program, for whoever opens the browser's console; never anything of the incident. */
export function logFault(what: string, about: unknown): void {
  // eslint-disable-next-line no-console -- a page has no other log
  console.error(`${what}:`, about);
}

/** Does what nobody must lose anything by: a fault is logged, and what is around it goes on. */
export async function tryOrLog(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (fault) {
    logFault(what, fault);
  }
}
