import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Manifest } from './manifest';

/** The texts of a manifest in a person's language, from the app's own locale files. */
export class Translations {
  private readonly files: ReadonlyMap<string, unknown>;
  private readonly fallback: Readonly<Record<string, unknown>>;

  constructor(appDir: string, { translations }: Manifest) {
    this.files = new Map(
      (translations?.resources ?? []).map(({ key, path }) => [
        key,
        JSON.parse(readFileSync(resolve(appDir, path), 'utf8')) as unknown,
      ]),
    );
    this.fallback = translations?.fallback ?? {};
  }

  /**
   * @param value a manifest's text: a string, `{i18n: key}`, or `{text}` as gadgets have it.
   * @returns undefined when there is no text; the key itself where no language has it.
   */
  text(value: unknown, locale = 'en-US'): string | undefined {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null) return undefined;
    if ('text' in value) return this.text(value.text, locale);
    if (!('i18n' in value) || typeof value.i18n !== 'string') return undefined;
    const key = value.i18n;
    const found = this.order(locale)
      .map((one) => lookUp(this.files.get(one), key))
      .find((text) => text !== undefined);
    return found ?? key;
  }

  /** The language asked for, then its fall-backs, then the default. Jira writes `de_DE`, Forge `de-DE`. */
  private order(locale: string): readonly string[] {
    const asked = locale.replace('_', '-');
    const language = asked.slice(0, 2);
    const nearest = this.files.has(asked)
      ? asked
      : [...this.files.keys()].find((key) => key.slice(0, 2) === language);
    const further = this.fallback[asked];
    return [
      ...(nearest === undefined ? [] : [nearest]),
      ...(Array.isArray(further) ? further.map(String) : []),
      String(this.fallback['default']),
    ];
  }
}

function lookUp(texts: unknown, key: string): string | undefined {
  if (typeof texts !== 'object' || texts === null) return undefined;
  const flat = (texts as Record<string, unknown>)[key];
  if (typeof flat === 'string') return flat;
  const found = key
    .split('.')
    .reduce<unknown>(
      (at, part) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined,
      texts,
    );
  return typeof found === 'string' ? found : undefined;
}
