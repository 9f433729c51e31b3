import api, { type APIResponse, NeedsAuthenticationError, type Route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../domain/errors';
import { type PersonId } from '../domain/incident';
import { asHoldableJson } from '../domain/texts';

/** Whose eyes Jira answers to: the person who made this call, the app itself, or a person for whom a job works. */
export type Identity = 'viewer' | 'app' | { readonly person: PersonId };

type JiraRequest = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** Marked as experimental where it is published: Jira Service Management answers 412 to whoever does not say so. */
  readonly experimental?: true;
};

/** One call to Jira's REST API; the answer's JSON, or undefined for an empty one. */
export type Jira = (path: Route, request?: JiraRequest) => Promise<unknown>;

/**
 * Jira as this identity sees it. Letters that Jira cannot keep are left out of what is sent. Errors come in our words:
 * 404 `not-found`, 401 and 403 `forbidden`, 429 and 5xx `unavailable` with the time Jira asked us to wait, other
 * refusals `refused` with Jira's own sentence, and each field's.
 */
export function jiraAs(identity: Identity): Jira {
  return async (path, { method = 'GET', body, experimental } = {}) => {
    const response = await asked(() =>
      apiAs(identity).requestJira(path, {
        method,
        headers: {
          ...{ Accept: 'application/json', 'Content-Type': 'application/json' },
          ...(experimental ? { 'X-ExperimentalApi': 'opt-in' } : {}),
        },
        body: body === undefined ? undefined : asHoldableJson(body),
      }),
    );
    if (!response.ok) throw await inOurWords(response);
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
}

/** The platform throws where it acts for nobody: a guest, or somebody without a licence. */
async function asked(ask: () => Promise<APIResponse>): Promise<APIResponse> {
  try {
    return await ask();
  } catch (cause) {
    if (!(cause instanceof NeedsAuthenticationError)) throw cause;
    throw new IncidentError('forbidden', 'Nobody can be acted for', { cause });
  }
}

/** What Jira answers, or undefined where it says that there is no such thing. @throws {IncidentError} any other */
export async function orNothing<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof IncidentError && error.code === 'not-found') return undefined;
    throw error;
  }
}

function apiAs(identity: Identity) {
  if (identity === 'app') return api.asApp();
  return identity === 'viewer' ? api.asUser() : api.asUser(identity.person);
}

const JiraErrors = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
  /** Jira Service Management says one sentence. */
  errorMessage: z.string().optional(),
  /** A call for many things of which none went well. */
  results: z.unknown().optional(),
});

const Results = z.array(
  z.object({ fieldId: z.string().optional(), success: z.boolean(), error: z.string().optional() }),
);

/**
 * What Jira refused of a call that is about many things: it answers 207, and each has a success of its own.
 *
 * @returns Jira's sentences by field id; `''` for what is about no field. Empty when all went well
 */
export function refusedOf(answer: unknown): Readonly<Record<string, string>> {
  const results = z.object({ results: Results }).safeParse(answer).data?.results ?? [];
  const refused = results.filter(({ success }) => !success);
  return Object.fromEntries(refused.map(({ fieldId = '', error = '' }) => [fieldId, error]));
}

async function inOurWords(response: APIResponse): Promise<IncidentError> {
  const { status } = response;
  const body = jiraErrors(await response.text());
  const said = sentencesOf(body);
  const message = `Jira answered ${status}: ${said ?? 'no reason given'}`;
  if (status === 404) return new IncidentError('not-found', message);
  if (status === 401 || status === 403)
    return new IncidentError('forbidden', message, { subject: said });
  if (status === 429 || status >= 500) {
    return new IncidentError('unavailable', message, { retryAfterMs: retryAfterMs(response) });
  }
  return new IncidentError('refused', message, { subject: said, fields: fieldsOf(body) });
}

/** An error body of Jira's; undefined when it is none. */
function jiraErrors(text: string): z.infer<typeof JiraErrors> | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined; // a proxy's page instead of Jira's JSON: the status says enough
  }
  return JiraErrors.safeParse(body).data;
}

function fieldsOf(
  body: z.infer<typeof JiraErrors> | undefined,
): Readonly<Record<string, string>> | undefined {
  return body && { ...body.errors, ...refusedOf(body) };
}

/** Its sentences for people; undefined when it has none. */
function sentencesOf(body: z.infer<typeof JiraErrors> | undefined): string | undefined {
  const { errorMessages = [], errorMessage } = body ?? {};
  const sentences = [
    ...errorMessages,
    ...(errorMessage === undefined ? [] : [errorMessage]),
    ...Object.values(fieldsOf(body) ?? {}),
  ];
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

function retryAfterMs(response: APIResponse): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
