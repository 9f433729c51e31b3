import { kvs, WhereConditions } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { type PersonId } from '../../domain/incident/incident';
import { type Accounts } from '../../ports/accounts';
import { inParts } from './log-rows';
import { readStore, writeStore } from './answers';
import { type AccountRow, AccountShape } from './shapes/accounts';

/** The entity of manifest.yml. */
const ENTITY = 'account';
/** As many as one report takes. */
const PAGE = 90;

/** Account ids in the app's own store. What a newer version of the app has written of one stays as it is. */
export function kvsAccounts(): Accounts {
  const rows = () => kvs.entity<unknown>(ENTITY);
  return {
    async keep(ids) {
      for (const some of inParts(ids)) await keepSome(some);
    },
    async due(since) {
      const index = rows()
        .query()
        .index('by-report', { partition: ['yes'] })
        .where(WhereConditions.lessThan(since));
      const { results } = await readStore(() => index.limit(PAGE).getMany());
      return results.map(({ key }) => key as PersonId);
    },
    async reported(ids, at) {
      for (const some of inParts(ids)) {
        const newer = (await stored(some)).filter(
          ({ value }) => AccountShape.look(value).is === 'newer',
        );
        const left = new Set(newer.map(({ key }) => key));
        await write(
          some.filter((id) => !left.has(id)),
          { all: 'yes', reportedAt: at },
        );
      }
    },
    async close(id) {
      AccountShape.refuseNewer('an account', await readStore(() => rows().get(id)));
      await writeStore(() => rows().set(id, AccountShape.stored({ reportedAt: 0 })));
    },
  };
}

async function stored(ids: readonly PersonId[]) {
  const keys = ids.map((key) => ({ key, entityName: ENTITY }));
  return (await readStore(() => kvs.batchGet<unknown>(keys))).successfulKeys;
}

async function keepSome(ids: readonly PersonId[]): Promise<void> {
  const known = new Set((await stored(ids)).map(({ key }) => key));
  await write(
    ids.filter((id) => !known.has(id)),
    { all: 'yes', reportedAt: 0 },
  );
}

async function write(ids: readonly PersonId[], row: AccountRow): Promise<void> {
  if (ids.length === 0) return;
  const value = AccountShape.stored(row);
  const items = ids.map((key) => ({ key, value, entityName: ENTITY }));
  const { failedKeys } = await writeStore(() => kvs.batchSet(items));
  if (failedKeys.length > 0)
    throw new IncidentError('unavailable', 'The store kept not all accounts');
}
