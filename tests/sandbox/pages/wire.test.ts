import { describe, expect, test } from '@jest/globals';
import { siteOrigin } from '../../../sandbox/pages/client/site-origin';
import { marshal, unmarshal, type AnyFunction } from '../../../sandbox/pages/wire/marshal';
import { Peer, type Message } from '../../../sandbox/pages/wire/peer';

/** Two ends joined as by `postMessage`: each message is copied, and arrives later. */
function pair(answer: (command: string, data: unknown) => unknown) {
  const frame: Peer = new Peer(
    (message) => {
      deliver(site, message);
    },
    () => undefined,
  );
  const site: Peer = new Peer((message) => {
    deliver(frame, message);
  }, answer);
  function deliver(to: Peer, message: Message) {
    const copied = structuredClone(message);
    setTimeout(() => {
      to.receive(copied);
    });
  }
  return { frame, site };
}

describe('marshalling', () => {
  const functions: AnyFunction[] = [];
  const keep = (fn: AnyFunction) => `f${functions.push(fn) - 1}`;
  const apply = (id: string, args: unknown[]) =>
    Promise.resolve(functions[Number(id.slice(1))]?.(...args));

  test.each([
    ['nothing', null],
    ['a text', 'SEV 1'],
    ['a list in an object', { a: [1, { b: true }] }],
    ['a moment', new Date(0)],
    ['bytes', new Uint8Array([1, 2])],
  ])('leaves %s as it is', (_, value) => {
    expect(unmarshal(structuredClone(marshal(value, keep)), apply)).toEqual(value);
  });

  test('a function deep inside becomes one that calls home', async () => {
    const sent = marshal({ options: [{ onClose: (n: unknown) => Number(n) * 2 }] }, keep);
    const got = unmarshal(structuredClone(sent), apply) as { options: [{ onClose: AnyFunction }] };
    expect(await got.options[0].onClose(21)).toBe(42);
  });

  test('what no browser can copy, such as an event of React, is left out', () => {
    class SyntheticEvent {
      readonly nativeEvent = this;
    }
    expect(marshal({ event: new SyntheticEvent(), ok: 1 }, keep)).toEqual({
      event: undefined,
      ok: 1,
    });
  });

  test('a value that contains itself is refused by name', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(() => marshal(loop, keep)).toThrow('contains itself');
  });
});

describe('the conversation between a page and a frame', () => {
  test('a call is answered', async () => {
    const { frame } = pair((command, data) => ({ command, data }));
    expect(await frame.call('invoke', { functionKey: 'get' })).toEqual({
      command: 'invoke',
      data: { functionKey: 'get' },
    });
  });

  test('an error comes back with its name and message', async () => {
    const { frame } = pair(() => {
      throw Object.assign(new Error('no such command'), { name: 'BridgeError' });
    });
    await expect(frame.call('foo')).rejects.toMatchObject({
      name: 'BridgeError',
      message: 'no such command',
    });
  });

  test('functions work in both directions: a listener there, its unsubscribing here', async () => {
    const listeners = new Set<AnyFunction>();
    const { frame } = pair((_, data) => {
      const { callback } = data as { callback: AnyFunction };
      listeners.add(callback);
      return { unsubscribe: () => listeners.delete(callback) };
    });
    const heard: unknown[] = [];
    const { unsubscribe } = (await frame.call('on', {
      callback: (payload: unknown) => heard.push(payload),
    })) as { unsubscribe: AnyFunction };
    for (const tell of listeners) await tell({ n: 1 });
    expect(heard).toEqual([{ n: 1 }]);
    expect(await unsubscribe()).toBe(true);
    expect(listeners.size).toBe(0);
  });

  test('what waits when a side is closed is told so, and nothing is sent after it', async () => {
    const { frame } = pair(() => new Promise(() => undefined));
    const waiting = frame.call('invoke');
    frame.close();
    await expect(waiting).rejects.toThrow('gone');
    await expect(frame.call('invoke')).rejects.toThrow('gone');
  });

  test.each([[null], ['text'], [{ type: 'call', id: '1', command: 'x' }], [{ wire: 'other' }]])(
    'a message that is not ours is left alone: %j',
    (message) => {
      let answered = 0;
      const peer = new Peer(
        () => undefined,
        () => ++answered,
      );
      peer.receive(message);
      expect(answered).toBe(0);
    },
  );
});

describe('the origin of the site', () => {
  const frame = (ancestorOrigins: string[] | undefined, referrer: string) => ({
    location: ancestorOrigins ? { ancestorOrigins } : {},
    document: { referrer },
  });

  test.each([
    ['as the browser says it', ['http://localhost:4000'], '', 'http://localhost:4000'],
    [
      'of the referrer elsewhere',
      undefined,
      'http://localhost:4000/browse/A-1',
      'http://localhost:4000',
    ],
    [
      'not of the referrer when both speak',
      ['http://localhost:4000'],
      'http://evil.example/',
      'http://localhost:4000',
    ],
  ])('is taken %s', (_, ancestors, referrer, origin) => {
    expect(siteOrigin(frame(ancestors, referrer))).toBe(origin);
  });

  test('without a page around it there is none', () => {
    expect(() => siteOrigin(frame([], ''))).toThrow('only inside a page');
  });
});
