import { type Bean } from '../model/beans';
import { type Transition, type Workflow } from '../model/config';
import { type Site } from '../model/site';

/** The statuses of these workflows, each with the reference that the workflows use for it. */
export function statusList(site: Site, workflows: readonly Workflow[]): Bean[] {
  const references = new Map(
    workflows.flatMap(({ statuses }) =>
      statuses.map(({ statusId, reference }) => [statusId, reference] as const),
    ),
  );
  return [...references].map(([id, statusReference]) => {
    const { name, description, category } = site.statuses.get(id);
    const scope = { type: 'GLOBAL' };
    return { id, name, description, statusCategory: category, statusReference, scope };
  });
}

export function workflowBean(workflow: Workflow): Bean {
  const { id, name, description, version, created, updated, statuses, transitions } = workflow;
  const references = new Map(statuses.map(({ statusId, reference }) => [statusId, reference]));
  return {
    id,
    name,
    description,
    isEditable: true,
    scope: { type: 'GLOBAL' },
    version,
    created: new Date(created).toISOString(),
    updated: new Date(updated).toISOString(),
    statuses: statuses.map(({ reference, raw }) => ({
      statusReference: reference,
      properties: {},
      deprecated: false,
      ...raw,
    })),
    transitions: transitions.map((one) => transitionBean(one, references)),
  };
}

function transitionBean(transition: Transition, references: ReadonlyMap<string, string>): Bean {
  const { id, name, description, type, to, from, raw } = transition;
  return {
    id,
    name,
    description,
    type,
    toStatusReference: references.get(to),
    links: from.map((statusId) => ({ fromStatusReference: references.get(statusId) })),
    actions: [],
    validators: [],
    triggers: [],
    properties: {},
    ...raw,
  };
}
