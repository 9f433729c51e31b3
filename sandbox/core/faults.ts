/** Faults that a test or a curious person asks for at `/_sandbox/faults`: a service that is down, slow or rude. */

export type Fault = {
  /** A product (`jira`, `confluence`), `kvs`, an outside service (`slack`, …) or `event-duplicate|reorder|drop`. */
  readonly target: string;
  /** Chance from 0 to 1 that a call is hit. */
  readonly rate: number;
  readonly status?: number | 'timeout' | 'reset';
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** Only calls of this method, in capitals; absent: any. */
  readonly method?: string;
  /** Only calls whose path begins like this; absent: any. */
  readonly path?: string;
};

/** The call that may be hit; the path without its query. */
export type FaultyCall = { readonly method: string; readonly path: string };

type Span = {
  /** How many of its calls go well before it begins. */
  readonly after?: number;
  /** How many it then hits. */
  readonly times?: number;
};

type Rule = { readonly fault: Fault; left: number; wait: number };

/** The faults now in force. Chance comes from a seeded sequence, so that a run can be repeated. */
export class Faults {
  private rules: Rule[] = [];
  private seed = 1;

  /** Takes the place of a fault on the same calls; a chance of 0 ends it. Without `times` it stays until cleared. */
  add(fault: Fault, { after = 0, times = Number.POSITIVE_INFINITY }: Span = {}): void {
    const { target, method, path, rate } = fault;
    if (rate <= 0 && method === undefined && path === undefined) this.clear(target);
    this.rules = this.rules.filter((one) => !sameCalls(one.fault, fault));
    if (times > 0 && rate > 0) this.rules.push({ fault, left: times, wait: after });
  }

  /** @param target absent: all of them. */
  clear(target?: string): void {
    this.rules =
      target === undefined ? [] : this.rules.filter(({ fault }) => fault.target !== target);
  }

  /** The fault that hits this call, if any; counts it. One on single calls goes before one on all. */
  take(target: string, call?: FaultyCall): Fault | undefined {
    const fitting = this.rules
      .filter(({ fault }) => fault.target === target && fits(fault, call))
      .sort((a, b) => narrowness(b.fault) - narrowness(a.fault));
    const hit = fitting.find((rule) => this.hits(rule));
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left <= 0) this.rules = this.rules.filter((one) => one !== hit);
    return hit.fault;
  }

  private hits(rule: Rule): boolean {
    if (rule.wait > 0) {
      rule.wait -= 1;
      return false;
    }
    return this.chance() < rule.fault.rate;
  }

  list(): readonly (Fault & { left: number | null })[] {
    return this.rules.map(({ fault, left }) => ({
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

const sameCalls = (a: Fault, b: Fault): boolean =>
  a.target === b.target && a.method === b.method && a.path === b.path;

const fits = ({ method, path }: Fault, call: FaultyCall | undefined): boolean =>
  (method === undefined || method === call?.method) &&
  (path === undefined || call?.path.startsWith(path) === true);

const narrowness = ({ method, path }: Fault): number =>
  (path === undefined ? 0 : 1 + path.length) + (method === undefined ? 0 : 1);
