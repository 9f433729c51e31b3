import { type Site } from '../../sandbox/site/site';
import { askAdmin, rest } from './site';

/** What a tool outside knows once an administrator has connected it. */
export type Tool = {
  readonly address: string;
  readonly secret: string;
  /** Tells an alert or a deployment, with the secret unless other headers are given. */
  tell(alert: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
};

/** An administrator makes a secret and gives it and the address to a tool. */
export function connectTool(site: Site): Promise<Tool> {
  return connect(site, 'getAlertDoor', 'renewAlertSecret');
}

/** The same for a delivery pipeline. */
export function connectPipeline(site: Site): Promise<Tool> {
  return connect(site, 'getDeploymentDoor', 'renewDeploymentSecret');
}

async function connect(
  site: Site,
  look: 'getAlertDoor' | 'getDeploymentDoor',
  renew: 'renewAlertSecret' | 'renewDeploymentSecret',
): Promise<Tool> {
  const { address } = await askAdmin(site, look);
  const { secret } = await askAdmin(site, renew);
  return {
    address,
    secret,
    tell: (alert, headers = { Authorization: `Bearer ${secret}` }) =>
      fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof alert === 'string' ? alert : JSON.stringify(alert),
      }),
  };
}

/** Keys of all incidents of the site, the oldest first. */
export async function incidentKeys(site: Site): Promise<readonly string[]> {
  const body = { jql: 'project = HOT ORDER BY created ASC', maxResults: 100, fields: ['summary'] };
  const { issues } = await rest(site, 'ada').post<{ issues: readonly { key: string }[] }>(
    '/rest/api/3/search/jql',
    body,
  );
  return issues.map(({ key }) => key);
}
