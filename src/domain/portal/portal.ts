import { type NativeField } from '../incident/fields';

/** What a portal's form must ask: the five fields of an incident. A drill is raised by whoever runs it, in Jira. */
export const FORM_FIELDS = [
  'summary',
  'description',
  'severity',
  'faultyService',
  'affectedProducts',
] as const satisfies readonly (NativeField | 'summary' | 'description')[];

export type FormField = (typeof FORM_FIELDS)[number];

/** Jira's field id of each; a site that has no such field cannot ask for it. */
export type FieldIds = Readonly<Partial<Record<FormField, string>>>;

/** The fields that the form does not ask, of those that the site has, in their order. */
export function missingOnForm(onForm: readonly string[], ids: FieldIds): readonly FormField[] {
  const all: FieldIds = { ...ids, summary: 'summary', description: 'description' };
  return FORM_FIELDS.filter((name) => {
    const id = all[name];
    return id !== undefined && !onForm.includes(id);
  });
}
