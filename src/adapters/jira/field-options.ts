import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../domain/errors';
import { type FieldOptions } from '../../ports/settings/field-options';
import { type Jira } from './http';

const Options = z.array(
  z.object({ id: z.string(), value: z.string(), disabled: z.boolean().default(false) }),
);
const Projects = z.array(
  z.object({
    contextId: z.string(),
    projectId: z.string().optional(),
    isGlobalContext: z.boolean().default(false),
  }),
);
const Found = z.object({ issues: z.array(z.unknown()), nextPageToken: z.string().optional() });

const PAGE = 100;

/** Options as Jira's administration changes them; whether one is used is asked as the app too, which sees more. */
export function jiraFieldOptions(jira: Jira, jiraAsApp: Jira): FieldOptions {
  return {
    contextOf: (fieldId, projectId, contextId) => contextOf(jira, fieldId, projectId, contextId),
    ...writing(jira),
    async list({ fieldId, contextId }) {
      const options = await allPages((startAt) =>
        jira(
          route`/rest/api/3/field/${fieldId}/context/${contextId}/option?startAt=${startAt}&maxResults=${PAGE}`,
        ),
      );
      return Options.parse(options);
    },
    async areUsed(fieldId, optionIds) {
      const body = {
        jql: `cf[${fieldId.replace('customfield_', '')}] in (${optionIds.join()})`,
        maxResults: 1,
        fields: ['id'],
      };
      const answers = await Promise.all([jira, jiraAsApp].map((ask) => search(ask, body)));
      // A page may come back empty and still not be the last.
      return answers.some(({ issues, nextPageToken }) => issues.length > 0 || !!nextPageToken);
    },
  };
}

function writing(jira: Jira): Pick<FieldOptions, 'add' | 'update' | 'move' | 'remove'> {
  return {
    async add({ fieldId, contextId }, values) {
      const options = values.map((value) => ({ value, disabled: false }));
      const answer = await jira(route`/rest/api/3/field/${fieldId}/context/${contextId}/option`, {
        method: 'POST',
        body: { options },
      });
      return z.object({ options: Options }).parse(answer).options;
    },
    async update({ fieldId, contextId }, changes) {
      const options = changes.map(({ id, value, disabled }) => ({ id, value, disabled }));
      await jira(route`/rest/api/3/field/${fieldId}/context/${contextId}/option`, {
        method: 'PUT',
        body: { options },
      });
    },
    async move({ fieldId, contextId }, customFieldOptionIds, position) {
      await jira(route`/rest/api/3/field/${fieldId}/context/${contextId}/option/move`, {
        method: 'PUT',
        body: { customFieldOptionIds, position },
      });
    },
    async remove({ fieldId, contextId }, optionId) {
      await jira(route`/rest/api/3/field/${fieldId}/context/${contextId}/option/${optionId}`, {
        method: 'DELETE',
      }).catch(unlessGone);
    },
  };
}

async function contextOf(jira: Jira, fieldId: string, projectId: string, given?: string) {
  const pages = await allPages((startAt) =>
    jira(
      route`/rest/api/3/field/${fieldId}/context/projectmapping?startAt=${startAt}&maxResults=${PAGE}`,
    ),
  );
  const mapping = Projects.parse(pages);
  const contextId =
    given ??
    mapping.find((one) => one.projectId === projectId)?.contextId ??
    mapping.find(({ isGlobalContext }) => isGlobalContext)?.contextId;
  if (contextId === undefined) {
    throw new IncidentError('not-set-up', `${fieldId} has no context for ${projectId}`, {
      subject: fieldId,
    });
  }
  const isOfOthers = (one: (typeof mapping)[number]) => one.projectId !== projectId;
  return {
    contextId,
    shared: mapping.some((one) => one.contextId === contextId && isOfOthers(one)),
  };
}

async function search(jira: Jira, body: unknown): Promise<z.infer<typeof Found>> {
  return Found.parse(await jira(route`/rest/api/3/search/jql`, { method: 'POST', body }));
}

const Page = z.object({ values: z.array(z.unknown()), isLast: z.boolean().optional() });

async function allPages(ask: (startAt: number) => Promise<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for (;;) {
    const { values, isLast } = Page.parse(await ask(all.length));
    all.push(...values);
    if (isLast !== false || values.length === 0) return all;
  }
}

function unlessGone(error: unknown): void {
  if (!(error instanceof IncidentError && error.code === 'not-found')) throw error;
}
