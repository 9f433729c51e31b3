import { escapeHtml } from './adf';
import { kind, listOf, objectOf, WrongValue } from './kind';
import { type Stored } from '../model/types';

/** Values of Forge fields that no native kind fits: free objects, lists of texts or numbers. */

export const object = kind<Readonly<Record<string, unknown>>>({
  operations: ['set'],
  parse: (input) => objectOf(input),
  show: (stored) => stored,
  log: (stored) => [null, JSON.stringify(stored)],
  html: (stored) => escapeHtml(JSON.stringify(stored)),
  words: (stored) => [JSON.stringify(stored).toLowerCase()],
  order: (stored) => JSON.stringify(stored),
});

export const list = kind<readonly string[]>({
  operations: ['add', 'set', 'remove'],
  parse: (input) => {
    const values = listOf(input);
    if (values.some((value) => typeof value !== 'string'))
      throw new WrongValue('Operation value must be an array of strings');
    return values.length === 0 ? undefined : (values as string[]);
  },
  show: (stored: Stored) => stored,
  log: (stored) => [null, stored.join(', ')],
  words: (stored) => stored.map((value) => value.toLowerCase()),
  order: (stored) => stored.join(' ').toLowerCase(),
});
