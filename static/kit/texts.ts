import { createContext, useContext } from 'react';

type Node = string | { readonly [key: string]: Node };

/** Finds a text by its path in locales/ and fills `{gaps}`. An unknown path is a fault, and shows itself. */
export type Texts = (path: string, gaps?: Readonly<Record<string, string | number>>) => string;

/** The languages we speak; each is a file of its own, so that a page loads one. */
const LANGUAGES = {
  de: () => import('../../locales/de-DE.json'),
  en: () => import('../../locales/en-US.json'),
};

/** @param locale as Jira names it: `de_DE`, `de-DE`, `en-GB`, …; any other language reads English. */
export async function loadTexts(locale: string): Promise<Texts> {
  const language = locale.toLowerCase().startsWith('de') ? 'de' : 'en';
  const { default: file } = await LANGUAGES[language]();
  return (path, gaps = {}) => {
    const text = find(file, path.split('.'));
    if (text === undefined) throw new Error(`No such text: ${path}`);
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
  };
}

function find(node: Node | undefined, [first, ...rest]: readonly string[]): string | undefined {
  if (typeof node === 'string' && first === undefined) return node;
  return typeof node === 'object' && first !== undefined ? find(node[first], rest) : undefined;
}

/** What every part of a page knows: the viewer's language, time zone and texts. */
export type Viewer = {
  readonly locale: string;
  readonly timeZone: string;
  readonly t: Texts;
  /** What the frame that opened this one as a dialog said. */
  readonly openedWith?: Readonly<Record<string, unknown>>;
};

const ViewerContext = createContext<Viewer | undefined>(undefined);
export const ViewerProvider = ViewerContext.Provider;

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('Rendered outside of ViewerProvider');
  return viewer;
}
