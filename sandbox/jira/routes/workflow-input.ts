import { z } from 'zod';
import { type Call } from '../http/call';
import { badRequest } from '../http/refusal';
import { type Transition } from '../model/config';
import { addStatus } from '../model/workflows';
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

const transition = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string().optional(),
    type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
    toStatusReference: z.string(),
    links: z.array(z.object({ fromStatusReference: z.string().optional() }).loose()).optional(),
    transitionScreen: z
      .object({ ruleKey: z.string(), parameters: z.record(z.string(), z.string()).optional() })
      .loose()
      .optional(),
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

export const updateShape = z
  .object({
    statuses: z.array(status).optional(),
    workflows: z
      .array(
        workflow.omit({ name: true }).extend({
          id: z.string(),
          version: z.object({ versionNumber: z.number() }).loose(),
        }),
      )
      .optional(),
  })
  .loose();

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
  const idOf = (reference: string | undefined): string => {
    const id = references.get(reference ?? '');
    if (id === undefined)
      throw badRequest(`The status reference '${reference ?? ''}' is not known.`);
    return id;
  };
  return sent.map(({ id, name, description = '', type, toStatusReference, ...raw }) => {
    const screen = raw.transitionScreen?.parameters?.screenId;
    if (screen !== undefined) call.site.screens.get(Number(screen));
    return {
      id,
      name,
      description,
      type,
      to: idOf(toStatusReference),
      from:
        type === 'DIRECTED' ? (raw.links ?? []).map((link) => idOf(link.fromStatusReference)) : [],
      screenId: screen === undefined ? undefined : Number(screen),
      raw: { ...raw, toStatusReference },
    };
  });
}
