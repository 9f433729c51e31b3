import { type Entry } from './entry';
import { type Said, type SaidText } from './head';

/** As much of somebody's words as the head holds, in bytes: it has to fit into one value of a store. */
const SHOWN_BYTES = 300;

export function whoAndWhen({ id, at, by }: Entry): Said {
  return { entry: id, at, ...(by && { by }) };
}

/** Somebody's words as the head holds them. @param most bytes of them */
export function saidText(entry: Entry, text: string, most = SHOWN_BYTES): SaidText {
  return { ...whoAndWhen(entry), text: shortened(text, most) };
}

/** The beginning of a text. A letter is never cut in two. */
export function shortened(text: string, most = SHOWN_BYTES): string {
  let bytes = 0;
  let kept = '';
  for (const letter of text) {
    bytes += bytesOf(letter.codePointAt(0) ?? 0);
    if (bytes > most) return `${kept}…`;
    kept += letter;
  }
  return text;
}

/** Of a letter in UTF-8. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
