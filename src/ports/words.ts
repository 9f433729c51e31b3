import { type Texts } from '../../locales/texts';

/** The languages the app speaks. Names that it gives to things in Jira are made in one of them, chosen at set-up. */
export type Language = 'en-US' | 'de-DE';

/** Finds a text by its path in locales/ and fills its gaps. */
export type Text = Texts;

/** Texts that people read, for what the back end names or writes. */
export interface Words {
  of(language: Language): Promise<Text>;
}
