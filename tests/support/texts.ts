import { basename } from 'node:path';
import { type Texts, type Viewer } from '../../static/kit/texts';
import { filesBelow, read } from './project';

export type TextNode = { readonly [key: string]: string | TextNode };
type Language = 'en-US' | 'de-DE';

/** The sections of a language by their names. */
export function sectionsOf(language: Language): Readonly<Record<string, TextNode>> {
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

function viewer(locale: Language, timeZone: string): Viewer {
  const texts = textsOf(locale);
  const t: Texts = (path, gaps = {}) => {
    const text = texts.get(path);
    if (text === undefined) throw new Error(`No such text: ${path}`);
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
  };
  return { locale, timeZone, t };
}

/** People who read the texts that ship. */
export const VIEWERS = {
  en: viewer('en-US', 'America/New_York'),
  de: viewer('de-DE', 'Europe/Berlin'),
} as const;
