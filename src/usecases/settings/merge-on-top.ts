import { type Settings } from '../../domain/settings/settings';
import { type Change, changesBetween } from '../../domain/settings/changes';
import { type Answers, type Merge, mergeSettings } from '../../domain/settings/merge';
import { tidied } from '../../domain/settings/rules';
import { type SavedSettings, type SettingsStore } from '../../ports/settings/settings';

export type MergeOnTop = Merge & {
  readonly theirs: SavedSettings;
  /** What was changed by others since the draft was begun. */
  readonly theirChanges: readonly Change[];
};

/**
 * Puts a draft on top of what others have saved since it was begun. Saves nothing. Where the version it began with
 * is no longer kept, the draft stands as it is, and everything that differs is a change of it.
 */
export async function mergeOnTop(
  { settings }: { readonly settings: SettingsStore },
  draft: Settings,
  from: number,
  answers: Answers,
): Promise<MergeOnTop> {
  const theirs = await settings.get();
  const base = (await settings.find(from))?.settings ?? theirs.settings;
  const mine = tidied(draft, base);
  const merge = mergeSettings({ base, mine, theirs: theirs.settings }, answers);
  return {
    settings: tidied(merge.settings, theirs.settings),
    asks: merge.asks,
    theirs,
    theirChanges: changesBetween(base, theirs.settings),
  };
}
