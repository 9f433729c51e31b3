/** A call that Jira refuses, with the body it answers. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly messages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super(messages.join(' ') || Object.values(errors).join(' '));
  }
}

export const badRequest = (...messages: string[]): Refusal => new Refusal(400, messages);
export const badFields = (errors: Readonly<Record<string, string>>): Refusal =>
  new Refusal(400, [], errors);
export const forbidden = (message: string): Refusal => new Refusal(403, [message]);
const notFound = (message: string): Refusal => new Refusal(404, [message]);

/** The same words for "is not there" and "is not yours to see", as in Jira. */
export const issueNotFound = (): Refusal =>
  notFound('Issue does not exist or you do not have permission to see it.');

/** @throws {Refusal} 404 with this message when there is nothing. */
export function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw notFound(message);
  return value;
}
