import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest, Refusal } from '../../http/refusal';
import { Answer, type Route } from '../../http/route';
import { visibleIssue } from '../../model/access';
import { chooseFields, issueBean } from '../../issues/bean';
import { createIssue } from '../../issues/create';
import { changeBean } from '../../issues/history';
import { issueInput } from '../../issues/input';
import { groupBy } from '../../model/shared/group-by';
import { type Issue } from '../../model/types';

const MAX_CREATED = 50;
const MAX_FETCHED = 100;
const MAX_LOGS = 1000;

/** Makes what it can; what it cannot is named beside it. All refused: 400. */
function createMany(call: Call): unknown {
  const { issueUpdates } = call.body(z.object({ issueUpdates: z.array(issueInput) }));
  if (issueUpdates.length > MAX_CREATED)
    throw badRequest(`At most ${MAX_CREATED} issues can be created at once.`);
  const issues: unknown[] = [];
  const errors: unknown[] = [];
  issueUpdates.forEach((input, failedElementNumber) => {
    try {
      const { id, key } = createIssue(call, input);
      issues.push({ id, key, self: call.site.self(`issue/${id}`) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, messages, errors: byField } = error;
      const elementErrors = { errorMessages: messages, errors: byField };
      errors.push({ status, elementErrors, failedElementNumber });
    }
  });
  const nothing = issues.length === 0 && errors.length > 0;
  return new Answer(nothing ? 400 : 201, { issues, errors });
}

/** The issues of the list that the caller may see; the others by what they were asked as. */
function sortOut(call: Call, asked: readonly string[]): { seen: Issue[]; unseen: string[] } {
  const seen = new Set<Issue>();
  const unseen: string[] = [];
  for (const idOrKey of asked) {
    try {
      seen.add(visibleIssue(call, idOrKey));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      unseen.push(idOrKey);
    }
  }
  return { seen: [...seen], unseen };
}

function fetchMany(call: Call): unknown {
  const asked = call.body(
    z.strictObject({
      issueIdsOrKeys: z.array(z.string()).min(1),
      fields: z.array(z.string()).optional(),
      fieldsByKeys: z.boolean().optional(),
      expand: z.array(z.string()).optional(),
      properties: z.array(z.string()).max(5).optional(),
    }),
  );
  if (asked.issueIdsOrKeys.length > MAX_FETCHED)
    throw badRequest(`At most ${MAX_FETCHED} issues can be fetched at once.`);
  const { seen, unseen } = sortOut(call, asked.issueIdsOrKeys);
  const wanted = {
    fields: chooseFields(call.site, asked.fields ?? ['*navigable']),
    expand: new Set(asked.expand),
    properties: asked.properties ?? [],
  };
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    issues: seen
      .sort((a, b) => Number(a.id) - Number(b.id))
      .map((issue) => issueBean(call, issue, wanted)),
    issueErrors: unseen.map((id) => ({
      id,
      errorMessage: 'Issue does not exist or you do not have permission to see it.',
    })),
  };
}

const logsShape = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(MAX_LOGS),
  fieldIds: z.array(z.string()).max(10).optional(),
  maxResults: z.number().int().positive().max(10_000).optional(),
  nextPageToken: z.string().optional(),
});

/** Change logs of many issues, oldest change first, paged over the changes. */
function changeLogs(call: Call): unknown {
  const { issueIdsOrKeys, fieldIds, maxResults = 1000, nextPageToken } = call.body(logsShape);
  const { seen } = sortOut(call, issueIdsOrKeys);
  const all = seen.flatMap((issue) =>
    issue.history
      .filter(({ items }) => !fieldIds || items.some(({ fieldId }) => fieldIds.includes(fieldId)))
      .map((change) => ({ issue, change })),
  );
  const from = nextPageToken === undefined ? 0 : Number(nextPageToken);
  const shown = all.slice(from, from + maxResults);
  const byIssue = groupBy(shown, ({ issue }) => issue.id);
  return {
    issueChangeLogs: [...byIssue].map(([issueId, rows]) => ({
      issueId,
      changeHistories: rows.map(({ change }) => changeBean(call.site, change)),
    })),
    ...(from + maxResults < all.length ? { nextPageToken: String(from + maxResults) } : {}),
  };
}

export const manyIssuesRoutes: readonly Route[] = [
  { method: 'POST', path: '/issue/bulk', handle: createMany },
  { method: 'POST', path: '/issue/bulkfetch', handle: fetchMany },
  { method: 'POST', path: '/changelog/bulkfetch', handle: changeLogs },
];
