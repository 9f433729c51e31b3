/** Letters that no text of XML 1.0 holds, and halves of pairs, which UTF-8 has not: products refuse or lose them. */
const UNHELD = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

let segmenter: Intl.Segmenter | undefined;

/** Made when the first text is cut: it takes milliseconds, which every cold start of a function would wait for. */
function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** The text without control letters and broken pairs; tabs and ends of lines stay. Again: the same. */
export function holdable(text: string): string {
  return text.replaceAll(UNHELD, '');
}

/** The same of every text in a value of JSON, at any depth. */
export function holdableIn(value: unknown): unknown {
  if (typeof value === 'string') return holdable(value);
  if (Array.isArray(value)) return value.map(holdableIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, holdableIn(one)]));
}

/** A value as JSON for a product, every text in it as the product can keep it. */
export function asHoldableJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'string' ? holdable(one) : one,
  );
}

/**
 * The beginning of a text, with a sign that it was longer. What people see as one letter is never cut in two.
 *
 * @param most UTF-16 units, as products and inputs count them; the sign is among them
 */
export function cutAt(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = segments(text).containing(most - 1)?.index ?? 0;
  // One letter that is longer than everything: a piece of it rather than nothing.
  return `${holdable(text.slice(0, end || most - 1))}…`;
}

/** What people see as one letter each, from the first to the last. */
export function* lettersOf(text: string): Iterable<string> {
  for (const { segment } of segments(text)) yield segment;
}
