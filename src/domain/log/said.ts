import { type Entry } from './entry';
import { type Said, type SaidText } from './head';

/** As much of somebody's words as the head holds. */
const SHOWN = 240;

export function whoAndWhen({ id, at, by }: Entry): Said {
  return { entry: id, at, ...(by && { by }) };
}

/** Somebody's words as the head holds them. @param most letters of them */
export function saidText(entry: Entry, text: string, most = SHOWN): SaidText {
  return { ...whoAndWhen(entry), text: shortened(text, most) };
}

export function shortened(text: string, most = SHOWN): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
