/** A call that Confluence refuses: its body is a list of one error. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
  ) {
    super(title);
  }
}

export const badRequest = (title: string): Refusal =>
  new Refusal(400, 'INVALID_REQUEST_PARAMETER', title);
/** The same words for "is not there" and "is not yours", as in Confluence. */
export const notFound = (what: string): Refusal =>
  new Refusal(404, 'NOT_FOUND', `${what} not found`);
export const notEmulated = (what: string): Refusal =>
  new Refusal(501, 'NOT_IMPLEMENTED', `The sandbox does not emulate ${what}`);

/** The body of an error, of whatever status. */
export const errorBody = (status: number, code: string, title: string): unknown => ({
  errors: [{ status, code, title, detail: null }],
});
