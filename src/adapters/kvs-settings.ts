import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { IncidentError } from '../domain/errors';
import { type PersonId } from '../domain/incident';
import { type Settings } from '../domain/settings';
import { peopleIn, withoutPerson } from '../domain/settings-people';
import { instant, iso } from '../domain/time';
import { type SavedSettings, type SettingsStore } from '../ports/settings';
import { type Language } from '../ports/words';
import { kvsAccounts } from './kvs-accounts';

const ENTITY = 'settings';
const CURRENT = 'current';

/** As many versions as can be looked at and restored. */
const KEPT = 20;

type Saved = {
  readonly version: number;
  readonly savedBy?: string | undefined;
  readonly savedAt: string;
};

/** One saved version, as it is stored. Without settings: the row that the first save starts from. */
type Row = Partial<Saved> & {
  readonly version: number;
  readonly settings?: Settings;
  /** In the current row: the versions kept, the newest first. */
  readonly heads?: readonly Saved[];
  /** Of the defaults. */
  readonly language?: Language;
};

const rows = () => kvs.entity<Row>(ENTITY);
const keyOf = (version: number) => `version-${version}`;
const ifStill = (version: number) => ({
  entityName: ENTITY,
  conditions: new Filter<Row>().and('version', FilterConditions.equalTo(version)),
});

/**
 * Settings in the app's own store: the current version under one key, the last {@link KEPT} each under theirs.
 * A save is one transaction on condition that the version is still the one it started from.
 */
export function kvsSettings(defaults: (language: Language) => Promise<Settings>): SettingsStore {
  const asSaved = async (row: Row = { version: 0 }): Promise<SavedSettings> => ({
    version: row.version,
    settings: row.settings ?? (await defaults(row.language ?? 'en-US')),
    ...(row.savedBy && { savedBy: row.savedBy as PersonId }),
    ...(row.savedAt && { savedAt: instant(row.savedAt) }),
  });
  return {
    async get() {
      return asSaved(await rows().get(CURRENT));
    },
    async save(settings, { from, by, at }) {
      const saved = { version: from + 1, savedBy: by, savedAt: iso(at) };
      await kvsAccounts().keep([by, ...peopleIn(settings)]);
      await write({ ...saved, settings }, saved);
      return asSaved({ ...saved, settings });
    },
    async versions() {
      const { heads = [] } = (await rows().get(CURRENT)) ?? {};
      return heads.map(({ version, savedBy, savedAt }) => ({
        version,
        ...(savedBy !== undefined && { savedBy: savedBy as PersonId }),
        savedAt: instant(savedAt),
      }));
    },
    async find(version) {
      if (version === 0) {
        const language = (await rows().get(CURRENT))?.language;
        return asSaved({ version: 0, language });
      }
      const row = await rows().get(keyOf(version));
      return row && asSaved(row);
    },
    erase,
    speak,
  };
}

async function write(row: Row, saved: Saved): Promise<void> {
  const { heads = [] } = await current();
  const transaction = kvs
    .transact()
    .set<Row>(
      CURRENT,
      { ...row, heads: [saved, ...heads].slice(0, KEPT) },
      ifStill(row.version - 1),
    )
    .set(keyOf(row.version), row, { entityName: ENTITY });
  const tooOld = row.version - KEPT;
  if (tooOld > 0) transaction.delete(keyOf(tooOld), { entityName: ENTITY });
  await transaction.execute().catch(inOurWords);
}

async function erase(person: PersonId): Promise<void> {
  const row = await rows().get(CURRENT);
  if (!row) return;
  for (const { version } of row.heads ?? []) {
    const kept = await rows().get(keyOf(version));
    if (kept) await rows().set(keyOf(version), erased(kept, person));
  }
  const heads = row.heads?.map((head) => unsaved(head, person));
  await kvs
    .transact()
    .set<Row>(CURRENT, { ...erased(row, person), ...(heads && { heads }) }, ifStill(row.version))
    .execute()
    .catch(inOurWords);
}

function erased(row: Row, person: PersonId): Row {
  const { settings } = row;
  return {
    ...unsaved(row, person),
    ...(settings && { settings: withoutPerson(settings, person) }),
  };
}

/** The store drops what is undefined. */
function unsaved<Of extends { readonly savedBy?: string | undefined }>(row: Of, person: PersonId) {
  return row.savedBy === person ? { ...row, savedBy: undefined } : row;
}

async function speak(language: Language): Promise<void> {
  if ((await current()).version > 0) return;
  await kvs
    .transact()
    .set<Row>(CURRENT, { version: 0, language }, ifStill(0))
    .execute()
    .catch(unlessSaved);
}

/** A condition needs a row to look at: the first save makes it, and of two at once one does. */
async function current(): Promise<Row> {
  const row = await rows().get(CURRENT);
  if (row) return row;
  try {
    await rows().set(CURRENT, { version: 0 }, { keyPolicy: 'FAIL_IF_EXISTS' });
    return { version: 0 };
  } catch (error) {
    if (!hasCode(error, 'KEY_CONFLICT')) throw error;
    return current();
  }
}

function inOurWords(error: unknown): never {
  if (!hasCode(error, 'CONDITIONAL_CHECK_FAILED')) throw error;
  throw new IncidentError('changed-meanwhile', 'Somebody saved another version meanwhile', {
    cause: error,
  });
}

/** Somebody has saved settings: the language of the defaults is of no use any more. */
function unlessSaved(error: unknown): void {
  if (!hasCode(error, 'CONDITIONAL_CHECK_FAILED')) throw error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof ForgeKvsAPIError && error.code === code;
}
