import { type Call } from '../http/call';
import { type Bean } from '../model/beans';
import { projectOf } from '../model/access';
import { type Field } from '../model/config';
import { can } from '../model/permissions';
import { type Site } from '../model/site';
import { type Issue } from '../model/types';
import { editScreen } from './edit';
import { changeBean } from './history';
import { editFields } from './meta';
import { renderField } from './rendered';
import { hasField, showField } from './shown';
import { openTransitions, transitionBean } from './transitions';

/** What of an issue a caller wants to read. */
export type Wanted = {
  /** Already chosen with `chooseFields`. */
  readonly fields: readonly Field[];
  readonly expand: ReadonlySet<string>;
  readonly properties: readonly string[];
};

/** Fields that are not in `*navigable`. */
const NOT_NAVIGABLE = new Set(['comment', 'attachment']);

/**
 * The fields that a `fields` parameter names: `*all`, `*navigable`, ids, names of Forge fields' keys, and
 * `-id` to leave out.
 */
export function chooseFields(site: Site, asked: readonly string[]): Field[] {
  const names = asked.flatMap((one) => one.split(',')).map((one) => one.trim());
  const without = new Set(names.filter((one) => one.startsWith('-')).map((one) => one.slice(1)));
  const all = names.includes('*all') || names.every((one) => one.startsWith('-'));
  const navigable = names.includes('*navigable');
  const named = new Set(names);
  return site.fields
    .all()
    .filter((field) => !field.trashed && !without.has(field.id))
    .filter(
      ({ id, key }) =>
        all || (navigable && !NOT_NAVIGABLE.has(id)) || named.has(id) || named.has(key),
    );
}

export function issueBean(call: Call, issue: Issue, wanted: Wanted): Bean {
  const { site, who } = call;
  const { expand, properties } = wanted;
  const fields = wanted.fields.filter((field) => hasField(site, issue, field));
  const show = fields.map((field) => [field.id, showField(site, issue, field, who)]);
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: site.self(`issue/${issue.id}`),
    key: issue.key,
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(show) as Bean }),
    ...(properties.length === 0 ? {} : { properties: chosenProperties(issue, properties) }),
    ...(expand.has('renderedFields') ? { renderedFields: rendered(issue, fields) } : {}),
    ...(expand.has('names') ? { names: namesOf(fields) } : {}),
    ...(expand.has('schema') ? { schema: schemaOf(fields) } : {}),
    ...(expand.has('changelog') ? { changelog: changelog(site, issue) } : {}),
    ...(expand.has('editmeta') ? { editmeta: editMeta(call, issue) } : {}),
    ...(expand.has('transitions') ? { transitions: transitions(call, issue) } : {}),
    ...(expand.has('operations') ? { operations: { linkGroups: [] } } : {}),
  };
}

export const namesOf = (fields: readonly Field[]): Bean =>
  Object.fromEntries(fields.map(({ id, name }) => [id, name]));

export const schemaOf = (fields: readonly Field[]): Bean =>
  Object.fromEntries(fields.map(({ id, schema }) => [id, schema]));

function chosenProperties(issue: Issue, keys: readonly string[]): Bean {
  const all = keys.includes('*all');
  return Object.fromEntries([...issue.properties].filter(([key]) => all || keys.includes(key)));
}

function rendered(issue: Issue, fields: readonly Field[]): Bean {
  return Object.fromEntries(fields.map((field) => [field.id, renderField(issue, field)]));
}

/** The newest first, at most the hundred newest. */
function changelog(site: Site, issue: Issue): Bean {
  const histories = issue.history.toReversed().slice(0, 100);
  return {
    startAt: 0,
    maxResults: histories.length,
    total: issue.history.length,
    histories: histories.map((change) => changeBean(site, change)),
  };
}

/** What the caller may edit: nothing without the permission, or in a status that is not editable. */
export function editMeta(call: Call, issue: Issue): Bean {
  const { site, who } = call;
  const may = can(site, who, 'EDIT_ISSUES', projectOf(site, issue), issue);
  return { fields: may ? editFields(site, issue, editScreen(call, issue)) : {} };
}

const transitions = (call: Call, issue: Issue): Bean[] =>
  openTransitions(call, issue).map((one) => transitionBean(call, issue, one, false));
