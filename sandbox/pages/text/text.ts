import { createContext, useContext } from 'react';
import { de } from './de';
import { en, type TextKey } from './en';

export type Text = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The texts in the language of a locale; English for every language but German. */
export function textIn(locale: string): Text {
  const texts: Readonly<Record<TextKey, string>> = locale.startsWith('de') ? de : en;
  return (key, values = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export const TextContext = createContext<Text>(textIn('en-US'));
export const useText = () => useContext(TextContext);
