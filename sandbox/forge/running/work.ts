import { setImmediate, setTimeout } from 'node:timers/promises';

/** Counts what is under way, so that a test can wait until nothing is. */
export class Work {
  private underWay = 0;
  private settledAt = 0;

  /** Runs `task` and counts it until it has ended, however it ends. */
  async track<T>(task: () => Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await task();
    } finally {
      this.underWay -= 1;
    }
  }

  /** Not idle before this moment of `performance.now()`: something, like an index, is still catching up. */
  notBefore(moment: number): void {
    this.settledAt = Math.max(this.settledAt, moment);
  }

  get busy(): boolean {
    return this.underWay > 0 || performance.now() < this.settledAt;
  }

  /** Resolves once nothing is under way, and nothing that had just ended has set off more. */
  async idle(): Promise<void> {
    for (;;) {
      await setImmediate();
      await setImmediate();
      if (!this.busy) return;
      if (this.underWay > 0) await setTimeout(2);
      else await setTimeout(Math.max(1, this.settledAt - performance.now()));
    }
  }
}
