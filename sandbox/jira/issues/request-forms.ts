import { type Bean } from '../model/beans';
import { type FormField, type RequestType } from '../model/service/service-desk-types';
import { type Site } from '../model/site';
import { createFields } from './meta';

/** A field of a form, and what Jira knows of the field behind it. */
export type ShownField = { readonly field: FormField; readonly meta: Bean };

/** The fields of a form that still stand on the create screen, in the form's order. */
export function formOf(site: Site, type: RequestType): ShownField[] {
  const { projectId } = site.serviceDesks.get(type.serviceDeskId);
  const metas = createFields(site, site.projects.get(projectId), type.issueTypeId);
  const known = new Map(metas.map((meta) => [String(meta['fieldId']), meta]));
  return type.fields.flatMap((field) => {
    const meta = known.get(field.fieldId);
    return meta ? [{ field, meta }] : [];
  });
}
