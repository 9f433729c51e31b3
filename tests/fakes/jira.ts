import { jiraAs, type Jira } from '../../src/adapters/jira/http';

/** What left for Jira. */
export type Call = {
  /** `GET /rest/api/3/field`, without its query. */
  readonly call: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** It said that it knows it is experimental. */
  readonly experimental?: true;
};

type Said = Readonly<Record<string, unknown>> | readonly unknown[] | Refusal | undefined;
/** What Jira answers to a call: JSON, nothing, a refusal, or what it makes of the call. */
export type Answer = Said | ((call: Call) => Said);
export type Answers = Readonly<Record<string, Answer>>;

class Refusal {
  constructor(
    readonly status: number,
    readonly body: object,
    readonly headers: Readonly<Record<string, string>>,
  ) {}
}

/** An answer that is no. */
export function refusal(
  status: number,
  body: object = { errorMessages: [`No: ${status}.`] },
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return new Refusal(status, body, headers);
}

/** A list as most of Jira gives it: so many at once as it is asked for, and whether there are more. */
export function listOf(...values: readonly object[]): Answer {
  return (call) => listed(values, call);
}

/** The page of a list that a call asks for. */
export function listed(all: readonly object[], { query }: Call): Said {
  const startAt = Number(query.startAt);
  const values = all.slice(startAt, startAt + Number(query.maxResults));
  return { startAt, values, isLast: startAt + values.length >= all.length };
}

/** So many things with ids and names, of which none is asked for. */
export function others(count: number): readonly { readonly id: string; readonly name: string }[] {
  return Array.from({ length: count }, (_, n) => ({ id: `other-${n}`, name: `Other ${n}` }));
}

/**
 * Jira by a table of calls, by method and path. A call that is not in it is a fault of the test or of the code. What
 * leaves goes through the client that ships, so that statuses become the errors that they become.
 */
export class FakeJira {
  readonly sent: Call[] = [];
  /** Of calls that may take longer than others. */
  readonly deadlines: Record<string, number> = {};
  private stopAt = Infinity;

  constructor(public answers: Answers) {}

  readonly ask: Jira = (path, request = {}) => {
    const { method = 'GET', deadlineMs } = request;
    const name = `${method} ${path.value.split('?')[0] ?? ''}`;
    if (!(name in this.answers)) return Promise.reject(new Error(`Not in the table: ${name}`));
    if (deadlineMs !== undefined) this.deadlines[name] = deadlineMs;
    Object.assign(globalThis, {
      __forge_runtime__: RUNTIME,
      __forge_fetch__: (_: unknown, address: string, init: RequestInit) =>
        Promise.resolve(this.answered(address, init)),
    });
    return jiraAs('viewer')(path, request);
  };

  /** The first so many changes are made; after them Jira is down. */
  stopAfter(writes: number): void {
    this.stopAt = writes;
  }

  /** All that was changed, in its order. */
  get writes(): readonly Omit<Call, 'query'>[] {
    const writes = this.sent.filter(({ call }) => !call.startsWith('GET ') && !READ.includes(call));
    return writes.map(({ query: _, ...write }) => write);
  }

  /** The queries of all calls of this kind. */
  queriesOf(call: string): readonly Call['query'][] {
    return this.sent.filter((one) => one.call === call).map(({ query }) => query);
  }

  private answered(address: string, { method = 'GET', headers, body }: RequestInit): Response {
    const [where = '', search = ''] = address.split('?');
    const isExperimental = new Headers(headers).has('x-experimentalapi');
    const call: Call = {
      call: `${method} ${where}`,
      query: Object.fromEntries(new URLSearchParams(search)),
      ...(typeof body === 'string' && { body: JSON.parse(body) as unknown }),
      ...(isExperimental && { experimental: true }),
    };
    if (this.writes.length >= this.stopAt && method !== 'GET') return responseOf(refusal(503));
    this.sent.push(call);
    const given = this.answers[call.call];
    return responseOf(typeof given === 'function' ? given(call) : given);
  }
}

function responseOf(answer: Said): Response {
  if (answer === undefined) return new Response(null, { status: 204 });
  if (!(answer instanceof Refusal)) return Response.json(answer);
  return Response.json(answer.body, { status: answer.status, headers: answer.headers });
}

/** Asks by POST, changes nothing. */
const READ: readonly string[] = ['POST /rest/api/3/workflows'];

const RUNTIME = {
  aaid: 'dana',
  appContext: { appId: 'an-app', environmentId: 'an-environment' },
  lambdaContext: {},
  metrics: undefined,
};
