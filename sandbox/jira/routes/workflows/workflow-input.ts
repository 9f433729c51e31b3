import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest } from '../../http/refusal';
import { type Transition } from '../../model/config';
import { uuidFrom } from '../../model/people';
import { POST_FUNCTION } from '../../model/workflows/post-functions';
import { addStatus } from '../../model/workflows/workflows';
import { category } from './statuses';

/** What callers send to make or change workflows. */

const status = z
  .object({
    id: z.string().optional(),
    name: z.string(),
    description: z.string().optional(),
    statusCategory: category,
    statusReference: z.string(),
  })
  .loose();

/** The values of all parameters are texts: a rule's configuration is JSON within a text. */
const rule = z
  .object({
    id: z.string().nullish(),
    ruleKey: z.string(),
    parameters: z.record(z.string(), z.string()).optional(),
  })
  .loose();

const transition = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string().optional(),
    type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
    toStatusReference: z.string(),
    links: z.array(z.object({ fromStatusReference: z.string().optional() }).loose()).optional(),
    actions: z.array(rule).optional(),
    validators: z.array(rule).optional(),
    transitionScreen: rule.optional(),
  })
  .loose();

const workflow = z
  .object({
    name: z.string(),
    description: z.string().optional(),
    statuses: z.array(z.object({ statusReference: z.string() }).loose()),
    transitions: z.array(transition),
  })
  .loose();

export type NewWorkflow = z.infer<typeof workflow>;

export const workflowsShape = z
  .object({ statuses: z.array(status).optional(), workflows: z.array(workflow).optional() })
  .loose();

const migrations = z.array(
  z.object({ oldStatusReference: z.string(), newStatusReference: z.string() }).loose(),
);

export const updateShape = z
  .object({
    statuses: z.array(status).optional(),
    workflows: z
      .array(
        workflow.omit({ name: true }).extend({
          id: z.string(),
          version: z.object({ versionNumber: z.number() }).loose(),
          defaultStatusMappings: migrations.optional(),
          statusMappings: z
            .array(
              z
                .object({
                  issueTypeId: z.string(),
                  projectId: z.string(),
                  statusMigrations: migrations,
                })
                .loose(),
            )
            .optional(),
        }),
      )
      .optional(),
  })
  .loose();

export type ChangedWorkflow = NonNullable<z.infer<typeof updateShape>['workflows']>[number];

/** Status ids by reference. A status without an id is found by its name, or made. */
export function readStatuses(
  call: Call,
  sent: readonly z.infer<typeof status>[],
): Map<string, string> {
  return new Map(
    sent.map(({ id, name, description, statusCategory, statusReference }) => {
      const row =
        id === undefined
          ? addStatus(call.site, name, statusCategory, description)
          : call.site.statuses.get(id);
      return [statusReference, row.id];
    }),
  );
}

export function readTransitions(
  call: Call,
  sent: readonly z.infer<typeof transition>[],
  references: ReadonlyMap<string, string>,
): Transition[] {
  if (sent.filter(({ type }) => type === 'INITIAL').length !== 1)
    throw badRequest('A workflow must have exactly one initial transition.');
  const idOf = (reference: string | undefined): string => statusIdOf(references, reference ?? '');
  return sent.map(({ id, name, description = '', type, toStatusReference, links, ...raw }) => {
    const screen = raw.transitionScreen?.parameters?.screenId;
    if (screen !== undefined) call.site.screens.get(Number(screen));
    const from = (links ?? []).map(({ fromStatusReference }) => idOf(fromStatusReference));
    return {
      id,
      name,
      description,
      type,
      to: idOf(toStatusReference),
      from: type === 'DIRECTED' ? from : [],
      screenId: screen === undefined ? undefined : Number(screen),
      raw: { ...raw, actions: readRules(call, raw.actions ?? []) },
    };
  });
}

/** @throws {Refusal} 400 when a workflow names a status that is not among those sent with it. */
export function statusIdOf(references: ReadonlyMap<string, string>, reference: string): string {
  const id = references.get(reference);
  if (id === undefined) throw badRequest(`The status reference '${reference}' is not known.`);
  return id;
}

/** Every rule gets an id; one of an app must be of an app that is here. */
function readRules(call: Call, rules: readonly z.infer<typeof rule>[]): unknown[] {
  return rules.map((one) => {
    const key = one.parameters?.key;
    const known = call.site.postFunctions.some((module) => module.key === key);
    if (one.ruleKey === POST_FUNCTION && !known)
      throw badRequest(`The rule '${one.ruleKey}' names no module of an app: '${key ?? ''}'.`);
    return { ...one, id: one.id ?? uuidFrom(`rule ${call.site.nextId()}`) };
  });
}
