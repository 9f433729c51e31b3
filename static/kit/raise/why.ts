import { type Similar } from '../lists/similar';
import { type Texts } from '../texts/texts';

/** Why an incident may be the same: "same service, similar words: checkout, payments". */
export function whyText({ sameService, words }: Similar, t: Texts): string {
  const reasons = [
    ...(sameService ? [t('raise.sameService')] : []),
    ...(words.length > 0 ? [t('raise.similarWords', { words: words.join(', ') })] : []),
  ];
  return reasons.join('; ');
}

/** What is said under Summary; undefined when nothing is similar. */
export function knownText(similar: readonly Similar[], t: Texts): string | undefined {
  if (similar.length === 0) return undefined;
  const list = similar.map((one) => {
    const { key, summary } = one.incident;
    return t('raise.one', { key, summary, why: whyText(one, t) });
  });
  return t('raise.known', { list: list.join(' · ') });
}
