/**
 * What stands between the platform and an app's code. The bundler puts this file into the bundle where
 * `forge deploy` puts Atlassian's own. It offers the globals that the `@forge/*` packages look for and
 * carries every call to the sandbox's proxy. Runs share the process and never each other's context.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const { Buffer } = require('node:buffer');
const http = require('node:http');
const https = require('node:https');
const { join } = require('node:path');
const { format } = require('node:util');

/** What one run of a function knows: `{ event, lambda, runtime }`. */
const runs = new AsyncLocalStorage();
const { Date: MachineDate, fetch: send, Headers, Request, URLSearchParams } = globalThis;
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

for (const [name, library] of Object.entries({ http, https })) {
  library.request = library.get = () => {
    throw new Error(`node:${name} is not emulated in the sandbox: use fetch.`);
  };
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
