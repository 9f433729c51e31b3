import { type Bean } from '../../model/beans';
import { type Transition, type Workflow } from '../../model/config';
import { type Site } from '../../model/site';

/**
 * The statuses of these workflows. Whatever reference a status was written with, Jira answers with its id in that
 * place: here, in the workflow's statuses, in its transitions.
 */
export function statusList(site: Site, workflows: readonly Workflow[]): Bean[] {
  const ids = new Set(workflows.flatMap(({ statuses }) => statuses.map((one) => one.statusId)));
  return [...ids].map((id) => {
    const { name, description, category } = site.statuses.get(id);
    const scope = { type: 'GLOBAL' };
    return { id, name, description, statusCategory: category, statusReference: id, scope };
  });
}

export function workflowBean(workflow: Workflow): Bean {
  const { id, name, description, version, created, updated, statuses, transitions } = workflow;
  return {
    id,
    name,
    description,
    isEditable: true,
    scope: { type: 'GLOBAL' },
    version,
    created: new Date(created).toISOString(),
    updated: new Date(updated).toISOString(),
    statuses: statuses.map(({ statusId, raw }) => ({
      properties: {},
      deprecated: false,
      ...raw,
      statusReference: statusId,
    })),
    transitions: transitions.map(transitionBean),
  };
}

function transitionBean({ id, name, description, type, to, from, raw }: Transition): Bean {
  return {
    actions: [],
    validators: [],
    triggers: [],
    properties: {},
    ...raw,
    id,
    name,
    description,
    type,
    toStatusReference: to,
    links: from.map((fromStatusReference) => ({ fromStatusReference, fromPort: 0, toPort: 1 })),
  };
}
