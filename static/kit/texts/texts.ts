import { createContext, useContext } from 'react';
import { type Texts, textsFrom } from '../../../locales/texts';
import { logFault } from '../page/log-fault';

export { type NameUnder, type Texts } from '../../../locales/texts';

type Node = string | { readonly [key: string]: Node };

/**
 * The languages we speak. Of each the build makes two files for a page, so that it loads one: what it says at once, and
 * what only parts of it say that are fetched when somebody opens them.
 */
const LANGUAGES = {
  de: {
    first: () => import('texts:de-DE'),
    later: () => import('texts:de-DE?later'),
  },
  en: {
    first: () => import('texts:en-US'),
    later: () => import('texts:en-US?later'),
  },
};
let language: keyof typeof LANGUAGES = 'en';
let file: Node = {};

/** @param locale as Jira names it: `de_DE`, `de-DE`, `en-GB`, …; any other language reads English. */
export async function loadTexts(locale: string): Promise<Texts> {
  language = locale.toLowerCase().startsWith('de') ? 'de' : 'en';
  file = (await LANGUAGES[language].first()).default;
  return shown(language, () => file);
}

/** Texts in another language than the viewer's, for what is written to others. */
export async function loadTextsIn(other: keyof typeof LANGUAGES): Promise<Texts> {
  const [first, later] = await Promise.all([LANGUAGES[other].first(), LANGUAGES[other].later()]);
  const whole = { ...first.default, ...later.default };
  return shown(other, () => whole);
}

function shown(locale: string, root: () => Node): Texts {
  return textsFrom(
    (path) => find(root(), path.split('.')),
    locale,
    (path) => {
      logFault('No such text', path);
    },
  );
}

/** Texts of the parts that are fetched when somebody opens them; see `lazily`. */
export async function loadLaterTexts(): Promise<void> {
  const { default: later } = await LANGUAGES[language].later();
  file = { ...(file as object), ...later };
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
  /** The viewer's account id; undefined for somebody who is not signed in. */
  readonly person?: string;
  /** The key of the issue that the page stands beside. */
  readonly issue?: string;
  /** The module of the manifest that the page is, and the version of the app. */
  readonly surface?: string;
  readonly version?: string;
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
