/** Faults that a test or a curious person asks for at `/_sandbox/faults`: a service that is down, slow or rude. */

export type Fault = {
  /** A product (`jira`, `confluence`), `kvs`, an outside service (`slack`, …) or `event-duplicate|reorder|drop`. */
  readonly target: string;
  /** Chance from 0 to 1 that a call is hit. */
  readonly rate: number;
  readonly status?: number | 'timeout' | 'reset';
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number;
};

/** The faults now in force. Chance comes from a seeded sequence, so that a run can be repeated. */
export class Faults {
  private faults: { fault: Fault; left: number }[] = [];
  private seed = 1;

  /** @param times how many calls it hits before it ends by itself; absent: until cleared. */
  add(fault: Fault, times = Number.POSITIVE_INFINITY): void {
    this.clear(fault.target);
    if (times > 0 && fault.rate > 0) this.faults.push({ fault, left: times });
  }

  /** @param target absent: all of them. */
  clear(target?: string): void {
    this.faults =
      target === undefined ? [] : this.faults.filter(({ fault }) => fault.target !== target);
  }

  /** The fault that hits this call, if any; counts it. */
  take(target: string): Fault | undefined {
    const found = this.faults.find(({ fault }) => fault.target === target);
    if (!found || this.chance() >= found.fault.rate) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.faults = this.faults.filter((one) => one !== found);
    return found.fault;
  }

  list(): readonly (Fault & { left: number | null })[] {
    return this.faults.map(({ fault, left }) => ({
      ...fault,
      left: Number.isFinite(left) ? left : null,
    }));
  }

  /** Uniform in [0, 1): a linear congruential generator, the constants of Numerical Recipes. */
  private chance(): number {
    this.seed = (this.seed * 1664525 + 1013904223) % 2 ** 32;
    return this.seed / 2 ** 32;
  }
}
