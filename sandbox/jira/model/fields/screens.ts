import { type Field, type Workflow } from '../config';
import { isAssociated, mannersOf } from './field-homes';
import { type Site } from '../site';
import { type Issue, type Project } from '../types';

/** Fields that a create call may always name, whatever the screen shows. */
const ALWAYS = new Set(['project', 'issuetype']);

export type ScreenUse = 'create' | 'edit' | 'view';

/** Ids of the fields on the screen that this project and type use, in the order of the screen. */
export function screenFields(
  site: Site,
  project: Project,
  typeId: string,
  use: ScreenUse,
): string[] {
  const { mappings } = site.issueTypeScreenSchemes.get(project.issueTypeScreenSchemeId);
  const schemeId = mappings.get(typeId) ?? mappings.get('default');
  if (schemeId === undefined) return [];
  const { screens } = site.screenSchemes.get(schemeId);
  return fieldsOnScreen(site, screens[use] ?? screens.default);
}

export function fieldsOnScreen(site: Site, screenId: number): string[] {
  return site.screens.get(screenId).tabs.flatMap(({ fields }) => fields);
}

/** The fields that can be filled on a screen here: known, meant for this project and type, not hidden. */
export function usableFields(
  site: Site,
  project: Project,
  typeId: string,
  screen: readonly string[],
): Field[] {
  return screen.flatMap((id) => {
    const field = site.fields.find(id);
    const usable = field && !field.app?.readOnly && applies(site, field, project, typeId);
    return usable && !mannersOf(site, project, typeId, id).isHidden ? [field] : [];
  });
}

/** Ids of all fields that can stand on a screen. */
export const screenableIds = (site: Site): string[] =>
  site.fields
    .all()
    .filter(({ orderable }) => orderable)
    .map(({ id }) => id);

export const isAlways = (fieldId: string): boolean => ALWAYS.has(fieldId);

/**
 * Whether issues of this type in this project have the field. On a site with field schemes these alone say so; on the
 * others a custom field needs a context there as well.
 */
export function applies(site: Site, field: Field, project: Project, typeId: string): boolean {
  if (field.trashed || !isAssociated(site, project, typeId, field)) return false;
  if (!field.custom || site.hasFieldSchemes) return true;
  return contextOf(field, project, typeId) !== undefined;
}

/** The most special context that covers the project and type. */
export function contextOf(
  field: Field,
  project: Project,
  typeId: string,
): Field['contexts'][number] | undefined {
  const fits = field.contexts.filter(
    ({ issueTypeIds }) => issueTypeIds.length === 0 || issueTypeIds.includes(typeId),
  );
  return (
    fits.find(({ projectIds }) => projectIds.includes(project.id)) ??
    fits.find(({ projectIds }) => projectIds.length === 0)
  );
}

/** Summary is required everywhere; the rest as the project says. */
export function isRequired(site: Site, project: Project, typeId: string, fieldId: string): boolean {
  if (['summary', 'project', 'issuetype'].includes(fieldId)) return true;
  return mannersOf(site, project, typeId, fieldId).isRequired === true;
}

/** The text shown under a field. */
export function helpText(site: Site, project: Project, typeId: string, field: Field): string {
  return mannersOf(site, project, typeId, field.id).description ?? field.description;
}

export function workflowOf(site: Site, project: Project, typeId: string): Workflow {
  const scheme = site.workflowSchemes.get(project.workflowSchemeId);
  return site.workflows.get(scheme.mappings.get(typeId) ?? scheme.defaultWorkflowId);
}

export const workflowOfIssue = (site: Site, issue: Issue): Workflow =>
  workflowOf(site, site.projects.get(issue.projectId), issue.typeId);

/** False where the status that the issue is in has the property `jira.issue.editable` set to `false`. */
export function isEditable(site: Site, issue: Issue): boolean {
  const { statuses } = workflowOfIssue(site, issue);
  const properties = statuses.find(({ statusId }) => statusId === issue.statusId)?.raw.properties;
  const value = (properties as Readonly<Record<string, unknown>> | undefined)?.[EDITABLE];
  return String(value) !== 'false';
}

const EDITABLE = 'jira.issue.editable';
