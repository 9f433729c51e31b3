/** A list cut into parts of so many, in its order; the last may be shorter. */
export function inParts<One>(all: readonly One[], size: number): (readonly One[])[] {
  const whole = Math.floor(size);
  const parts = Math.ceil(all.length / whole);
  return Array.from({ length: parts }, (_, n) => all.slice(n * whole, (n + 1) * whole));
}
