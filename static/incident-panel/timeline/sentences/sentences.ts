import { type EntryView } from '../../../../src/contract';
import { leadOf } from './leads';
import { type Row, wordsOf } from '../rows';
import { type Telling } from '../telling';

/** A line in words: what the app says of it, and what people said. */
export type Sentence = {
  /** Empty where the words stand for themselves. */
  readonly lead: string;
  readonly words: string;
  readonly more: readonly { readonly label: string; readonly words: string }[];
};

/** What a line says, in the viewer's language. */
export function sentenceOf(row: Row, telling: Telling): Sentence {
  const { what } = row.entry;
  return {
    lead: leadOf(row, telling),
    words: row.isRedacted ? '' : shownWords(what),
    more: row.isRedacted ? [] : moreOf(what, telling),
  };
}

/** The same as one text without marks. */
export function plainText({ lead, words, more }: Sentence): string {
  const first = [lead, words].filter((one) => one !== '').join(': ');
  return [first, ...more.map((one) => `${one.label}: ${one.words}`)].join('\n');
}

/** What is linked stands in the sentence already. */
function shownWords(what: EntryView['what']): string {
  if (what.kind === 'jira' && what.change.of === 'link') return '';
  return what.kind === 'review' ? (what.address ?? '') : wordsOf(what);
}

function moreOf(what: EntryView['what'], { viewer: { t } }: Telling): Sentence['more'] {
  if (what.kind !== 'change') return [];
  return (['how', 'why', 'undo'] as const).flatMap((name) => {
    const words = what[name];
    return words ? [{ label: t(`timeline.row.${name}`), words }] : [];
  });
}
