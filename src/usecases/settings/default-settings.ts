import { defaultSettings } from '../../domain/settings/defaults';
import { type Settings } from '../../domain/settings/settings';
import { type Language, type Words } from '../../ports/words';

/** The settings of a site that has saved none, in this language. */
export async function defaultSettingsIn(words: Words, language: Language): Promise<Settings> {
  const text = await words.of(language);
  return defaultSettings({
    unknownService: text('service.unknown'),
    severity: (level) => ({
      label: text('severity.option', { level, name: text(`severity.${level}`) }),
      text: text(`severity.means.${level}`),
    }),
  });
}
