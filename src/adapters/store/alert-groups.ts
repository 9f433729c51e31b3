import { kvs } from '@forge/kvs';
import { type AlertGroups } from '../../ports/declaring/alerts';
import { readStore, writeStoreIf } from './answers';
import { type Stored } from './shape';
import { AlertGroupShape, type AlertGroupRow as Row } from './shapes/alerts';
import { unchanged } from './unchanged';

/** The entity of manifest.yml. */
const ENTITY = 'alert-groups';

const rows = () => kvs.entity<unknown>(ENTITY);

/** One row per outage, under a digest of the door and of what its alerts have in common. */
export function kvsAlertGroups(): AlertGroups {
  return {
    get: async (key) => AlertGroupShape.find(key, await readStore(() => rows().get(key))),
    async put(key, group, was) {
      if (!was) {
        const first = AlertGroupShape.stored({ ...group, revision: 1 });
        return writeStoreIf(() => rows().set(key, first, { keyPolicy: 'FAIL_IF_EXISTS' }));
      }
      const raw = await readStore(() => rows().get(key));
      AlertGroupShape.refuseNewer(key, raw);
      const row = AlertGroupShape.stored({ ...group, revision: was.revision + 1 });
      const conditions = unchanged<Stored<Row>>(raw, 'revision', was.revision);
      return writeStoreIf(() =>
        kvs.transact().set(key, row, { entityName: ENTITY, conditions }).execute(),
      );
    },
  };
}
