import { type TakeOverInput } from '../../../src/contract';

/** The language of ours in which somebody of this locale writes to others. */
export function languageOf(locale: string): TakeOverInput['language'] {
  return locale.toLowerCase().startsWith('de') ? 'de-DE' : 'en-US';
}
