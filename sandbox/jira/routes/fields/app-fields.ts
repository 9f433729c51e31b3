import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest, forbidden, found } from '../../http/refusal';
import { noContent, type Route } from '../../http/route';
import { type Field } from '../../model/config';
import { type Site } from '../../model/site';
import { type Issue } from '../../model/types';
import { actorOf } from '../../issues/create';
import { applyChanges, writeValues } from '../../issues/changes';
import { WrongValue } from '../../values/kind';
import { kindOf } from '../../values/kinds';

const MAX_UPDATES = 1000;

const ids = z.array(z.number());
const oneField = z.object({
  updates: z.array(z.object({ issueIds: ids, value: z.unknown().optional() })),
});
const manyFields = z.object({
  updates: z.array(
    z.object({ customField: z.string(), issueIds: ids, value: z.unknown().optional() }),
  ),
});

/** Only the app itself, as itself, writes its fields. */
function ownField(call: Call, idOrKey: string): Field {
  const field = call.site.fields.where(
    ({ id, key, app }) => app !== undefined && (id === idOrKey || key === idOrKey),
  );
  const owned = found(field, `The field ${idOrKey} was not found.`);
  if (!call.caller.viaApp || call.who !== owned.app?.ownerAccountId)
    throw forbidden('Only the app that owns the field may update its values.');
  return owned;
}

function write(call: Call, field: Field, issueIds: readonly number[], value: unknown): void {
  const silent = call.query('generateChangelog') === 'false';
  for (const issue of issuesOf(call.site, issueIds)) {
    const changes = new Map([[field.id, read(call.site, field, issue, value)]]);
    if (silent) writeValues(call.site, issue, changes);
    else applyChanges(call.site, actorOf(call), issue, changes);
  }
}

function issuesOf(site: Site, issueIds: readonly number[]): Issue[] {
  return issueIds.map((id) => {
    const issue = site.issues.find(String(id));
    if (!issue) throw badRequest(`Issue ${id} does not exist.`);
    return issue;
  });
}

function read(
  site: Site,
  field: Field,
  issue: Issue,
  value: unknown,
): ReturnType<NonNullable<ReturnType<typeof kindOf>>['parse']> {
  if (value === null || value === undefined) return undefined;
  const project = site.projects.get(issue.projectId);
  try {
    return kindOf(field)?.parse(value, { site, project, typeId: issue.typeId, field });
  } catch (error) {
    if (error instanceof WrongValue) throw badRequest(error.message);
    throw error;
  }
}

export const appFieldRoutes: readonly Route[] = [
  {
    method: 'PUT',
    path: '/app/field/{fieldIdOrKey}/value',
    missing: 'generateAppEvents',
    handle: (call) => {
      const field = ownField(call, call.param('fieldIdOrKey'));
      for (const { issueIds, value } of checked(call.body(oneField).updates))
        write(call, field, issueIds, value);
      return noContent();
    },
  },
  {
    method: 'POST',
    path: '/app/field/value',
    missing: 'generateAppEvents',
    handle: (call) => {
      const updates = checked(call.body(manyFields).updates);
      eachOnce(updates);
      for (const { customField, issueIds, value } of updates)
        write(call, ownField(call, customField), issueIds, value);
      return noContent();
    },
  },
];

/** @throws {Refusal} 400 for a field of an issue that is there twice; Jira's words for it are not known. */
function eachOnce(updates: z.infer<typeof manyFields>['updates']): void {
  const all = updates.flatMap(({ customField, issueIds }) =>
    issueIds.map((id) => `${customField} ${id}`),
  );
  if (new Set(all).size < all.length)
    throw badRequest('Combinations of custom field and issue must be unique within the request.');
}

function checked<T extends { issueIds: number[] }>(updates: T[]): T[] {
  const total = updates.reduce((sum, { issueIds }) => sum + issueIds.length, 0);
  if (total === 0) throw badRequest('No issues to update.');
  if (total > MAX_UPDATES) throw badRequest(`At most ${MAX_UPDATES} updates can be made at once.`);
  return updates;
}
