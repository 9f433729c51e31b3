import { type Settings } from '../../domain/settings/settings';
import { type Change, changesBetween } from '../../domain/settings/changes';
import { type Problem, problemsOf, tidied } from '../../domain/settings/rules';
import { type SettingsStore } from '../../ports/settings/settings';

/** What somebody changed, and what of it cannot be saved so. */
export type Check = { readonly changes: readonly Change[]; readonly problems: readonly Problem[] };

/** Compares a draft with the version it started from, or with the current one where that is no longer kept. */
export async function checkSettings(
  { settings }: { readonly settings: SettingsStore },
  draft: Settings,
  from: number,
): Promise<Check> {
  const was = (await settings.find(from)) ?? (await settings.get());
  const tidy = tidied(draft, was.settings);
  return { changes: changesBetween(was.settings, tidy), problems: problemsOf(tidy) };
}
