import { type Site } from '../../sandbox/site/site';
import { askAdmin, rest } from './site';

/** What a tool outside knows once an administrator has connected it. */
export type Tool = {
  readonly address: string;
  readonly secret: string;
  /** Tells an alert or a deployment, with the secret unless other headers are given. */
  tell(alert: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
};

/** An administrator makes a door for a tool and gives it address and secret. */
export async function connectTool(site: Site, name = 'Alertmanager'): Promise<Tool> {
  const { door, secret } = await askAdmin(site, 'addAlertDoor', { name });
  return toolAt(door.address, secret);
}

/** An administrator makes a secret and gives it and the address to a delivery pipeline. */
export async function connectPipeline(site: Site): Promise<Tool> {
  const { address } = await askAdmin(site, 'getDeploymentDoor');
  const { secret } = await askAdmin(site, 'renewDeploymentSecret');
  return toolAt(address, secret);
}

/** Whoever knows these. */
export function toolAt(address: string, secret: string): Tool {
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
