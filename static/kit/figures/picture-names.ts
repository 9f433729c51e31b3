import { type FiguresGrouping } from '../../../src/contract';

export type PictureName = keyof typeof GROUPINGS;

const PERIODS = ['month', 'quarter', 'week'] as const satisfies readonly FiguresGrouping[];

/** What each picture can be grouped by; the first is the default. Nothing: it is one picture. */
export const GROUPINGS = {
  'how-long': [],
  'is-it-changing': PERIODS,
  where: ['service', 'product', 'severity'],
  'first-steps': PERIODS,
  promises: ['quarter', 'month', 'week'],
  'data-quality': [],
} as const satisfies Readonly<Record<string, readonly FiguresGrouping[]>>;

/** `figures-how-long`, `figures-how-long-widget`: the module says which picture. */
export function pictureOf(module: string): PictureName | undefined {
  const name = module.replace(/^figures-/, '').replace(/-widget$/, '');
  return (Object.keys(GROUPINGS) as PictureName[]).find((one) => one === name);
}
