import { z } from 'zod';
import { type Instant, MINUTE_MS } from '../../domain/time';
import { type Deployment } from '../../ports/response/deployments';
import { Moment, Name, optional, readBody } from './body';

const SKEW_MS = 5 * MINUTE_MS;
const OLDEST_MS = 90 * 24 * 60 * MINUTE_MS;

const Body = z.strictObject({
  id: z.string().trim().min(1).max(500),
  name: Name,
  at: Moment,
  service: optional(Name),
  address: optional(z.url({ protocol: /^https?$/, error: 'must begin with https://' }).max(2000)),
  by: optional(Name),
  environment: optional(Name),
  test: optional(z.boolean()),
});

/** What a pipeline sent, or what is wrong with it, in words for whoever connects it. */
export type DeploymentBody =
  | { readonly deployment: Deployment; readonly isTest: boolean }
  | { readonly problems: readonly string[] };

/** Reads the body that tells a deployment. One that is to come, or that is not kept any more, is none. */
export function readDeployment(text: string, now: Instant): DeploymentBody {
  const read = readBody(Body, text);
  if ('problems' in read) return read;
  const { test, ...said } = read.value;
  if (said.at > now + SKEW_MS) return { problems: ['at: lies in the future'] };
  if (said.at < now - OLDEST_MS) return { problems: ['at: lies more than 90 days back'] };
  return { deployment: { kind: 'deployment', ...said }, isTest: test ?? false };
}
