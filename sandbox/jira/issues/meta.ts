import { type Call } from '../http/call';
import { type Bean, issueTypeBean, projectStub } from '../model/beans';
import { projectOf } from '../model/access';
import { type Field, type Transition } from '../model/config';
import {
  contextOf,
  fieldsOnScreen,
  helpText,
  isRequired,
  screenableIds,
  screenFields,
  usableFields,
} from '../model/fields/screens';
import { type Site } from '../model/site';
import { type Issue, type Project } from '../model/types';
import { defaultOf } from '../values/defaults';
import { kindOf } from '../values/kinds';

/** What a form may know about a field here: its type, whether it must be filled, what may be chosen. */
function fieldMeta(site: Site, project: Project, typeId: string, field: Field): Bean {
  const kind = kindOf(field);
  const where = { site, project, typeId, field };
  const preset = defaultOf(site, contextOf(field, project, typeId));
  const allowed = kind?.allowed?.(where) ?? fixedChoice(site, project, typeId, field);
  const description = helpText(site, project, typeId, field);
  return {
    required: isRequired(site, project, typeId, field.id),
    schema: field.schema,
    name: field.name,
    key: field.id,
    hasDefaultValue: preset !== undefined || field.id === 'priority',
    operations: kind?.operations ?? ['set'],
    ...(description === '' ? {} : { description }),
    ...(allowed === undefined ? {} : { allowedValues: allowed }),
    ...(preset === undefined ? {} : { defaultValue: kind?.show(preset, site, field) }),
    ...(kind?.autoComplete ? { autoCompleteUrl: kind.autoComplete(site) } : {}),
  };
}

function fixedChoice(
  site: Site,
  project: Project,
  typeId: string,
  { id, kind }: Field,
): unknown[] | undefined {
  if (id === 'project') return [projectStub(site, project)];
  if (id === 'issuetype') return [issueTypeBean(site, site.issueTypes.get(typeId))];
  return kind === 'computed' && id !== 'comment' && id !== 'issuelinks' ? [] : undefined;
}

/** The fields of the create screen, in its order, each with its id. */
export function createFields(site: Site, project: Project, typeId: string): Bean[] {
  const screen = new Set([
    'issuetype',
    'project',
    ...screenFields(site, project, typeId, 'create'),
  ]);
  return usableFields(site, project, typeId, [...screen]).map((field) => ({
    ...fieldMeta(site, project, typeId, field),
    fieldId: field.id,
  }));
}

/** The fields that may be edited, by id. @param screen undefined: any. */
export function editFields(site: Site, issue: Issue, screen: readonly string[] | undefined): Bean {
  return byId(site, issue, screen ?? screenableIds(site));
}

export function transitionFields({ site }: Call, issue: Issue, { screenId }: Transition): Bean {
  return byId(site, issue, screenId === undefined ? [] : fieldsOnScreen(site, screenId));
}

function byId(site: Site, issue: Issue, screen: readonly string[]): Bean {
  const project = projectOf(site, issue);
  const fields = usableFields(site, project, issue.typeId, screen);
  return Object.fromEntries(
    fields.map((field) => [field.id, fieldMeta(site, project, issue.typeId, field)]),
  );
}
