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

type OnForm = readonly { readonly id: string; readonly help: string }[];

/** The fields that the form does not ask, of those that the site has, in their order. */
export function missingOnForm(onForm: OnForm, ids: FieldIds): readonly FormField[] {
  return FORM_FIELDS.filter((name) => {
    const id = idOf(name, ids);
    return id !== undefined && !onForm.some((field) => field.id === id);
  });
}

/** The fields that it asks without a word of help. */
export function unhelpedOnForm(onForm: OnForm, ids: FieldIds): readonly FormField[] {
  return FORM_FIELDS.filter((name) => {
    const id = idOf(name, ids);
    return onForm.some((field) => field.id === id && field.help.trim() === '');
  });
}

function idOf(name: FormField, ids: FieldIds): string | undefined {
  const native = name === 'summary' || name === 'description';
  return native ? name : ids[name];
}
