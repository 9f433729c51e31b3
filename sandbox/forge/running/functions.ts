import { type Clock } from '../../core/clock';
import { functionOf, limitMs } from './functions-of';
import { type AppIdentity, siteAri } from '../identity';
import { type Invocations, logLine, type Running, type RunOf } from './invocations';
import { licenseOf, type LicenseState } from '../license';
import { type Manifest } from '../manifest';
import { type Work } from './work';
import { type WorkerReply, type Workers } from './workers';
import { retryShape, type RetryOptions } from './retries';

const RESPONSE_BYTES = 5 * 1024 * 1024;

/** How a run ended. */
export type Outcome =
  | { readonly result: 'ok'; readonly value: unknown }
  | { readonly result: 'retry'; readonly retry: RetryOptions }
  | {
      readonly result: 'error' | 'timeout';
      readonly error: { readonly message: string; readonly type: string };
    };

type Deps = {
  readonly manifest: Manifest;
  readonly app: AppIdentity;
  readonly cloudId: string;
  readonly clock: Clock;
  readonly work: Work;
  readonly workers: Workers;
  readonly invocations: Invocations;
  readonly backendDir: string;
  readonly license: LicenseState | undefined;
  /** Names of the products of the site: what the app is installed in. */
  readonly products: readonly string[];
  readonly proxyUrl: () => string;
};

/** Runs the functions of the manifest, within their limits, and keeps account of each run. */
export class Functions {
  constructor(private readonly deps: Deps) {}

  /** @throws when the manifest has no such function; never for what the function does. */
  async run(
    run: Omit<RunOf, 'depth'> & { readonly depth?: number },
    body: unknown,
  ): Promise<Outcome> {
    const { manifest, work, workers, invocations } = this.deps;
    const found = functionOf(manifest, run.function);
    return work.track(async () => {
      const running = invocations.begin({ depth: 0, ...run });
      const started = performance.now();
      const { reply, coldStart } = await workers.run(
        this.event(found.handler, running, body),
        limitMs(found, run.kind),
        (line) => logLine(running, line),
      );
      const judged = judge(reply);
      const outcome = run.kind === 'scheduled' ? withStatus(judged) : judged;
      if (reply.kind === 'answer' && !reply.result.success)
        logLine(running, reply.result.error.stack);
      Object.assign(running.invocation, {
        coldStart,
        ms: Math.round((performance.now() - started) * 10) / 10,
        result: outcome.result,
        ...('error' in outcome ? { error: `${outcome.error.type}: ${outcome.error.message}` } : {}),
      });
      invocations.end(running);
      return outcome;
    });
  }

  /** What the runtime wrapper gets: the function's arguments, and what the platform knows of the run. */
  private event(handler: string, running: Running, body: unknown): unknown {
    const { app, cloudId, clock, products } = this.deps;
    const { accountId } = running;
    const contexts = products.map((resourceOwner) => ({ cloudId, resourceOwner }));
    const installation = { ari: { installationId: app.installationId }, contexts };
    return {
      handler,
      body,
      _meta: {
        clock: { standing: !clock.running, now: clock.now(), takenAt: Date.now() },
        context: {
          installContext: siteAri(cloudId),
          ...(accountId === null ? {} : { principal: { accountId } }),
          installation,
          ...this.license(),
        },
        runtime: this.runtime(running, installation),
      },
    };
  }

  private license(): { readonly license?: object } {
    const license = licenseOf(this.deps.manifest, this.deps.license);
    return license ? { license: license.forFunctions } : {};
  }

  /** The fields of `__forge_runtime__` that the `@forge/*` packages read. */
  private runtime({ token, accountId, invocation }: Running, installation: object): unknown {
    const { app, manifest, cloudId, backendDir, proxyUrl } = this.deps;
    const { appId, version: appVersion, environmentId, installationId } = app;
    return {
      appContext: {
        appId,
        appVersion,
        environmentId,
        environmentType: 'DEVELOPMENT',
        invocationId: invocation.id,
        installationId,
        moduleKey: invocation.module,
        installation,
        ...this.license(),
        permissions: { scopes: [...manifest.scopes.keys()], external: manifest.external },
      },
      contextAri: siteAri(cloudId),
      aaid: accountId ?? undefined,
      externalAuth: [],
      container: { appCodeDir: backendDir },
      proxy: { url: proxyUrl(), token, host: new URL(proxyUrl()).host },
      tracing: { traceId: invocation.id, spanId: invocation.id },
    };
  }
}

function judge(reply: WorkerReply): Outcome {
  if (reply.kind === 'timeout') {
    return {
      result: 'timeout',
      error: { message: 'The function ran out of time.', type: 'FUNCTION_TIME_OUT' },
    };
  }
  if (reply.kind === 'crash') return failed('FUNCTION_PLATFORM_UNKNOWN_ERROR', reply.message);
  const { result } = reply;
  if (!result.success) return failed(result.error.errorType, result.error.errorMessage);
  const retry = retryShape.safeParse(result.body);
  if (retry.success) return { result: 'retry', retry: retry.data.retryOptions };
  const bytes = Buffer.byteLength(JSON.stringify(result.body ?? null));
  if (bytes > RESPONSE_BYTES) {
    return failed('FUNCTION_ERR', `The answer has ${bytes} bytes, ${RESPONSE_BYTES} are allowed.`);
  }
  return { result: 'ok', value: result.body };
}

function failed(type: string, message: string): Outcome {
  return { result: 'error', error: { type, message } };
}

/** Forge logs 424 for a scheduled function that answers no status: here it fails, so that it is seen. */
function withStatus(outcome: Outcome): Outcome {
  if (outcome.result !== 'ok') return outcome;
  const { value } = outcome;
  const isAnswer = typeof value === 'object' && value !== null && 'statusCode' in value;
  if (isAnswer && typeof value.statusCode === 'number') return outcome;
  const message = 'A scheduled function answers { statusCode: 204 }; Forge logs 424 for this one.';
  return { result: 'error', error: { type: 'FAILED_DEPENDENCY', message } };
}
