/** A call that Jira refuses, with the body it answers. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly messages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
    /** The body, where it has neither of Jira's usual two lists. */
    readonly own?: unknown,
  ) {
    super(messages.join(' ') || Object.values(errors).join(' '));
  }
}

/** A refusal of the layers in front of Jira's own: `application/problem+json` (RFC 7807), as measured on real sites. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly where: { readonly detail: string; readonly instance: string },
  ) {
    super(where.detail);
  }
}

/** Jira's words for a body that it cannot read as what the call takes. */
export const NOT_A_PAYLOAD =
  'Invalid request payload. Refer to the REST API documentation and try again.';

/** A document that is none by its published schema; Jira says no more than this. */
export const badDocument = (): Refusal => new Refusal(400, ['INVALID_INPUT']);

export const badRequest = (...messages: string[]): Refusal => new Refusal(400, messages);
export const badFields = (errors: Readonly<Record<string, string>>): Refusal =>
  new Refusal(400, [], errors);
/** Bulk changes say what is wrong in a list of their own. */
export const badBulk = (message: string): Refusal =>
  new Refusal(400, [message], {}, { errors: [{ message }] });
export const forbidden = (message: string): Refusal => new Refusal(403, [message]);
export const notFound = (message: string): Refusal => new Refusal(404, [message]);

/** The same words for "is not there" and "is not yours to see", as in Jira. */
export const issueNotFound = (): Refusal =>
  notFound('Issue does not exist or you do not have permission to see it.');

/** @throws {Refusal} 404 with this message when there is nothing. */
export function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw notFound(message);
  return value;
}
