import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { bytesOf, retryAfterMs } from '../../../src/adapters/http-answer';
import { askOutside, type OutsideCall, type Vendor } from '../../../src/adapters/outside-http';
import { IncidentError } from '../../../src/domain/errors';

const KEY = 'k-3f9a1c77d2e84b55';
const ADDRESS = 'https://api.pager.example/v2/pages';

function vendor(answer: () => Promise<Response>, reason?: Vendor['reason']) {
  const asked: { address: string; init: RequestInit }[] = [];
  const send: typeof fetch = (input, init = {}) => {
    asked.push({ address: input instanceof Request ? input.url : input.toString(), init });
    return answer();
  };
  return { asked, name: 'Pager', fetch: send, ...(reason && { reason }) };
}

const answering = (body: string | null, init?: ResponseInit) =>
  vendor(() => Promise.resolve(new Response(body, init)));

type Part = Partial<OutsideCall<unknown>>;
const call = (part: Part = {}): OutsideCall<unknown> => ({
  address: ADDRESS,
  headers: { Authorization: `Token token=${KEY}` },
  shape: z.unknown(),
  ...part,
});
const WRITE: Part = { method: 'POST', body: { json: { a: 1 } } };

async function failureOf(asked: Promise<unknown>): Promise<IncidentError> {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof IncidentError)) throw new Error(`Not refused: ${String(error)}`);
  return error;
}

afterEach(() => {
  jest.useRealTimers();
});

describe('what a failed call means', () => {
  test.each([
    [401, 'unauthorised', 'forbidden'],
    [403, 'forbidden', 'forbidden'],
    [404, 'not-found', 'not-found'],
    [400, 'refused', 'refused'],
    [410, 'refused', 'refused'],
    [302, 'refused', 'refused'],
    [408, 'retry', 'unavailable'],
    [420, 'retry', 'unavailable'],
    [429, 'retry', 'unavailable'],
    [500, 'uncertain', 'unavailable'],
    [503, 'uncertain', 'unavailable'],
    [504, 'uncertain', 'unavailable'],
  ])('%i to a write is %s', async (status, failure, code) => {
    const error = await failureOf(askOutside(answering('', { status }), call(WRITE)));
    expect(error).toMatchObject({ code, details: { failure } });
  });

  test('a server error to a read, or to a write with a key of the vendor, may be asked again', async () => {
    const down = answering('', { status: 502 });
    const read = await failureOf(askOutside(down, call()));
    const keyed = await failureOf(askOutside(down, call({ ...WRITE, repeatable: true })));
    expect([read.details.failure, keyed.details.failure]).toEqual(['retry', 'retry']);
  });

  test('503 that says when to come again has done nothing', async () => {
    const rest = answering('', { status: 503, headers: { 'Retry-After': '7' } });
    const { details } = await failureOf(askOutside(rest, call(WRITE)));
    expect(details).toMatchObject({ failure: 'retry', retryAfterMs: 7000 });
  });

  test.each([
    ['the connection is cut', new TypeError('fetch failed'), 'uncertain'],
    ['there is no such host', lostBy('ENOTFOUND'), 'retry'],
    ['nobody listens', lostBy('ECONNREFUSED'), 'retry'],
    ['it is cut in the middle', lostBy('ECONNRESET'), 'uncertain'],
    ['the site has not allowed it', notAllowed(), 'refused'],
  ])('a write when %s', async (_when, thrown, failure) => {
    const error = await failureOf(
      askOutside(
        vendor(() => Promise.reject(thrown)),
        call(WRITE),
      ),
    );
    expect(error.details.failure).toBe(failure);
  });

  test('an answer to a write that cannot be understood is a lost one', async () => {
    const shape = z.object({ id: z.string() });
    for (const body of ['<html>', '{"id":1}', '']) {
      const error = await failureOf(askOutside(answering(body), { ...call(WRITE), shape }));
      expect(error.details.failure).toBe('uncertain');
    }
  });

  test('the vendor’s own sentence is said, and of a refusal also to people', async () => {
    const refusing = {
      ...answering('{"error":"no such key"}', { status: 400 }),
      reason: (body: unknown) => ({ said: z.object({ error: z.string() }).parse(body).error }),
    };
    const error = await failureOf(askOutside(refusing, call(WRITE)));
    expect(error.message).toBe('Pager answered 400: no such key');
    expect(error.details.subject).toBe('no such key');
  });
});

