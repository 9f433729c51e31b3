/**
 * What stands between the platform and an app's code. The bundler puts this file into the bundle where
 * `forge deploy` puts Atlassian's own. It offers the globals that the `@forge/*` packages look for and
 * carries every call to the sandbox's proxy. Runs share the process and never each other's context.
 */
const { AsyncLocalStorage, AsyncResource } = require('node:async_hooks');
const { Buffer } = require('node:buffer');
const http = require('node:http');
const https = require('node:https');
const { join } = require('node:path');
const { Readable, Writable } = require('node:stream');
const { format } = require('node:util');

/** What one run of a function knows: `{ event, lambda, runtime }`. */
const runs = new AsyncLocalStorage();
const { Date: MachineDate, fetch: send, Headers, Request, URL, URLSearchParams } = globalThis;
const MAX_REDIRECTS = 20;

const silent = {
  counter: () => ({ incr() {}, decr() {} }),
  timing: () => ({ measure: () => ({ stop() {} }) }),
};

module.exports.invoke = (event, lambda) => {
  const runtime = { ...event._meta.runtime, lambdaContext: lambda, metrics: silent };
  return runs.run({ event, lambda, runtime }, () => run(event));
};

async function run({ handler, body, _meta }) {
  const dot = handler.lastIndexOf('.');
  const [file, name] = [handler.slice(0, dot), handler.slice(dot + 1)];
  try {
    const entry = require(join(_meta.runtime.container.appCodeDir, `${file}.cjs`))[name];
    if (typeof entry !== 'function') throw new Error(`${file} has no exported function "${name}".`);
    const answer = await entry(body, _meta.context);
    const json = JSON.stringify(answer);
    return { success: true, body: json === undefined ? undefined : JSON.parse(json) };
  } catch (error) {
    return { success: false, error: describe(error) };
  }
}

const PLATFORM_ERRORS = /^(Proxy|NeedsAuthentication|Forge|REQUEST_EGRESS|HttpError|FetchError)/;

function describe(error) {
  if (!(error instanceof Error)) {
    return { errorMessage: String(error), errorType: 'FUNCTION_ERR', stack: '' };
  }
  const errorType = PLATFORM_ERRORS.test(error.name) ? error.name : 'FUNCTION_ERR';
  return { errorMessage: error.message, errorType, stack: error.stack ?? '' };
}

// ---- the three seams of @forge/* on this side: __forge_runtime__, __forge_fetch__, fetch

Object.defineProperty(globalThis, '__forge_runtime__', {
  configurable: true,
  get: () => runs.getStore()?.runtime,
});

globalThis.__forge_fetch__ = (target, path, init = {}) =>
  viaProxy(addressOf(target), fillIn(path), init);

globalThis.fetch = async (input, init = {}) => {
  const request = input instanceof Request ? input : undefined;
  const url = request?.url ?? String(input);
  const options = request
    ? { method: request.method, headers: request.headers, signal: request.signal, ...init }
    : init;
  if (request?.body && !init.body) options.body = Buffer.from(await request.arrayBuffer());
  return leave(url, options, MAX_REDIRECTS);
};

