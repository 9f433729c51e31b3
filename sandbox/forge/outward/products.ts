import { type Product } from '../../core/product';
import { type Faults } from '../../core/faults';
import { type AppIdentity } from '../identity';
import { faultAnswer, pause } from './faulty';
import { type Manifest } from '../manifest';
import { pointsOf } from './points';
import { type PlatformCall } from './proxy';
import { NO_CONFLUENCE, notEmulated, proxyError } from './refusals';

type Deps = {
  readonly manifest: Manifest;
  readonly app: AppIdentity;
  readonly baseUrl: () => string;
  readonly products: Readonly<Record<string, Product | undefined>>;
  readonly faults: Faults;
  readonly latencyMs: number;
};

type As = 'app' | 'user' | 'none';

/** How each product says that it fails. */
const SAYING: Readonly<Record<Product['name'], (status: number) => unknown>> = {
  jira: (status) => ({ errorMessages: [`Fault ${status}`], errors: {} }),
  confluence: (status) => ({
    errors: [{ status, code: 'FAULT', title: `Fault ${status}`, detail: null }],
  }),
};

/** Carries the app's calls to Jira and Confluence: who calls, may the app do this, what does it cost. */
export class ProductGate {
  constructor(private readonly deps: Deps) {}

  /** @param call its route is `/fpp/provider/{app|user|none}/remote/{product}`. */
  async answer(call: PlatformCall): Promise<Response> {
    const [, , , provider = '', , remote = ''] = call.route.pathname.split('/');
    const as: As = provider === 'app' || provider === 'user' ? provider : 'none';
    const product = this.deps.products[remote];
    if (!product) {
      return remote === 'confluence'
        ? Response.json({ statusCode: 404, message: NO_CONFLUENCE }, { status: 404 })
        : notEmulated(`the product "${remote}"`);
    }
    const impersonated = call.route.searchParams.get('accountId');
    const caller = this.callerOf(as, impersonated, call);
    if (caller instanceof Response) return caller;
    const { pathname } = new URL(call.target, this.deps.baseUrl());
    const refused = this.checkScopes(product, call.method, pathname, as, impersonated !== null);
    const response = refused ?? (await this.reach(product, call, caller));
    return this.account(product.name, call, pathname, as, response);
  }

  /** The account that makes the call, or the platform's refusal. */
  private callerOf(as: As, impersonated: string | null, { running }: PlatformCall) {
    if (as === 'app') return { accountId: this.deps.app.accountId };
    if (as === 'none') return { accountId: null };
    const accountId = impersonated ?? running.accountId;
    return accountId === null
      ? proxyError(401, 'NEEDS_AUTHENTICATION_ERR', 'No person is there to act for.')
      : { accountId };
  }

  private checkScopes(
    product: Product,
    method: string,
    path: string,
    as: As,
    impersonates: boolean,
  ): Response | undefined {
    const sets = product.scopesFor(method, path);
    if (!sets || sets.length === 0 || as === 'none') return undefined;
    const { scopes } = this.deps.manifest;
    const allowed = (needsImpersonation: boolean) =>
      sets.some((set) =>
        set.every((scope) => {
          const declared = scopes.get(scope);
          return declared !== undefined && (!needsImpersonation || declared.allowImpersonation);
        }),
      );
    if (!allowed(false)) {
      return Response.json(
        { code: 403, message: 'Unauthorized; scope does not match' },
        { status: 403 },
      );
    }
    if (!impersonates || allowed(true)) return undefined;
    return proxyError(
      403,
      'USER_IMPERSONATION_NOT_ALLOWED',
      'The scope does not allow to act for a person who is not there (allowImpersonation).',
    );
  }

  private async reach(
    product: Product,
    { running, method, target, headers, body }: PlatformCall,
    { accountId }: { accountId: string | null },
  ): Promise<Response> {
    const { faults, latencyMs, baseUrl } = this.deps;
    const { signal } = running.ended;
    await pause(latencyMs, signal);
    const url = new URL(target, baseUrl());
    const call = { method: method.toUpperCase(), path: url.pathname };
    const fault = await faultAnswer(faults, product.name, SAYING[product.name], signal, call);
    if (fault) return fault;
    const request = new Request(url, {
      method,
      headers,
      body: body ?? null,
    });
    return product.fetch(request, { accountId, viaApp: true });
  }

  private async account(
    product: string,
    { running, method, target }: PlatformCall,
    pathname: string,
    as: As,
    response: Response,
  ): Promise<Response> {
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const body: unknown = isJson ? await response.clone().json() : undefined;
    const points = pointsOf(method, pathname, response.status, body);
    const { status } = response;
    running.invocation.productCalls.push({ product, method, path: target, as, status, points });
    return response;
  }
}
