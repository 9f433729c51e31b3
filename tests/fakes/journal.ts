import { IncidentError } from '../../src/domain/errors';

/** Writes down what is done, in its order, and stops everything from one of them on, as a function that is cut off. */
export class Journal {
  readonly done: string[] = [];
  private stopAt = Infinity;

  /** The first so many are done, none after them. */
  stopAfter(count: number): void {
    this.stopAt = count;
  }

  /** From here on all goes well, and the page is a new one. */
  goOn(): void {
    this.stopAt = Infinity;
    this.done.length = 0;
  }

  /** The same port; calls of these names are written down, or stopped. */
  of<Port extends object>(port: Port, names: readonly (keyof Port & string)[]): Port {
    const written: readonly string[] = names;
    return new Proxy(port, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (!written.includes(String(name))) return value.bind(target) as unknown;
        return (...given: unknown[]) =>
          this.write(String(name), () => Reflect.apply(value, target, given) as unknown);
      },
    });
  }

  private async write(name: string, work: () => unknown): Promise<unknown> {
    if (this.done.length >= this.stopAt) throw new IncidentError('unavailable', 'Cut off');
    const value = await work();
    this.done.push(name);
    return value;
  }
}