/** A call to the outside world; each address it is redirected to must be allowed as well. */
async function leave(url, init, redirectsLeft) {
  const response = await viaProxy('/egress', url, { ...init, redirect: 'manual' });
  if (response.headers.get('forge-proxy-error') === 'REQUEST_EGRESS_ALLOWLIST_ERR') {
    const error = new Error(
      `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`,
    );
    throw Object.assign(error, { name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
  }
  const location = response.headers.get('location');
  const follow = (init.redirect ?? 'follow') === 'follow';
  if (!follow || !location || response.status < 300 || response.status > 399) return response;
  if (redirectsLeft === 0) throw new TypeError('fetch failed: redirect count exceeded');
  const keep = response.status === 307 || response.status === 308;
  const next = keep ? init : { ...init, method: 'GET', body: undefined };
  return leave(new URL(location, url).href, next, redirectsLeft - 1);
}

function viaProxy(route, target, init) {
  const run = runs.getStore();
  if (!run) throw new Error('A call left the app while no function was running: await every call.');
  const { url, token } = run.runtime.proxy;
  const headers = new Headers(init.headers);
  headers.set('forge-proxy-authorization', `Bearer ${token}`);
  // A header carries ASCII only; what is escaped already stays as it is.
  headers.set('forge-proxy-target', target.replace(/[^\x21-\x7e]/gu, encodeURIComponent));
  return send(`${url}${route}`, { ...init, headers });
}

function addressOf({ type, provider, remote, accountId, contextAri }) {
  if (type !== 'fpp') return `/fpp/as/app/provider/atlassian/capability/${type}`;
  const query = new URLSearchParams({
    ...(accountId ? { accountId } : {}),
    ...(contextAri ? { contextAri } : {}),
  });
  return `/fpp/provider/${provider}/remote/${remote ?? 'context'}?${query}`;
}

/** The paths of the queue carry placeholders that the runtime fills in. */
function fillIn(path) {
  const { contextAri, appContext } = runs.getStore()?.runtime ?? {};
  const values = { contextAri, ...appContext };
  return path.replace(/\{(contextAri|environmentId|appId|appVersion)\}/g, (_, name) =>
    encodeURIComponent(values[name]),
  );
}

// ---- the process around the app: sockets, clock, console

const OF_CONNECTION = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
];

/**
 * A request of node:http and node:https, which `node-fetch` and other libraries are made of. `@forge/api` up to 3
 * asks the products through it: the host is the product, the agent a word, the header says as whom.
 */
class ClientRequest extends Writable {
  chunks = [];

  constructor(protocol, args) {
    super({ autoDestroy: false }); // it is written long before its answer is there
    const [first, second] = args;
    const given = typeof first === 'string' || first instanceof URL ? new URL(first) : undefined;
    const options = (given ? second : first) ?? {};
    const { host, hostname = host?.split(':')[0], port, path = '/' } = options;
    this.target = given ?? new URL(path, `${protocol}//${hostname}${port ? `:${port}` : ''}`);
    this.method = (options.method ?? 'GET').toUpperCase();
    this.agent = options.agent;
    this.headers = new Headers();
    for (const [name, value] of Object.entries(options.headers ?? {})) this.setHeader(name, value);
    const listener = args.find((one) => typeof one === 'function');
    if (listener) this.once('response', listener);
    // Whoever sends the last piece may be in no run any more.
    this.send = AsyncResource.bind(() => this.carry());
  }

  setHeader(name, value) {
    if (!OF_CONNECTION.includes(name.toLowerCase())) this.headers.set(name, String(value));
  }
  getHeader = (name) => this.headers.get(name) ?? undefined;
  removeHeader = (name) => void this.headers.delete(name);
  setTimeout = () => this;
  setNoDelay = () => this;
  abort = () => this.destroy();

  _write(chunk, encoding, done) {
    this.chunks.push(Buffer.from(chunk, encoding));
    done();
  }

  _final(done) {
    done();
    this.send().then(
      (response) => this.emit('response', response),
      (error) => this.emit('error', error),
    );
  }

  async carry() {
    const { method, headers, target } = this;
    const body = this.chunks.length > 0 ? Buffer.concat(this.chunks) : undefined;
    const answer = await this.reach({ method, headers, body, redirect: 'manual' }, target);
    const message = Readable.from([Buffer.from(await answer.arrayBuffer())]);
    const told = Object.fromEntries(answer.headers);
    delete told['content-encoding']; // it is unpacked already
    return Object.assign(message, {
      statusCode: answer.status,
      statusMessage: answer.statusText,
      headers: told,
      rawHeaders: Object.entries(told).flat(),
      httpVersion: '1.1',
      complete: true,
    });
  }

  reach(init, { href, hostname, pathname, search }) {
    if (this.agent === 'EXTERNAL_AUTH_REQUEST')
      throw new Error('Accounts of other services are not emulated in the sandbox.');
    if (this.agent !== 'FORGE_PRODUCT_REQUEST') return leave(href, init, MAX_REDIRECTS);
    const provider = this.headers.get('authorization')?.replace(/^Forge /, '') ?? 'none';
    this.headers.delete('authorization');
    return viaProxy(
      addressOf({ type: 'fpp', provider, remote: hostname }),
      pathname + search,
      init,
    );
  }
}

for (const [name, library] of Object.entries({ http, https })) {
  library.request = (...args) => new ClientRequest(`${name}:`, args);
  library.get = (...args) => new ClientRequest(`${name}:`, args).end();
}

/** Functions see the sandbox's clock, which may stand still; timers stay real. */
const now = () => {
  const clock = runs.getStore()?.event._meta.clock;
  if (!clock) return MachineDate.now();
  return clock.standing ? clock.now : clock.now + MachineDate.now() - clock.takenAt;
};

globalThis.Date = new Proxy(MachineDate, {
  construct: (target, args, self) => Reflect.construct(target, args.length ? args : [now()], self),
  apply: () => new MachineDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
MachineDate.prototype.constructor = globalThis.Date;

for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
  console[level] = (...args) => {
    const line = `${level === 'log' ? 'info' : level}: ${format(...args)}`;
    const run = runs.getStore();
    if (run) run.lambda.log(line);
    else process.stderr.write(`${line}\n`);
  };
}
