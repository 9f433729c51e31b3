import { type FiguresGrouping, type FiguresInput } from '../../../src/contract';
import { lazily } from '../lazily';

type Props = { readonly input: FiguresInput };

/** Every picture there is; each is fetched where it is shown. */
export const PICTURES = {
  'how-long': lazily<Props>(() => import('./how-long')),
  'is-it-changing': lazily<Props>(() => import('./is-it-changing')),
  where: lazily<Props>(() => import('./where')),
  'first-steps': lazily<Props>(() => import('./first-steps')),
  promises: lazily<Props>(() => import('./promises')),
  'data-quality': lazily<Props>(() => import('./data-quality')),
};
export type PictureName = keyof typeof PICTURES;

const PERIODS = ['week', 'month', 'quarter'] as const;

/** What each can be grouped by; the first is the default. Nothing: it is one picture. */
export const GROUPINGS: Readonly<Record<PictureName, readonly FiguresGrouping[]>> = {
  'how-long': [],
  'is-it-changing': ['month', 'quarter', 'week'],
  where: ['service', 'product', 'severity'],
  'first-steps': ['month', 'quarter', 'week'],
  promises: [...PERIODS].toReversed(),
  'data-quality': [],
};

/** `figures-how-long`, `figures-how-long-widget`: the module says which picture. */
export function pictureOf(module: string): PictureName | undefined {
  const name = module.replace(/^figures-/, '').replace(/-widget$/, '');
  return (Object.keys(PICTURES) as PictureName[]).find((one) => one === name);
}
