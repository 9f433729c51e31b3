import { i18n } from '@forge/api';
import { type Words } from '../ports/words';

/** The texts of locales/, as the platform carries them beside the functions. */
export function forgeWords(): Words {
  return {
    async of(language) {
      const find = await i18n.createTranslationFunction(language);
      return (path, gaps = {}) => {
        const text = find(path, '');
        if (text === '') throw new Error(`No such text: ${path}`);
        return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
      };
    },
  };
}
