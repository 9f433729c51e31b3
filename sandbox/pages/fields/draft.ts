import { toAdf, toText } from '../adf/text';
import type { User } from '../site/types';
import { fromWall, toWall } from '../text/moment';
import type { FieldKind } from './kind';

/** A field's value while it is being typed. */
export type Draft = {
  /** Text, number, day, moment on the wall clock, or the id of the chosen option. */
  readonly text: string;
  /** Ids of the ticked options. */
  readonly ids: readonly string[];
  readonly users: readonly User[];
};

export const EMPTY: Draft = { text: '', ids: [], users: [] };

/** What Jira holds, as people type it. */
export function toDraft(kind: FieldKind, value: unknown, timeZone: string): Draft {
  if (value === null || value === undefined) return EMPTY;
  const one = (text: string): Draft => ({ ...EMPTY, text });
  switch (kind) {
    case 'select':
      return one(idOf(value));
    case 'checkboxes':
      return { ...EMPTY, ids: listOf(value).map(idOf) };
    case 'user':
      return { ...EMPTY, users: [value as User] };
    case 'users':
      return { ...EMPTY, users: listOf(value) as User[] };
    case 'labels':
      return one(listOf(value).map(plain).join(' '));
    case 'datetime':
      return one(toWall(plain(value), timeZone));
    case 'paragraphs':
      return one(toText(value));
    case 'issue':
      return one((value as { key?: string }).key ?? '');
    case 'date':
    case 'url':
    case 'text':
    case 'number':
    case 'app':
    case 'other':
      return one(plain(value));
  }
}

/** What has been typed, as Jira takes it; null for nothing. */
export function fromDraft(kind: FieldKind, draft: Draft, timeZone: string): unknown {
  const text = draft.text.trim();
  const people = draft.users.map(({ accountId }) => ({ accountId }));
  if (kind === 'checkboxes') return draft.ids.map((id) => ({ id }));
  if (kind === 'users') return people;
  if (kind === 'user') return people[0] ?? null;
  if (kind === 'labels') return text === '' ? [] : text.split(/[\s,]+/);
  return text === '' ? null : single(kind, text, timeZone);
}

function single(kind: FieldKind, text: string, timeZone: string): unknown {
  if (kind === 'select') return { id: text };
  if (kind === 'number') return Number(text);
  if (kind === 'issue') return { key: text };
  if (kind === 'paragraphs') return toAdf(text);
  // Jira writes and reads offsets without a colon.
  if (kind === 'datetime') return fromWall(text, timeZone)?.replace('Z', '+0000') ?? text;
  return text;
}

export function isEmpty({ text, ids, users }: Draft): boolean {
  return text.trim() === '' && ids.length === 0 && users.length === 0;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function idOf(value: unknown): string {
  return plain((value as { id?: unknown } | null)?.id ?? '');
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
