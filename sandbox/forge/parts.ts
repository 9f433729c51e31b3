import { type Log } from '../core/product';
import { EgressGate } from './outward/egress';
import { Frames } from './frames';
import { Functions } from './running/functions';
import { type AppIdentity, identify } from './identity';
import { Invocations } from './running/invocations';
import { KvsGate } from './outward/kvs-gate';
import { type Manifest, modulesOf, readManifest } from './manifest';
import { Modules } from './modules';
import { ProductGate } from './outward/products';
import { type PlatformCall, Proxy } from './outward/proxy';
import { Queues } from './running/queues';
import { notEmulated } from './outward/refusals';
import { Schedules } from './running/schedules';
import { Stargate } from './outward/stargate';
import { Translations } from './translations';
import { POST_FUNCTION, Triggers } from './running/triggers';
import { type ForgeOptions } from './types';
import { WebTriggers } from './running/webtriggers';
import { Work } from './running/work';
import { Workers } from './running/workers';

type Base = {
  readonly options: ForgeOptions;
  readonly manifest: Manifest;
  readonly app: AppIdentity;
  readonly work: Work;
  readonly log: Log;
};

export type Parts = ReturnType<typeof putTogether>;

/** Makes the parts of the platform and joins them around one app. */
export function putTogether(options: ForgeOptions) {
  const manifest = readManifest(options.appDir);
  const app = identify(manifest, options.appDir);
  const log = options.log ?? (() => undefined);
  const base: Base = { options, manifest, app, log, work: new Work() };
  const invocations = new Invocations(() => options.clock.now(), manifest.memoryMB);
  const workers = new Workers({
    backendDir: options.backendDir,
    memoryMB: manifest.memoryMB,
    variables: { ...manifest.variables, ...options.variables },
    log,
  });
  const functions = new Functions({
    ...base,
    workers,
    invocations,
    cloudId: options.site.cloudId,
    clock: options.clock,
    backendDir: options.backendDir,
    license: options.license,
    products: Object.keys(options.products),
    proxyUrl: () => proxy.url,
  });
  const gates = makeGates(base);
  const sources = makeSources(base, functions);
  const stargate = new Stargate(sources.queues, sources.webtriggers, {
    isClosed: options.isClosed,
    manifest,
  });
  const proxy = new Proxy(
    (token) => invocations.byToken(token),
    (call) => route(call, gates, stargate),
    log,
  );
  const running = { invocations, workers, functions, proxy, stargate };
  return { ...base, ...running, ...gates, ...sources, ...makeUi(base) };
}

type Gates = ReturnType<typeof makeGates>;

/** Where the app's calls go. */
function makeGates({ options, manifest, app, work }: Base) {
  const { faults, latency, clock } = options;
  return {
    kvs: new KvsGate({
      manifest,
      faults,
      work,
      now: () => clock.now(),
      latencyMs: latency?.kvs ?? 0,
      lagMs: options.queryLagMs ?? 20,
    }),
    products: new ProductGate({
      manifest,
      app,
      faults,
      baseUrl: options.site.baseUrl,
      products: options.products,
      latencyMs: latency?.product ?? 0,
    }),
    egress: new EgressGate(manifest, options.outside),
  };
}

/** What runs the app's functions, beside its pages. */
function makeSources({ options, manifest, app, work, log }: Base, functions: Functions) {
  const { clock, faults, site } = options;
  const common = { functions, clock, log, cloudId: site.cloudId };
  return {
    queues: new Queues({ ...common, consumers: modulesOf(manifest, 'consumer') }),
    triggers: new Triggers({
      ...common,
      faults,
      work,
      modules: [...modulesOf(manifest, 'trigger'), ...modulesOf(manifest, POST_FUNCTION)],
    }),
    schedules: new Schedules({ ...common, modules: modulesOf(manifest, 'scheduledTrigger') }),
    webtriggers: new WebTriggers({
      functions,
      modules: modulesOf(manifest, 'webtrigger'),
      installationId: app.installationId,
      baseUrl: site.baseUrl,
    }),
  };
}

/** What people see of the app. */
function makeUi({ options, manifest, app, log }: Base) {
  const { appDir, backendDir, bridgeClient, site, facts } = options;
  return {
    modules: new Modules({
      manifest,
      app,
      site,
      facts,
      license: options.license,
      log,
      translations: new Translations(appDir, manifest),
    }),
    frames: new Frames({ appDir, backendDir, bridgeClient, manifest, siteUrl: site.baseUrl }),
  };
}

/** The proxy's addresses are those of the platform's own. */
async function route(call: PlatformCall, gates: Gates, stargate: Stargate): Promise<Response> {
  const { pathname } = call.route;
  if (pathname === '/egress') return gates.egress.answer(call);
  if (pathname.endsWith('/capability/kvs')) return gates.kvs.answer(call);
  if (/^\/fpp\/provider\/(app|user)\/remote\/stargate$/.test(pathname))
    return call.target === '/forge/entities/graphql'
      ? gates.kvs.graph(call)
      : stargate.answer(call);
  if (pathname.startsWith('/fpp/provider/')) return gates.products.answer(call);
  return notEmulated(`the platform's ${pathname.split('/').at(-1) ?? pathname}`);
}
