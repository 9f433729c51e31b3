import { type Transition, type Workflow } from '../config';
import { uuidFrom } from '../people';
import { type Site } from '../site';
import { type Status, type StatusCategory } from '../types';

/** The status of this name, made when it is not there: names of global statuses are unique. */
export function addStatus(
  site: Site,
  name: string,
  category: StatusCategory,
  description = '',
): Status {
  const there = site.statuses.where((status) => status.name.toLowerCase() === name.toLowerCase());
  if (there) return there;
  const id = String(site.statuses.nextId());
  return site.statuses.put(id, { id, name, description, category });
}

/** A workflow in which every status can be reached from every other, as new software projects have it. */
export function addSimpleWorkflow(
  site: Site,
  name: string,
  statuses: readonly (readonly [string, StatusCategory])[],
): Workflow {
  const rows = statuses.map(([title, category]) => addStatus(site, title, category));
  const done = site.resolutions.where(({ name: title }) => title === 'Done')?.id ?? '';
  const transitions = rows.map((status, at) =>
    transition(String(at * 10 + 11), status, 'GLOBAL', status.category === 'DONE' ? done : ''),
  );
  const first = rows.slice(0, 1).map((status) => transition('1', status, 'INITIAL', ''));
  return putWorkflow(site, {
    name,
    description: '',
    statuses: rows.map(({ id }) => ({
      statusId: id,
      raw: {},
    })),
    transitions: [...first, ...transitions],
  });
}

export function putWorkflow(
  site: Site,
  parts: Pick<Workflow, 'name' | 'description' | 'statuses' | 'transitions'>,
): Workflow {
  const id = uuidFrom(`workflow ${parts.name} ${site.workflows.nextId()}`);
  const version = { id: uuidFrom(`version ${id} 1`), versionNumber: 0 };
  return site.workflows.put(id, {
    id,
    ...parts,
    version,
    created: site.now(),
    updated: site.now(),
  });
}

/** Simplified workflows give a done issue its resolution, and take it from one that is taken up again. */
function transition(id: string, to: Status, type: Transition['type'], value: string): Transition {
  const name = type === 'INITIAL' ? 'Create' : to.name;
  const rule = {
    id: uuidFrom(`resolution after ${id}`),
    ruleKey: 'system:update-field',
    parameters: { field: 'resolution', value },
  };
  const raw = type === 'INITIAL' ? {} : { actions: [rule] };
  return { id, name, description: '', type, to: to.id, from: [], screenId: undefined, raw };
}
