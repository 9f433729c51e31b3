import { type IncidentView } from '../../../src/contract';

/** How an issue stands. `seq`: how far its log is, by the app's mark, which anybody who edits the issue can write. */
export type Look = { readonly updated: number; readonly seq: number | null };

/** The mark that was seen last; undefined before the first look. */
export type Mark = number | null | undefined;

type Answer = {
  readonly fields?: { readonly updated?: unknown };
  readonly properties?: { readonly 'incident-log'?: { readonly seq?: unknown } | null };
};

/** What Jira's answer to a look says; undefined where it is none. */
export function lookIn(answer: unknown): Look | undefined {
  const { fields, properties } = (answer ?? {}) as Answer;
  const updated = typeof fields?.updated === 'string' ? Date.parse(fields.updated) : NaN;
  if (Number.isNaN(updated)) return undefined;
  const seq = properties?.['incident-log']?.seq;
  return { updated, seq: typeof seq === 'number' ? seq : null };
}

/**
 * Whether there is more than is shown. Marks of two who wrote at the same moment may arrive in any order: one that is
 * another than the last is news, be it higher or lower. What is shown may be newer than a look that was long under way.
 */
export function isNews(
  { updated, seq }: Look,
  shown: Pick<IncidentView, 'updated' | 'response'>,
  mark: Mark,
): boolean {
  if (shown.updated !== null && updated > Date.parse(shown.updated)) return true;
  if (seq === null || seq === shown.response.seq) return false;
  return mark === undefined ? seq > shown.response.seq : seq !== mark;
}
