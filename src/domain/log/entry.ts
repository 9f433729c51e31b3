import { type PersonId } from '../incident/incident';
import { type Instant } from '../time';
import { withoutWords } from './redaction';
import { type EntryId, type What } from './what';

/** Something to be written into an incident's log. */
export type Draft = {
  /** Absent: what it says is idempotent by itself, nobody will say it twice by mistake. */
  readonly id?: EntryId;
  readonly what: What;
  /** When it was said, by the server's clock. */
  readonly saidAt: Instant;
  /** The moment that it is about. Absent: the moment it was said. */
  readonly at?: Instant;
  /** Absent: nobody, or the entry itself says who. */
  readonly by?: PersonId;
};

/**
 * One line of an incident's log. Lines are numbered 1, 2, 3, … without gaps. Each has the hash of the one before, so
 * that nobody changes, adds or drops one unseen. The hash covers a digest of what was said and not the words
 * themselves: they can be taken out, and the chain still holds.
 */
export type Entry = {
  readonly seq: number;
  readonly id: EntryId;
  readonly at: Instant;
  readonly saidAt: Instant;
  readonly by?: PersonId;
  readonly what: What;
  /** Makes the digest of short words worthless to guess at. Goes with the words. */
  readonly salt?: string;
  readonly digest: string;
  readonly isRedacted?: true;
  /** Hash of the entry before; empty for the first. */
  readonly before: string;
  readonly hash: string;
};

/** SHA-256 of a text, in hexadecimal. An argument, because the domain has no packages. */
export type Hash = (text: string) => string;

/** Where the chain stands: number and hash of its last entry. */
export type Tip = { readonly seq: number; readonly hash: string };

/** The entry that this draft becomes behind the tip. */
export function sealed(draft: Draft, { seq, hash: before }: Tip, salt: string, hash: Hash): Entry {
  const { id = `n${seq + 1}` as EntryId, what, saidAt, at = saidAt, by } = draft;
  const digest = hash(salt + canonical(what));
  const entry = { seq: seq + 1, id, at, saidAt, ...(by && { by }), what, salt, digest, before };
  return { ...entry, hash: hashOf(entry, hash) };
}

/** The entry without its words. Its hash stays what it was. */
export function redacted(entry: Entry): Entry {
  const { salt: _, ...rest } = entry;
  return { ...rest, what: withoutWords(entry.what), isRedacted: true };
}

/** What is wrong with a chain, and at which entry. */
export type Fault = {
  readonly seq: number;
  readonly why: 'gap' | 'broken-link' | 'changed' | 'changed-words';
};

/**
 * Checks a stretch of a log, oldest first: numbers without gaps, each hash right and named by the next, words as they
 * were said. A redacted entry is checked without its words.
 *
 * @param tip where the stretch begins: the entry before it, or `{ seq: 0, hash: '' }`
 * @returns the first fault; undefined when there is none.
 */
export function faultIn(entries: readonly Entry[], tip: Tip, hash: Hash): Fault | undefined {
  let last = tip;
  for (const entry of entries) {
    const seq = last.seq + 1;
    if (entry.seq !== seq) return { seq, why: 'gap' };
    if (entry.before !== last.hash) return { seq, why: 'broken-link' };
    if (entry.hash !== hashOf(entry, hash)) return { seq, why: 'changed' };
    const words = entry.isRedacted
      ? entry.digest
      : hash((entry.salt ?? '') + canonical(entry.what));
    if (words !== entry.digest) return { seq, why: 'changed-words' };
    last = { seq, hash: entry.hash };
  }
  return undefined;
}

function hashOf({ seq, id, at, saidAt, by, digest, before }: Omit<Entry, 'hash'>, hash: Hash) {
  return hash(canonical([before, seq, id, at, saidAt, by ?? '', digest]));
}

/** JSON with the keys in order and nothing for what is absent: the same for the same value, wherever it is made. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
