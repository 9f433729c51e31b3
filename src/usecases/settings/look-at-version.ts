import { IncidentError } from '../../domain/errors';
import { type Change, changesBetween } from '../../domain/settings/changes';
import { type SavedSettings, type SettingsStore } from '../../ports/settings/settings';

type Look = {
  readonly saved: SavedSettings;
  /** What that version changed; undefined where the one before is no longer kept. */
  readonly changes?: readonly Change[];
  /** What would change if it were restored now. */
  readonly changesBack: readonly Change[];
};

/** One of the last versions. @throws {IncidentError} `not-found` when it is no longer kept */
export async function lookAtVersion(
  { settings }: { readonly settings: SettingsStore },
  version: number,
): Promise<Look> {
  const [saved, before, current] = await Promise.all([
    settings.find(version),
    settings.find(version - 1),
    settings.get(),
  ]);
  if (!saved) throw new IncidentError('not-found', `Version ${version} is no longer kept`);
  return {
    saved,
    changes: before && changesBetween(before.settings, saved.settings),
    changesBack: changesBetween(current.settings, saved.settings),
  };
}
