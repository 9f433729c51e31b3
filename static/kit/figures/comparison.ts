import {
  type FiguresComparison,
  type FiguresStated,
  type IsItChangingView,
} from '../../../src/contract';
import { type Viewer } from '../texts/texts';
import { factorText, intervalText, periodText } from './spans';

type Periods = Pick<IsItChangingView, 'grouping' | 'compared'> & {
  readonly periods: readonly { readonly from: number; readonly to: number }[];
};

/** The names of the two periods that are compared; undefined where there are no two. */
export function comparedNames(
  { periods, compared, grouping }: Periods,
  stated: FiguresStated,
  viewer: Viewer,
): { readonly earlier: string; readonly later: string } | undefined {
  const earlier = compared && periods[compared.earlier];
  const later = compared && periods[compared.later];
  if (!earlier || !later) return undefined;
  return {
    earlier: periodText(earlier, grouping, stated, viewer, { inSentence: true }),
    later: periodText(later, grouping, stated, viewer, { inSentence: true }),
  };
}

/**
 * One of: faster, slower, no change shown, too few; never without its interval.
 *
 * @param what begins the path of the texts: `pictures.changing.ttr`
 */
export function verdictText(
  comparison: FiguresComparison,
  names: { readonly earlier: string; readonly later: string },
  viewer: Viewer,
): string {
  const { verdict, n1, n2 } = comparison;
  const interval = intervalText(comparison, viewer.t, (ratio) => factorText(ratio, viewer));
  return viewer.t(`pictures.verdict.${verdict}`, { ...names, n1, n2, interval });
}
