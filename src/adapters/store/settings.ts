import { kvs } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { type PersonId } from '../../domain/incident/incident';
import { type Settings } from '../../domain/settings/settings';
import { peopleIn, withoutPerson } from '../../domain/settings/people';
import { instant, iso } from '../../domain/time';
import { type SavedSettings, type SettingsStore } from '../../ports/settings/settings';
import { type Language } from '../../ports/words';
import { kvsAccounts } from './accounts';
import { readStore, writeStore, writeStoreIf } from './answers';
import { numberIn, type Stored } from './shape';
import { type SavedRow, type SettingsRow as Row, SettingsRowShape } from './shapes/settings';
import { unchanged } from './unchanged';

const ENTITY = 'settings';
const CURRENT = 'current';

/** As many versions as can be looked at and restored. */
const KEPT = 20;

const rows = () => kvs.entity<unknown>(ENTITY);
const readRow = (key: string) => readStore(() => rows().get(key));
const keyOf = (version: number) => `version-${version}`;
const { find, findOrForget, stored } = SettingsRowShape;

/** What lies there, and what it says. */
type Read = { readonly raw: unknown; readonly row: Row };

/** On condition that the version is still this one, and nobody wrote it in another shape. */
const ifStill = (version: number, raw: unknown) => ({
  entityName: ENTITY,
  conditions: unchanged<Stored<Row>>(raw, 'version', version),
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
      return asSaved((await currentRow())?.row);
    },
    async save(settings, { from, by, at }) {
      const saved = { version: from + 1, savedBy: by, savedAt: iso(at) };
      await kvsAccounts().keep([by, ...peopleIn(settings)]);
      await write({ ...saved, settings }, saved);
      return asSaved({ ...saved, settings });
    },
    async versions() {
      const { heads = [] } = (await currentRow())?.row ?? {};
      return heads.map(({ version, savedBy, savedAt }) => ({
        version,
        ...(savedBy !== undefined && { savedBy: savedBy as PersonId }),
        savedAt: instant(savedAt),
      }));
    },
    async find(version) {
      if (version === 0) {
        const language = (await currentRow())?.row.language;
        return asSaved({ version: 0, language });
      }
      const row = find(keyOf(version), await readRow(keyOf(version)));
      return row && asSaved(row);
    },
    erase,
    speak,
  };
}

/** The current version. It lies under its number as well, and is read from there where this one is damaged. */
async function currentRow(): Promise<Read | undefined> {
  const raw = await readRow(CURRENT);
  if (raw === undefined) return undefined;
  const row = findOrForget(CURRENT, raw);
  if (row) return { raw, row };
  const key = keyOf(numberIn(raw, 'version') ?? 0);
  const copy = find(key, await readRow(key));
  if (!copy) throw new IncidentError('damaged-data', 'The current settings cannot be read');
  return { raw, row: copy };
}

async function write(row: Row, saved: SavedRow): Promise<void> {
  const { raw, row: before } = await firstOrCurrent();
  const heads = [saved, ...(before.heads ?? [])].slice(0, KEPT);
  const transaction = kvs
    .transact()
    .set(CURRENT, stored({ ...row, heads }), ifStill(row.version - 1, raw))
    .set(keyOf(row.version), stored(row), { entityName: ENTITY });
  const tooOld = row.version - KEPT;
  if (tooOld > 0) transaction.delete(keyOf(tooOld), { entityName: ENTITY });
  refuseUnless(await writeStoreIf(() => transaction.execute()));
}

async function erase(person: PersonId): Promise<void> {
  const read = await currentRow();
  if (!read) return;
  const { raw, row } = read;
  for (const { version } of row.heads ?? []) {
    const key = keyOf(version);
    const kept = findOrForget(key, await readRow(key));
    if (kept) await writeStore(() => rows().set(key, stored(erased(kept, person))));
  }
  const heads = row.heads?.map((head) => unsaved(head, person));
  const without = stored({ ...erased(row, person), ...(heads && { heads }) });
  const transaction = kvs.transact().set(CURRENT, without, ifStill(row.version, raw));
  refuseUnless(await writeStoreIf(() => transaction.execute()));
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
  const { raw, row } = await firstOrCurrent();
  if (row.version > 0) return;
  const chosen = stored({ version: 0, language });
  const transaction = kvs.transact().set(CURRENT, chosen, ifStill(0, raw));
  // Where somebody has saved settings, the language of the defaults is of no use any more.
  await writeStoreIf(() => transaction.execute());
}

/** A condition needs a row to look at: the first save makes it, and of two at once one does. */
async function firstOrCurrent(): Promise<Read> {
  const there = await currentRow();
  if (there) return there;
  const row: Row = { version: 0 };
  const raw = stored(row);
  const isFirst = await writeStoreIf(() =>
    rows().set(CURRENT, raw, { keyPolicy: 'FAIL_IF_EXISTS' }),
  );
  return isFirst ? { raw, row } : firstOrCurrent();
}

function refuseUnless(isSaved: boolean): void {
  if (!isSaved)
    throw new IncidentError('changed-meanwhile', 'Somebody saved another version meanwhile');
}
