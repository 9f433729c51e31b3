/**
 * What can go wrong, from the point of view of the person who asked. Each code has a paragraph in
 * docs/errors.md and a sentence in locales/ (`error.<code>`).
 */
export const ERROR_CODES = [
  'invalid-input',
  'impossible-times',
  'time-in-future',
  'moment-in-future',
  'due-in-past',
  'entry-not-found',
  'role-unknown',
  'role-exists',
  'too-many',
  'not-told',
  'forbidden',
  'not-found',
  'not-an-incident',
  'not-set-up',
  'status-unknown',
  'unreadable',
  'already-taken',
  'changed-meanwhile',
  'severity-changed',
  'duplicate-not-found',
  'duplicate-cancelled',
  'link-left',
  'team-not-told',
  'not-moved',
  'name-taken',
  'team-managed',
  'newer-data',
  'damaged-data',
  'not-kept',
  'refused',
  'unavailable',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * What a failed call to another system means for whoever may try it again: `retry`, nothing has happened, and later it
 * may; `uncertain`, it may have taken effect and the answer was lost, so look before it is tried again; `unauthorised`,
 * our credential is not accepted, `forbidden`, it may not do this, `not-found` and `refused`, no second try helps.
 */
export type Failure =
  'retry' | 'uncertain' | 'refused' | 'unauthorised' | 'forbidden' | 'not-found';

/** An error that a person or a caller can act on. Any other exception is a fault in the program. */
export class IncidentError extends Error {
  override readonly name = 'IncidentError';

  /**
   * @param message for the log, in English; people read the text of the code in their own language.
   * @param details.subject what it is about, in words a person may read: the pair of times, a field, a name.
   * @param details.fields what is said of single fields, by the other side's ids of them.
   * @param details.retryAfterMs how long the other side asked us to wait, for `unavailable`.
   * @param details.failure for a call to another system: whether it may be tried again, and how.
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: {
      readonly subject?: string | undefined;
      readonly fields?: Readonly<Record<string, string>> | undefined;
      readonly retryAfterMs?: number | undefined;
      readonly failure?: Failure;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
  }
}
