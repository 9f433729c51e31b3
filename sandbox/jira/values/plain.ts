import { escapeHtml, plainText, toHtml } from './adf';
import { documentOf } from './documents';
import { kind, listOf, WrongValue } from './kind';
import { isDay, keptMoment, parseFieldMoment, showMoment, spellMoment } from './moments';

function stringOf(input: unknown): string {
  if (typeof input !== 'string') throw new WrongValue('Operation value must be a string');
  return input;
}

const SET = ['set'] as const;

const textual = {
  operations: SET,
  show: (stored: string) => stored,
  log: (stored: string) => [null, stored] as const,
  html: (stored: string) => escapeHtml(stored),
  words: (stored: string) => [stored.toLowerCase()],
  order: (stored: string) => stored.toLowerCase(),
};

const TOO_LONG = 'The entered text is too long. It exceeds the allowed limit of 255 characters.';

function lineOf(input: unknown, name: string): string | undefined {
  const text = stringOf(input).trim();
  if (text.length > 255)
    throw new WrongValue(name === 'summary' ? "Summary can't exceed 255 characters." : TOO_LONG);
  if (/[\r\n]/.test(text))
    throw new WrongValue(`The ${name} is invalid because it contains newline characters.`);
  return text === '' ? undefined : text;
}

export const text = kind<string>({
  ...textual,
  parse: (input, { field }) => {
    const line = lineOf(input, field.name.toLowerCase());
    if (field.id === 'summary' && line === undefined)
      throw new WrongValue('You must specify a summary of the issue.');
    return line;
  },
});

export const url = kind<string>({
  ...textual,
  html: (stored) => `<a href="${escapeHtml(stored)}">${escapeHtml(stored)}</a>`,
  parse: (input) => {
    const line = stringOf(input).trim();
    if (line === '') return undefined;
    if (!URL.canParse(line) || !/^[a-z][a-z0-9+.-]*:\/\//i.test(line))
      throw new WrongValue('Not a valid URL');
    return line;
  },
});

export const document = kind<Readonly<Record<string, unknown>>>({
  operations: SET,
  parse: (input) => {
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      throw new WrongValue(
        'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
      );
    const sent = documentOf(input);
    return Array.isArray(sent.content) && sent.content.length === 0 ? undefined : sent;
  },
  show: (stored) => stored,
  log: (stored) => [null, plainText(stored)],
  html: (stored) => toHtml(stored),
  words: (stored) => [plainText(stored).toLowerCase()],
  order: (stored) => plainText(stored).toLowerCase(),
});

export const number = kind<number>({
  operations: SET,
  parse: (input) => {
    if (typeof input !== 'number' || !Number.isFinite(input))
      throw new WrongValue('Operation value must be a number');
    return input;
  },
  show: (stored) => stored,
  log: (stored) => [null, String(stored)],
  words: (stored) => [String(stored)],
  order: (stored) => stored,
});

export const date = kind<string>({
  ...textual,
  parse: (input) => {
    const day = stringOf(input);
    if (!isDay(day)) throw new WrongValue(`Error parsing date string: ${day}`);
    return day;
  },
  log: (stored) => [stored, stored],
  order: (stored) => Date.parse(`${stored}T00:00:00Z`),
});

/** Kept as finely as the site keeps such fields. */
export const datetime = kind<number>({
  operations: SET,
  parse: (input, { site }) => {
    const text = stringOf(input);
    const moment = parseFieldMoment(text);
    if (moment === undefined) throw new WrongValue(`Error parsing time: ${text}`);
    return keptMoment(moment, site.moments);
  },
  show: showMoment,
  log: (stored) => [showMoment(stored), spellMoment(stored)],
  words: (stored) => [String(stored)],
  order: (stored) => stored,
});

export const labels = kind<readonly string[]>({
  operations: ['add', 'set', 'remove'],
  parse: (input) => {
    const values = listOf(input).map(stringOf);
    const spaced = values.find((label) => /\s/.test(label));
    if (spaced !== undefined)
      throw new WrongValue(`The label '${spaced}' contains spaces which is invalid.`);
    const long = values.find((label) => label.length > 255);
    if (long !== undefined)
      throw new WrongValue(`The label '${long}' exceeds the maximum length for single labels.`);
    return values.length === 0 ? undefined : [...new Set(values)].sort();
  },
  autoComplete: (site) => `${site.baseUrl()}/rest/api/1.0/labels/suggest?query=`,
  show: (stored) => stored,
  log: (stored) => ['', stored.join(' ')],
  words: (stored) => stored.map((label) => label.toLowerCase()),
  order: (stored) => stored.join(' ').toLowerCase(),
});
