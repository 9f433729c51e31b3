/**
 * What the text of a published description demands of whoever makes a call, beside its shapes. Tests hold the list
 * against the calls of the app and against the descriptions: a text that has changed is to be read again.
 */
export type Prose = {
  /** `GET /rest/api/3/issue/{}`: method and address, parameters without their names. */
  readonly call: string;
  /** What the caller needs, as the text has it. */
  readonly permissions: string;
  /** What follows from the text, and how the app or the sandbox does it. Nothing follows: none. */
  readonly follows: readonly string[];
  /** Digest of the text that this was read from: `digestOf` in tests/support/openapi.ts. */
  readonly read: string;
  /** Published as experimental: the header that the app sends with it, if any, and why it is used all the same. */
  readonly experimental?: {
    readonly header: 'X-ExperimentalApi: opt-in' | null;
    readonly reason: string;
  };
  /** Published as deprecated, and why it is used all the same. */
  readonly deprecated?: { readonly reason: string };
};
