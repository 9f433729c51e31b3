/** An element of a page in Confluence's storage format, an XHTML with elements of its own. */
export type Element = {
  /** With its prefix, for example `ac:structured-macro`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly StorageNode[];
};
export type StorageNode = Element | string;

/** Where the markup is broken, in words. */
export class BrokenMarkup extends Error {}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<\/(?<end>[\w:.-]+)\s*>|<(?<start>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y;

/** Named characters that editors write; XML knows the first five alone. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  rarr: '→',
  larr: '←',
  harr: '↔',
  times: '×',
  euro: '€',
  pound: '£',
  deg: '°',
  copy: '©',
};

type Open = { name: string; attributes: Record<string, string>; children: StorageNode[] };

/** @throws {BrokenMarkup} where the text is not well formed, as Confluence refuses it. */
export function parseStorage(text: string): readonly StorageNode[] {
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text)?.groups;
    if (!found) throw new BrokenMarkup(`Unexpected markup at "${text.slice(at, at + 20)}"`);
    take(open, found);
  }
  const [, unfinished] = open;
  if (unfinished) throw new BrokenMarkup(`Element "${unfinished.name}" is not closed`);
  return root.children;
}

function take(open: Open[], found: Readonly<Record<string, string | undefined>>): void {
  const parent = open.at(-1);
  const { cdata, end, start, attributes = '', empty, text } = found;
  if (cdata !== undefined) parent?.children.push(cdata);
  if (text !== undefined) parent?.children.push(decode(text));
  if (start !== undefined) {
    const element: Open = { name: start, attributes: attributesOf(attributes), children: [] };
    parent?.children.push(element);
    if (empty === '') open.push(element);
  }
  if (end === undefined) return;
  if (open.length === 1 || parent?.name !== end)
    throw new BrokenMarkup(`Unexpected close tag </${end}>; expected </${parent?.name ?? ''}>`);
  open.pop();
}

function attributesOf(text: string): Record<string, string> {
  const pairs = text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(
    [...pairs].map(([, name = '', one, other]) => [name, decode(one ?? other ?? '')]),
  );
}

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+)?(;?)/gi, (whole, name?: string, end?: string) => {
    const character = name === undefined || end === '' ? undefined : characterOf(name);
    if (character === undefined) throw new BrokenMarkup(`Undeclared general entity "${whole}"`);
    return character;
  });
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
