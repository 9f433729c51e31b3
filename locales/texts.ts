/** What a text is: a path that is there, with the gaps that it has. The compiler refuses any other. */
import { type GapsByPath } from './paths';

export type TextPath = keyof GapsByPath;

type NameIn<Path, Parent extends string> = Path extends `${Parent}.${infer Name}` ? Name : never;

/** The names of the texts in a family, for a function that is given one: `NameUnder<'phase'>`. */
export type NameUnder<Parent extends string> = NameIn<TextPath, Parent>;

/** What fills the gaps of a text; of a path that may be several texts, the gaps of all of them. */
export type GapsOf<Path extends TextPath> = {
  readonly [Name in GapsByPath[Path]]: Name extends 'count' ? number : string | number;
};

/**
 * The text of a path, with its gaps filled. A text with forms for numbers is one path: `count` chooses the form by the
 * rules of the language. A path that is put together names its texts when what is put in is a union of literals:
 * `` t(`phase.${phase}`) ``.
 */
export type Texts = <Path extends TextPath>(
  path: Path,
  ...gaps: [GapsByPath[Path]] extends [never] ? [] : [gaps: GapsOf<Path>]
) => string;

/** One text in a language's file, where it has one. */
export type Find = (path: string) => string | undefined;

/**
 * @param missing is told of a path that has no text, once; the path stands in the place of the text. Types do not let
 *   it come so far within one version; a page that is older than its functions may.
 */
export function textsFrom(find: Find, locale: string, missing: (path: string) => void): Texts {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const told = new Set<string>();
  return (path: string, gaps: Readonly<Record<string, string | number>> = {}) => {
    const { count } = gaps;
    const form = typeof count === 'number' ? find(`${path}.${rules.select(count)}`) : undefined;
    const text = form ?? find(path);
    if (text === undefined && !told.has(path)) {
      told.add(path);
      missing(path);
    }
    const fill = typeof count === 'number' ? { ...gaps, count: numbers.format(count) } : gaps;
    return (text ?? path).replace(/\{(\w+)\}/g, (gap, name: string) => String(fill[name] ?? gap));
  };
}
