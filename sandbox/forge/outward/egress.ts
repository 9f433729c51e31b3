import { EgressFilteringService } from '@forge/egress';
import { type Manifest } from '../manifest';
import { type PlatformCall } from './proxy';
import { proxyError } from './refusals';

/** Carries the app's calls to the internet, to the addresses that the manifest allows and to no others. */
export class EgressGate {
  private readonly allowed: EgressFilteringService;

  constructor(
    manifest: Manifest,
    private readonly outside: (request: Request) => Promise<Response>,
  ) {
    this.allowed = new EgressFilteringService([...manifest.external.fetch.backend]);
  }

  async answer({ running, method, target, headers, body }: PlatformCall): Promise<Response> {
    const { egress } = running.invocation;
    if (!URL.canParse(target) || !this.allowed.isValidUrl(target)) {
      egress.push({ method, url: target, status: 403 });
      return proxyError(403, 'REQUEST_EGRESS_ALLOWLIST_ERR', `${target} is not allowed.`);
    }
    const request = new Request(target, { method, headers, body: body ?? null });
    const response = await this.outside(request);
    egress.push({ method, url: target, status: response.status });
    return response;
  }
}