describe('the deadline', () => {
  test.each([
    ['the one of the house', {}, 10_000],
    ['its own', { deadlineMs: 2500 }, 2500],
  ])('a call that hangs ends at %s', async (_whose, part, ms) => {
    jest.useFakeTimers();
    const hanging = vendor(() => new Promise(() => undefined));
    let ended: IncidentError | undefined;
    const asked = failureOf(askOutside(hanging, call({ ...WRITE, ...part })));
    void asked.then((error) => (ended = error));
    await jest.advanceTimersByTimeAsync(ms - 1);
    expect(ended).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(ended?.details.failure).toBe('uncertain');
    expect(hanging.asked[0]?.init.signal?.aborted).toBe(true);
  });

  test('a body that never ends is within it', async () => {
    jest.useFakeTimers();
    const endless = vendor(() => Promise.resolve(new Response(new ReadableStream())));
    const asked = failureOf(askOutside(endless, call()));
    await jest.advanceTimersByTimeAsync(10_000);
    expect((await asked).details.failure).toBe('retry');
  });

  test('an answer in time leaves no timer behind', async () => {
    jest.useFakeTimers();
    await askOutside(answering('{}'), call());
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-29T08:00:00Z');
  test.each([
    [{ 'Retry-After': '30' }, 30_000],
    [{ 'Retry-After': '0' }, 0],
    [{ 'Retry-After': '999999999' }, 86_400_000],
    [{ 'Retry-After': 'Sun, 29 Nov 2026 08:01:30 GMT' }, 90_000],
    [{ 'Retry-After': 'Sun, 29 Nov 2026 07:00:00 GMT' }, 0],
    [
      { 'Retry-After': 'Sun, 29 Nov 2026 09:01:00 GMT', Date: 'Sun, 29 Nov 2026 09:00:00 GMT' },
      60_000,
    ],
    [{ 'ratelimit-reset': '12' }, 12_000],
    [{ 'Retry-After': 'soon' }, undefined],
    [{}, undefined],
  ])('%j is %s ms', (headers: Record<string, string>, expected) => {
    expect(retryAfterMs(new Headers(headers), now)).toBe(expected);
  });
});

describe('the size of an answer', () => {
  const large = 'x'.repeat(2000);

  test('one that is larger than allowed is not read to its end', async () => {
    let pieces = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const streaming = vendor(() => Promise.resolve(new Response(stream)));
    const error = await failureOf(askOutside(streaming, call({ maxBytes: 5000 })));
    expect(error.message).toBe('Pager gave no answer: the answer is larger than allowed');
    expect(pieces).toBeLessThan(10);
  });

  test('one that says so is hung up on, and one that says what is allowed is not', async () => {
    const told = (length: number) => {
      const cancelled: unknown[] = [];
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new Uint8Array(10));
          controller.close();
        },
        cancel: (why) => void cancelled.push(why),
      });
      const endless = new ReadableStream<Uint8Array>({ cancel: (why) => void cancelled.push(why) });
      const headers = { 'Content-Length': String(length) };
      return { cancelled, answer: new Response(length > 10 ? endless : body, { headers }) };
    };
    const larger = told(11);
    expect(await bytesOf(larger.answer, 10)).toBeUndefined();
    expect(larger.cancelled).toHaveLength(1);
    const allowed = told(10);
    expect(await bytesOf(allowed.answer, 10)).toHaveLength(10);
    expect(allowed.cancelled).toEqual([]);
    expect(await bytesOf(told(10).answer, 9)).toBeUndefined();
  });

  test('one that is no stream is measured as well', async () => {
    const answer = (length: number) => {
      const { ok, status, statusText, headers } = new Response();
      const arrayBuffer = () => Promise.resolve(new ArrayBuffer(length));
      const never = () => Promise.reject(new Error('Not read in another way'));
      return { ok, status, statusText, headers, arrayBuffer, json: never, text: never };
    };
    expect(await bytesOf(answer(10), 10)).toHaveLength(10);
    expect(await bytesOf(answer(11), 10)).toBeUndefined();
  });

  test('one that says so is not read at all', async () => {
    const said = answering(large, { headers: { 'Content-Length': '2000' } });
    const error = await failureOf(askOutside(said, call({ maxBytes: 1999 })));
    expect(error.message).toContain('larger');
  });

  test('what is allowed is read, as text and as bytes', async () => {
    const read = { maxBytes: 2000, reads: 'text' } as const;
    expect(await askOutside(answering(large), call(read))).toBe(large);
    const bytes = await askOutside(answering('ab'), call({ reads: 'bytes' }));
    expect(bytes).toEqual(Buffer.from('ab'));
  });

  test('a refusal with a long page is still that refusal', async () => {
    const error = await failureOf(
      askOutside(answering(large, { status: 403 }), call({ maxBytes: 100 })),
    );
    expect(error.details.failure).toBe('forbidden');
  });
});

