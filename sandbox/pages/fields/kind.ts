import type { FieldSchema } from '../site/types';

/** How a field is shown and typed. */
export type FieldKind =
  | 'select'
  | 'checkboxes'
  | 'datetime'
  | 'date'
  | 'url'
  | 'text'
  | 'paragraphs'
  | 'number'
  | 'user'
  | 'users'
  | 'labels'
  | 'issue'
  | 'app'
  | 'other';

const CUSTOM: Readonly<Record<string, FieldKind>> = {
  select: 'select',
  radiobuttons: 'select',
  multiselect: 'checkboxes',
  multicheckboxes: 'checkboxes',
  datetime: 'datetime',
  datepicker: 'date',
  url: 'url',
  textfield: 'text',
  textarea: 'paragraphs',
  float: 'number',
  userpicker: 'user',
  multiuserpicker: 'users',
  labels: 'labels',
};

const SYSTEM: Readonly<Record<string, FieldKind>> = {
  summary: 'text',
  description: 'paragraphs',
  environment: 'paragraphs',
  assignee: 'user',
  reporter: 'user',
  labels: 'labels',
  duedate: 'date',
  priority: 'select',
  resolution: 'select',
  security: 'select',
  components: 'checkboxes',
  versions: 'checkboxes',
  fixVersions: 'checkboxes',
  parent: 'issue',
};

/** The kind of a field, from Jira's description of its type; `app` is a field that a Forge app brings. */
export function kindOf({ system, custom, type }: FieldSchema): FieldKind {
  if (system !== undefined) return SYSTEM[system] ?? 'other';
  if (custom?.startsWith('ari:cloud:ecosystem')) return 'app';
  const known = CUSTOM[custom?.split(':').at(-1) ?? ''];
  if (known) return known;
  if (type === 'string') return 'text';
  return type === 'number' ? 'number' : 'other';
}
