/** The languages the app speaks. Names that it gives to things in Jira are made in one of them, chosen at set-up. */
export type Language = 'en-US' | 'de-DE';

/** Finds a text by its path in locales/ and fills `{gaps}`. An unknown path is a fault of the program. */
export type Text = (path: string, gaps?: Readonly<Record<string, string | number>>) => string;

/** Texts that people read, for what the back end names or writes. */
export interface Words {
  of(language: Language): Promise<Text>;
}