describe('where a call goes', () => {
  test('an address that spells out the usual port is asked without it', async () => {
    const teams = answering(null, { status: 202 });
    await askOutside(teams, call({ address: ' https://x.example.com:443/flow?sig=abc ' }));
    expect(teams.asked[0]?.address).toBe('https://x.example.com/flow?sig=abc');
  });

  test.each(['http://api.example/', 'https://me:word@api.example/', 'nowhere'])(
    '%s is asked never',
    async (address) => {
      const never = answering('{}');
      const error = await failureOf(askOutside(never, call({ address })));
      expect([error.code, never.asked]).toEqual(['invalid-input', []]);
    },
  );

  test('a body goes as what it is, and no redirect is followed', async () => {
    const open = answering('{}');
    await askOutside(open, call(WRITE));
    await askOutside(open, call({ method: 'POST', body: { form: { code: 'a b' } } }));
    const [json, form] = open.asked.map(({ init }) => init);
    expect(json).toMatchObject({ body: '{"a":1}', redirect: 'manual', method: 'POST' });
    expect(form).toMatchObject({ body: 'code=a+b' });
    expect(new Headers(form?.headers).get('content-type')).toContain('form-urlencoded');
  });
});

describe('credentials', () => {
  const hook = 'https://hooks.chat.example/services/T0SECRET1/B0SECRET2/sEcReTpAtH3?sig=sEcReTsIg4';

  test.each([
    ['the network', () => Promise.reject(new Error(`cannot reach ${hook} with ${KEY}`))],
    [
      'the vendor',
      () => Promise.resolve(new Response(`{"e":"${KEY} at ${hook}"}`, { status: 400 })),
    ],
    ['the shape', () => Promise.resolve(new Response(`{"${KEY}":1}`))],
  ])('are in no error that %s is the cause of', async (_whose, answer) => {
    const echoing = vendor(answer, (body) => ({ said: JSON.stringify(body) }));
    const shape = z.strictObject({});
    const error = await failureOf(askOutside(echoing, { ...call(WRITE), address: hook, shape }));
    const whole = JSON.stringify([error.message, error.details, String(error.stack), error.cause]);
    for (const secret of [KEY, 'T0SECRET1', 'B0SECRET2', 'sEcReTpAtH3', 'sEcReTsIg4'])
      expect(whole).not.toContain(secret);
  });
});

function lostBy(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

function notAllowed(): Error {
  return Object.assign(new Error('URL not included'), { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' });
}
