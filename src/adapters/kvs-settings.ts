import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { IncidentError } from '../domain/errors';
import { type PersonId } from '../domain/incident';
import { type Settings } from '../domain/settings';
import { instant, iso } from '../domain/time';
import { type SavedSettings, type SettingsStore } from '../ports/settings';

const ENTITY = 'settings';
const CURRENT = 'current';

/** As many versions as can be looked at and restored. */
const KEPT = 20;

/** One saved version, as it is stored. Absent settings: the row that the first save starts from. */
type Row = {
  readonly version: number;
  readonly settings?: Settings;
  readonly savedBy?: string;
  readonly savedAt?: string;
};

const rows = () => kvs.entity<Row>(ENTITY);
const keyOf = (version: number) => `version-${version}`;

/**
 * Settings in the app's own store: the current version under one key, the last {@link KEPT} each under theirs.
 * A save is one transaction on condition that the version is still the one it started from.
 */
export function kvsSettings(defaults: () => Promise<Settings>): SettingsStore {
  const asSaved = async (row: Row | undefined): Promise<SavedSettings> => ({
    version: row?.version ?? 0,
    settings: row?.settings ?? (await defaults()),
    ...(row?.savedBy && { savedBy: row.savedBy as PersonId }),
    ...(row?.savedAt && { savedAt: instant(row.savedAt) }),
  });
  return {
    async get() {
      return asSaved(await rows().get(CURRENT));
    },
    async save(settings, { from, by, at }) {
      if (from === 0) await beforeTheFirst();
      const row: Row = { version: from + 1, settings, savedBy: by, savedAt: iso(at) };
      const unchanged = new Filter<Row>().and('version', FilterConditions.equalTo(from));
      const transaction = kvs
        .transact()
        .set(CURRENT, row, { entityName: ENTITY, conditions: unchanged })
        .set(keyOf(row.version), row, { entityName: ENTITY });
      const tooOld = row.version - KEPT;
      if (tooOld > 0) transaction.delete(keyOf(tooOld), { entityName: ENTITY });
      await transaction.execute().catch(inOurWords);
      return asSaved(row);
    },
  };
}

/** A condition needs a row to look at: the first save makes it, and of two at once one does. */
async function beforeTheFirst(): Promise<void> {
  try {
    await rows().set(CURRENT, { version: 0 }, { keyPolicy: 'FAIL_IF_EXISTS' });
  } catch (error) {
    if (!hasCode(error, 'KEY_CONFLICT')) throw error;
  }
}

function inOurWords(error: unknown): never {
  if (!hasCode(error, 'CONDITIONAL_CHECK_FAILED')) throw error;
  throw new IncidentError('changed-meanwhile', 'Somebody saved another version meanwhile', {
    cause: error,
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof ForgeKvsAPIError && error.code === code;
}
