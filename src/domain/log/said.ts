import { lettersOf } from '../texts';
import { type Entry } from './entry';
import { type Said, type SaidText } from './head';

/** As much of somebody's words as the head holds, in bytes of JSON: it has to fit into one value of a store. */
const SHOWN_BYTES = 300;

export function whoAndWhen({ id, at, by }: Entry): Said {
  return { entry: id, at, ...(by && { by }) };
}

/** Somebody's words as the head holds them. @param most bytes of them */
export function saidText(entry: Entry, text: string, most = SHOWN_BYTES): SaidText {
  return { ...whoAndWhen(entry), text: shortened(text, most) };
}

/** The beginning of a text. What people see as one letter is never cut in two. */
export function shortened(text: string, most = SHOWN_BYTES): string {
  let bytes = 0;
  let kept = '';
  for (const letter of lettersOf(text)) {
    bytes += encoder.encode(JSON.stringify(letter)).length - QUOTES;
    if (bytes > most) return `${kept}…`;
    kept += letter;
  }
  return text;
}

const QUOTES = 2;
const encoder = new TextEncoder();
