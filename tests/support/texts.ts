import { type Texts, type Viewer } from '../../static/kit/texts';
import { read } from './project';

type Node = { readonly [key: string]: string | Node };
type Language = 'en-US' | 'de-DE';

/** Every text of a language by its path. */
export function textsOf(language: Language): ReadonlyMap<string, string> {
  return flat(JSON.parse(read(`locales/${language}.json`)) as Node);
}

function flat(node: Node, prefix = ''): Map<string, string> {
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
