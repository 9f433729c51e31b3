import { kvs, WhereConditions } from '@forge/kvs';
import { IncidentError } from '../domain/errors';
import { type PersonId } from '../domain/incident';
import { type Accounts } from '../ports/accounts';
import { inParts } from './kvs-log-rows';
import { answered } from './kvs-words';

/** The entity of manifest.yml. */
const ENTITY = 'account';
/** As many as one report takes. */
const PAGE = 90;

/** Under its account id. The index holds those that are to be reported; a closed one has left it. */
type Row = { readonly all?: 'yes'; readonly reportedAt: number };

/** Account ids in the app's own store. */
export function kvsAccounts(): Accounts {
  const rows = () => kvs.entity<Row>(ENTITY);
  return {
    async keep(ids) {
      for (const some of inParts(ids)) await keepSome(some);
    },
    async due(since) {
      const index = rows()
        .query()
        .index('by-report', { partition: ['yes'] })
        .where(WhereConditions.lessThan(since));
      const { results } = await answered(() => index.limit(PAGE).getMany());
      return results.map(({ key }) => key as PersonId);
    },
    async reported(ids, at) {
      for (const some of inParts(ids)) await write(some, { all: 'yes', reportedAt: at });
    },
    async close(id) {
      await answered(() => rows().set(id, { reportedAt: 0 }));
    },
  };
}

async function keepSome(ids: readonly PersonId[]): Promise<void> {
  const keys = ids.map((key) => ({ key, entityName: ENTITY }));
  const { successfulKeys } = await answered(() => kvs.batchGet<Row>(keys));
  const known = new Set(successfulKeys.map(({ key }) => key));
  await write(
    ids.filter((id) => !known.has(id)),
    { all: 'yes', reportedAt: 0 },
  );
}

async function write(ids: readonly PersonId[], value: Row): Promise<void> {
  if (ids.length === 0) return;
  const items = ids.map((key) => ({ key, value, entityName: ENTITY }));
  const { failedKeys } = await answered(() => kvs.batchSet(items));
  if (failedKeys.length > 0)
    throw new IncidentError('unavailable', 'The store kept not all accounts');
}
