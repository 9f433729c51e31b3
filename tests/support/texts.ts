import { basename } from 'node:path';
import { type Texts, textsFrom } from '../../locales/texts';
import { type Viewer } from '../../static/kit/texts/texts';
import { filesBelow, read } from './project';

type TextNode = { readonly [key: string]: string | TextNode };
type Language = 'en-US' | 'de-DE';

/** The sections of a language by their names. */
function sectionsOf(language: Language): Readonly<Record<string, TextNode>> {
  const files = filesBelow(`locales/${language}`, /\.json$/);
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), JSON.parse(read(file)) as TextNode]),
  );
}

/** Every text of a language by its path. */
export function textsOf(language: Language): ReadonlyMap<string, string> {
  return flat(sectionsOf(language));
}

function flat(node: TextNode, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

/** The texts that ship, as both sides read them; one that is missing is a fault here. */
export function textsIn(language: Language): Texts {
  const texts = textsOf(language);
  return textsFrom(
    (path) => texts.get(path),
    language,
    (path) => {
      throw new Error(`No such text: ${path}`);
    },
  );
}

/** Says the path in the place of a text, for tests that are not about words. */
export const PATHS: Texts = textsFrom(
  (path) => path,
  'en-US',
  () => undefined,
);

function viewer(locale: Language, timeZone: string): Viewer {
  return { locale, timeZone, t: textsIn(locale) };
}

/** People who read the texts that ship. */
export const VIEWERS = {
  en: viewer('en-US', 'America/New_York'),
  de: viewer('de-DE', 'Europe/Berlin'),
} as const;
