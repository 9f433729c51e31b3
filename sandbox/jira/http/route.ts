import { type Call } from './call';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One call of the REST API that the sandbox answers. */
export type Route = {
  readonly method: Method;
  /** Absent: the platform's, `/rest/api/3`. */
  readonly api?: 'servicedeskapi';
  /** As in the published description, without `/rest/api/3` or `/rest/servicedeskapi`. */
  readonly path: string;
  /** `anyone` needs no login; `admin` needs the global permission Administer Jira; else a login. */
  readonly may?: 'anyone' | 'admin';
  /** Takes a form with files instead of JSON. */
  readonly form?: true;
  /** Jira Service Management wants a header that says one knows of it: `X-ExperimentalApi: opt-in`. */
  readonly experimental?: true;
  /** What of the real call is not there. */
  readonly missing?: string;
  readonly handle: (call: Call) => unknown;
};

/** An answer that is not simply 200 with a body. */
export class Answer {
  constructor(
    readonly status: number,
    readonly body?: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

export const created = (body: unknown): Answer => new Answer(201, body);
export const noContent = (): Answer => new Answer(204);
