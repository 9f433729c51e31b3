import { type PersonId } from '../../domain/incident/incident';
import { type Settings } from '../../domain/settings/settings';
import { changesBetween } from '../../domain/settings/changes';
import { type Problem, problemsOf, tidied } from '../../domain/settings/rules';
import { type Instant } from '../../domain/time';
import { type SavedSettings, type SettingsStore } from '../../ports/settings/settings';

type Deps = { readonly settings: SettingsStore; readonly now: () => Instant };
type Wish = {
  readonly draft: Settings;
  /** The version it started from. */
  readonly from: number;
  readonly by: PersonId;
};

/**
 * Saves a new version, unless nothing is different. Nothing is saved where there are problems.
 *
 * @throws {IncidentError} `changed-meanwhile` when somebody saved since `from`
 */
export async function saveSettings(
  { settings, now }: Deps,
  { draft, from, by }: Wish,
): Promise<{ readonly saved?: SavedSettings; readonly problems: readonly Problem[] }> {
  const was = await settings.get();
  const tidy = tidied(draft, was.settings);
  const problems = problemsOf(tidy);
  if (problems.length > 0) return { problems };
  if (from === was.version && changesBetween(was.settings, tidy).length === 0) {
    return { saved: was, problems };
  }
  return { saved: await settings.save(tidy, { from, by, at: now() }), problems };
}
