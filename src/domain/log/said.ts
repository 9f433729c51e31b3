import { type Entry } from './entry';
import { type Said, type SaidText } from './head';

/** As much of somebody's words as the head holds. */
const SHOWN = 240;

export function whoAndWhen({ id, at, by }: Entry): Said {
  return { entry: id, at, ...(by && { by }) };
}

/** Somebody's words as the head holds them. */
export function saidText(entry: Entry, text: string): SaidText {
  return { ...whoAndWhen(entry), text: shortened(text) };
}

export function shortened(text: string): string {
  const letters = [...text];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN - 1).join('')}…` : text;
}
