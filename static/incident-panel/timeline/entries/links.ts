/** A piece of somebody's words: text as it is, an address, or the address of a picture on this site. */
export type Piece =
  | { readonly kind: 'text' | 'link'; readonly text: string }
  | { readonly kind: 'picture'; readonly text: string; readonly attachment: string };

const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]+/gi;
/** What ends a sentence belongs to the sentence. */
const TRAILING = /[.,;:!?)\]*_]+$/;
const CONTENT = /^\/rest\/api\/[23]\/attachment\/(?:content|thumbnail)\/(\d+)$/;
const FILE = /^\/secure\/(?:attachment|thumbnail)\/(\d+)\/[^/]+\.(?:png|jpe?g|gif|webp)$/i;

/** Words with the addresses in them, http and https alone. @param site address of this Jira site, where it is known */
export function piecesOf(words: string, site?: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of words.matchAll(ADDRESS)) {
    const text = match[0].replace(TRAILING, '');
    if (!isAddress(text)) continue;
    if (match.index > from) pieces.push({ kind: 'text', text: words.slice(from, match.index) });
    pieces.push(linkOf(text, site));
    from = match.index + text.length;
  }
  if (from < words.length) pieces.push({ kind: 'text', text: words.slice(from) });
  return pieces;
}

function linkOf(text: string, site: string | undefined): Piece {
  const { origin, pathname } = new URL(text);
  const isHere = site !== undefined && isAddress(site) && new URL(site).origin === origin;
  const attachment = (CONTENT.exec(pathname) ?? FILE.exec(pathname))?.[1];
  return isHere && attachment !== undefined
    ? { kind: 'picture', text, attachment }
    : { kind: 'link', text };
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
