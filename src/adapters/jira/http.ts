import api, { type Route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../domain/errors';
import { type PersonId } from '../../domain/incident/incident';
import { asHoldableJson } from '../../domain/texts';
import { exchange, type Reason } from '../http';

/** A page of a hundred incidents with their histories, and some room. */
const MOST_BYTES = 16_000_000;

/** Whose eyes Jira answers to: the person who made this call, the app itself, or a person for whom a job works. */
export type Identity = 'viewer' | 'app' | { readonly person: PersonId };

type JiraRequest = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** Marked as experimental where it is published: Jira Service Management answers 412 to whoever does not say so. */
  readonly experimental?: true;
  /** Longer than usual, for what works long: `PATIENT_MS`. */
  readonly deadlineMs?: number;
};

/** One call to Jira's REST API; the answer's JSON, or undefined for an empty one. */
export type Jira = (path: Route, request?: JiraRequest) => Promise<unknown>;

/**
 * Jira as this identity sees it. Letters that Jira cannot keep are left out of what is sent. Errors come in our words:
 * 404 `not-found`, 401 and 403 `forbidden`, 429, 5xx and no answer in time `unavailable` with the time Jira asked us
 * to wait, other refusals `refused` with Jira's own sentence, and each field's.
 */
export function jiraAs(identity: Identity): Jira {
  return (path, { method = 'GET', body, experimental, deadlineMs } = {}) => {
    const init = {
      method,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...(experimental ? { 'X-ExperimentalApi': 'opt-in' } : {}),
      },
      ...(body === undefined ? {} : { body: asHoldableJson(body) }),
    };
    return exchange({
      service: 'Jira',
      send: (signal) => apiAs(identity).requestJira(path, { ...init, signal }),
      reads: 'json',
      // Each adapter holds the answer against what it needs of it.
      shape: z.unknown(),
      repeatable: method === 'GET',
      reason,
      deadlineMs,
      maxBytes: MOST_BYTES,
    });
  };
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

/** Jira's sentences of a refusal; none where the body is not one of Jira's. */
function reason(json: unknown): Reason {
  const body = JiraErrors.safeParse(json).data;
  return { said: sentencesOf(body), fields: fieldsOf(body) };
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
