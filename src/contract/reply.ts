import { type ErrorCode } from '../domain/errors';

export { type ErrorCode } from '../domain/errors';

/** Every answer is a value or an error whose text is `error.<code>` in locales/. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      /** What it is about: a pair of times, a field, a name, Jira's own sentence. */
      readonly subject: string | null;
    };
