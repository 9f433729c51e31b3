import { type FieldHelp } from '../../ports/set-up/field-help';
import { type SetUpStore } from '../../ports/set-up/set-up-store';
import { type SettingsStore } from '../../ports/settings/settings';
import { type Words } from '../../ports/words';

type Deps = {
  readonly setUpStore: Pick<SetUpStore, 'get'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly words: Words;
  readonly fieldHelp: FieldHelp;
};

/**
 * The help text of severity says what the levels are and links the page that explains them, as the settings name it
 * now. A field that the site had before keeps its own text. May be repeated.
 *
 * @throws {IncidentError} as `FieldHelp.set`
 */
export async function explainSeverity({
  setUpStore,
  settings,
  words,
  fieldHelp,
}: Deps): Promise<void> {
  const [record, saved] = await Promise.all([setUpStore.get(), settings.get()]);
  const field = record?.found.fields?.severity;
  if (!record || field === undefined || !record.found.ours?.includes(`field ${field}`)) return;
  const text = await words.of(record.choices.language);
  const { levels, page } = saved.settings.scale;
  const meanings = Object.values(levels).map(({ label, text: means }) => `${label}: ${means}`);
  const link = page === undefined ? [] : [text('names.fields.severity.page', { page })];
  await fieldHelp.set(field, [text('names.fields.severity.ask'), ...meanings, ...link].join(' '));
}
