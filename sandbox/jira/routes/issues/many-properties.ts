import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest } from '../../http/refusal';
import { Answer, type Route } from '../../http/route';
import { projectOf } from '../../model/access';
import { can } from '../../model/permissions';
import { addTask } from '../../model/tasks';
import { type Issue } from '../../model/types';
import { checkProperty } from '../../values/properties';
import { tellProperty } from './entity-properties';

/** Properties of many issues: tasks in Jira, done at once here. */

function write(call: Call, issueId: number, properties: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(properties)) checkProperty(key, value);
  const issue = writable(call, String(issueId));
  if (!issue) return;
  for (const [key, value] of Object.entries(properties)) {
    issue.properties.set(key, value);
    tellProperty(call, issue, 'set', key);
  }
}

/** Issues that the caller may not edit are passed over, as in Jira. */
function writable({ site, who }: Call, id: string): Issue | undefined {
  const issue = site.issues.find(id);
  return issue && can(site, who, 'EDIT_ISSUES', projectOf(site, issue), issue) ? issue : undefined;
}

function accepted(call: Call): Answer {
  const { self } = addTask(call.site, call.me.accountId, 'Set issue properties');
  return new Answer(303, undefined, { location: self });
}

const values = z.record(z.string(), z.unknown());

function same(call: Call): Answer {
  const shape = z.strictObject({
    entitiesIds: z.array(z.number()).min(1).max(10_000),
    properties: values,
  });
  const { entitiesIds, properties } = call.body(shape);
  const size = Object.keys(properties).length;
  if (size < 1 || size > 10) throw badRequest('1 to 10 properties can be set at once.');
  for (const id of entitiesIds) write(call, id, properties);
  return accepted(call);
}

function different(call: Call): Answer {
  const shape = z.strictObject({
    issues: z.array(z.strictObject({ issueID: z.number(), properties: values })).max(100),
  });
  for (const { issueID, properties } of call.body(shape).issues) write(call, issueID, properties);
  return accepted(call);
}

const oneShape = z.strictObject({
  value: z.unknown().optional(),
  expression: z.string().optional(),
  filter: z
    .object({
      entityIds: z.array(z.number()).optional(),
      currentValue: z.unknown().optional(),
      hasProperty: z.boolean().optional(),
    })
    .optional(),
});

function one(call: Call): Answer {
  const { value, expression, filter } = call.body(oneShape);
  if (expression !== undefined) throw badRequest('The sandbox takes no expressions here.');
  const key = call.param('propertyKey');
  const wanted = filter?.currentValue;
  for (const id of filter?.entityIds ?? []) {
    const properties = call.site.issues.find(String(id))?.properties;
    const fits =
      (filter?.hasProperty === undefined || filter.hasProperty === properties?.has(key)) &&
      (wanted === undefined || JSON.stringify(wanted) === JSON.stringify(properties?.get(key)));
    if (fits) write(call, id, { [key]: value });
  }
  return accepted(call);
}

export const manyPropertiesRoutes: readonly Route[] = [
  { method: 'POST', path: '/issue/properties', handle: same },
  { method: 'POST', path: '/issue/properties/multi', handle: different },
  {
    method: 'PUT',
    path: '/issue/properties/{propertyKey}',
    missing: 'expressions, filters without entityIds',
    handle: one,
  },
];
