import { useCallback, useEffect, useState } from 'react';
import { type FindingCounts } from '../../../src/contract/admin';
import { type Texts } from '../../kit/texts/texts';
import { ask } from '../ask';

/** How many incidents there are of each kind, read anew when `when` changes; what cannot be read is not shown. */
export function useCounts(when: string) {
  const [value, setValue] = useState<FindingCounts>();
  const reload = useCallback(() => {
    void ask('getFindingCounts').then((reply) => {
      if (reply.ok) setValue(reply.value);
    });
  }, []);
  useEffect(reload, [reload, when]);
  return { value, reload };
}

export type Counts = ReturnType<typeof useCounts>;

/** "52", or "1,000+" where there are more than are counted. */
export function countText(
  { count, more }: { readonly count: number; readonly more: boolean },
  locale: string,
  t: Texts,
): string {
  return more ? t('history.several', { count }) : new Intl.NumberFormat(locale).format(count);
}
