/**
 * The sandbox's only source of time. It runs with the machine's clock, shifted, or stands still until moved.
 * Timers belong to it: what falls due while the clock is moved happens on the way, in order, one after the other.
 */
export type Timer = { readonly at: number; readonly run: () => unknown; readonly order: number };

/** A moment in epoch milliseconds. */
export class Clock {
  private offsetMs = 0;
  private stoppedAt: number | undefined;
  private timers: Timer[] = [];
  private order = 0;
  private alarm: NodeJS.Timeout | undefined;
  private goal: number | undefined;

  /** @param standingAt epoch milliseconds at which the clock stands still; absent: it runs with the machine. */
  constructor(standingAt?: number) {
    this.stoppedAt = standingAt;
  }

  now(): number {
    return this.stoppedAt ?? Date.now() + this.offsetMs;
  }

  get running(): boolean {
    return this.stoppedAt === undefined;
  }

  /** Calls `run` once the clock has reached `at`. @returns a function that cancels it. */
  schedule(at: number, run: () => unknown): () => void {
    const timer = { at, run, order: this.order++ };
    this.timers.push(timer);
    this.timers.sort((a, b) => a.at - b.at || a.order - b.order);
    this.setAlarm();
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
      this.setAlarm();
    };
  }

  /** Where a move that is under way will end; undefined while nobody moves the clock. */
  get movingTo(): number | undefined {
    return this.goal;
  }

  /** The moments of the timers that are waiting, earliest first. */
  get waiting(): readonly number[] {
    return this.timers.map(({ at }) => at);
  }

  /**
   * Moves the clock to `moment`. Going forward, everything due on the way is run, in order, each awaited
   * together with `settle` (what it set off), before the clock goes on. Going back runs nothing.
   */
  async moveTo(
    moment: number,
    settle: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const wasRunning = this.running;
    this.stoppedAt = this.now();
    this.goal = moment;
    await settle();
    for (let next = this.timers[0]; next && next.at <= moment; next = this.timers[0]) {
      this.timers.shift();
      this.stoppedAt = Math.max(this.stoppedAt, next.at);
      await next.run();
      await settle();
    }
    this.goal = undefined;
    this.stoppedAt = moment;
    if (wasRunning) this.start();
  }

  /** Lets the clock run from where it stands. */
  start(): void {
    this.offsetMs = this.now() - Date.now();
    this.stoppedAt = undefined;
    this.setAlarm();
  }

  /** Lets the clock show the machine's own time again. */
  toMachineTime(): void {
    this.offsetMs = 0;
    this.stoppedAt = undefined;
    this.setAlarm();
  }

  /** Makes the clock stand still where it is, or at `moment`; timers wait. */
  stop(moment: number = this.now()): void {
    this.stoppedAt = moment;
    this.setAlarm();
  }

  /** Drops every timer, for a reset or the end. */
  clear(): void {
    this.timers = [];
    clearTimeout(this.alarm);
  }

  /** A running clock wakes the machine for its next timer; a standing one never does. */
  private setAlarm(): void {
    clearTimeout(this.alarm);
    const next = this.timers[0];
    if (!next || !this.running) return;
    const wait = Math.min(Math.max(0, next.at - this.now()), 2 ** 31 - 1);
    this.alarm = setTimeout(() => {
      this.ring();
    }, wait);
    this.alarm.unref();
  }

  private ring(): void {
    while (this.running && this.timers[0] && this.timers[0].at <= this.now()) {
      this.timers.shift()?.run();
    }
    this.setAlarm();
  }
}
