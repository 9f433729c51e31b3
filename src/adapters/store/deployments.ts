import { createHash } from 'node:crypto';
import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { type Deployment, type Deployments } from '../../ports/response/deployments';
import { readStore, writeStoreIf } from './answers';
import { DeploymentShape } from './shapes/lists';

/** The entity of manifest.yml. */
const ENTITY = 'deployment';
const KEPT = { value: 90, unit: 'DAYS' } as const;
const PAGE = 100;
const MOST = 200;

/** One row per deployment, under a digest of the pipeline's id; the store forgets it by itself. */
export function kvsDeployments(): Deployments {
  const rows = kvs.entity<unknown>(ENTITY);
  return {
    keep(deployment) {
      const key = createHash('sha256').update(deployment.id).digest('hex');
      const row = DeploymentShape.stored({ all: 'yes', at: deployment.at, deployment });
      return writeStoreIf(() => rows.set(key, row, { keyPolicy: 'FAIL_IF_EXISTS', ttl: KEPT }));
    },
    async within({ from, until }) {
      const found: Deployment[] = [];
      let cursor: string | undefined;
      do {
        const query = rows
          .query()
          .index('by-time', { partition: ['yes'] })
          .where(WhereConditions.between(from, until))
          .sort(Sort.DESC)
          .limit(PAGE);
        const after = cursor;
        const page = await readStore(() => (after ? query.cursor(after) : query).getMany());
        found.push(...DeploymentShape.among(page.results).map(({ value }) => value.deployment));
        cursor = page.nextCursor;
      } while (cursor !== undefined && found.length < MOST);
      return found.slice(0, MOST);
    },
  };
}
