import { i18n } from '@forge/api';
import { textsFrom } from '../../../locales/texts';
import { type Log } from '../../ports/log';
import { type Words } from '../../ports/words';

/** The texts of locales/, as the platform carries them beside the functions. */
export function forgeWords(log: Log): Words {
  return {
    async of(language) {
      const find = await i18n.createTranslationFunction(language);
      return textsFrom(
        (path) => find(path, '') || undefined,
        language,
        (path) => {
          log.warn('no-such-text', { path, language });
        },
      );
    },
  };
}
