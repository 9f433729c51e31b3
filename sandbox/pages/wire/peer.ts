import { marshal, unmarshal, type AnyFunction } from './marshal';

/** What crosses between a page of the site and an app's frame. Both sides speak the same. */
export type Message = { readonly wire: 'forge-bridge'; readonly id: string } & (
  | { readonly type: 'call'; readonly command: string; readonly data: unknown }
  | { readonly type: 'apply'; readonly fn: string; readonly args: unknown }
  | { readonly type: 'value'; readonly value: unknown }
  | { readonly type: 'error'; readonly error: { readonly name: string; readonly message: string } }
);

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (e: Error) => void };

/** One end of the conversation between a page and a frame. */
export class Peer {
  private readonly waiting = new Map<string, Waiting>();
  private readonly functions = new Map<string, AnyFunction>();
  private readonly ids = new Map<AnyFunction, string>();
  private last = 0;
  private open = true;

  /**
   * @param post sends a message to the other end.
   * @param answer does what the other end asks; what it throws is told to the caller by name and message.
   */
  constructor(
    private readonly post: (message: Message) => void,
    private readonly answer: (command: string, data: unknown) => unknown,
  ) {}

  /** Asks the other side. Rejects with its error, or when this side has been closed. */
  call(command: string, data?: unknown): Promise<unknown> {
    return this.ask((id) => ({
      wire: 'forge-bridge',
      id,
      type: 'call',
      command,
      data: marshal(data, this.keep),
    }));
  }

  /** Takes one message; anything that is not ours is left alone. */
  receive(message: unknown): void {
    if (!this.open || !isMessage(message)) return;
    if (message.type === 'call') {
      const { id, command, data } = message;
      void this.reply(id, () => this.answer(command, unmarshal(data, this.apply)));
    } else if (message.type === 'apply') {
      const args = unmarshal(message.args, this.apply) as unknown[];
      void this.reply(message.id, () => this.known(message.fn)(...args));
    } else this.settle(message);
  }

  /** Ends the conversation: open calls reject, later messages are ignored. */
  close(): void {
    this.open = false;
    for (const { reject } of this.waiting.values()) reject(new Error('The frame is gone.'));
    this.waiting.clear();
  }

  /** The id of a function of ours; the same function keeps its id, so that it can be unsubscribed. */
  private readonly keep = (fn: AnyFunction): string => {
    const id = this.ids.get(fn) ?? `f${++this.last}`;
    this.ids.set(fn, id);
    this.functions.set(id, fn);
    return id;
  };

  /** Calls a function of the other side. */
  private readonly apply = (fn: string, args: unknown[]): Promise<unknown> =>
    this.ask((id) => ({
      wire: 'forge-bridge',
      id,
      type: 'apply',
      fn,
      args: marshal(args, this.keep),
    }));

  private ask(build: (id: string) => Message): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.open) {
        reject(new Error('The frame is gone.'));
        return;
      }
      const id = `c${++this.last}`;
      const message = build(id);
      this.waiting.set(id, { resolve, reject });
      this.post(message);
    });
  }

  private async reply(id: string, work: () => unknown): Promise<void> {
    let message: Message;
    try {
      const value = marshal(await work(), this.keep);
      message = { wire: 'forge-bridge', id, type: 'value', value };
    } catch (error) {
      message = { wire: 'forge-bridge', id, type: 'error', error: toldError(error) };
    }
    if (this.open) this.post(message);
  }

  private settle(message: Extract<Message, { type: 'value' | 'error' }>): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === 'value') waiting?.resolve(unmarshal(message.value, this.apply));
    else {
      const { name, message: text } = message.error;
      waiting?.reject(Object.assign(new Error(text), { name }));
    }
  }

  private known(id: string): AnyFunction {
    const fn = this.functions.get(id);
    if (!fn) throw new Error('This function is not known any more.');
    return fn;
  }
}

function toldError(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}

function isMessage(value: unknown): value is Message {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as { wire?: unknown }).wire === 'forge-bridge'
  );
}
