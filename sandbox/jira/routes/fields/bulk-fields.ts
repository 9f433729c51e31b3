import { badBulk } from '../../http/refusal';
import { type IssueInput } from '../../issues/input';
import { parseMoment, showMoment } from '../../values/moments';

/** The many shapes of `editedFieldsInput`, turned into what an ordinary edit would send. */

type Line = Readonly<Record<string, unknown>>;
type Reader = (line: Line) => unknown;

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Line)[key] : undefined;

const optionOf = (value: unknown): unknown => {
  const id = inside(value, 'optionId');
  return typeof id === 'number' && id !== -1 ? { id: String(id) } : null;
};

const each = (value: unknown, read: (one: unknown) => unknown): unknown[] =>
  Array.isArray(value) ? value.map(read) : [];

/** How each list of fields spells its values. */
const READERS: Readonly<Record<string, Reader>> = {
  singleSelectFields: ({ option }) => optionOf(option),
  multipleSelectFields: ({ options }) => each(options, optionOf),
  dateTimePickerFields: ({ dateTime }) => momentOf(inside(dateTime, 'formattedDateTime')),
  datePickerFields: ({ date }) => inside(date, 'formattedDate') ?? null,
  singleLineTextFields: ({ text }) => text,
  urlFields: ({ url }) => (url === '' ? null : url),
  clearableNumberFields: ({ value }) => value ?? null,
  richTextFields: ({ richText }) => inside(richText, 'adfValue'),
  singleSelectClearableUserPickerFields: ({ user }) =>
    user === undefined || user === null ? null : { accountId: inside(user, 'accountId') },
  multipleSelectClearableUserPickerFields: ({ users }) =>
    each(users, (user) => ({ accountId: inside(user, 'accountId') })),
};

/** Which forms bulk edit takes is not published: here any, and without an offset it is UTC. */
function momentOf(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return null;
  const moment = parseMoment(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  return moment === undefined ? text : showMoment(moment);
}

/** @throws {Refusal} 400 for fields that were not among the selected actions. */
export function readEditedFields(
  sent: Readonly<Record<string, unknown>>,
  selected: ReadonlySet<string>,
): IssueInput {
  const fields: Record<string, unknown> = {};
  const update: Record<string, Record<string, unknown>[]> = {};
  for (const [group, value] of Object.entries(sent)) {
    if (group === 'priority') fields.priority = { id: inside(value, 'priorityId') };
    else if (group === 'labelsFields') readLabels(linesOf(value), fields, update);
    else readLines(group, linesOf(value), fields);
  }
  const edited = [...Object.keys(fields), ...Object.keys(update)];
  const others = edited.filter((id) => !selected.has(id));
  if (others.length > 0)
    throw badBulk(
      `The following editedFieldInput values are not listed as selectedActions : ${others.join(', ')}`,
    );
  return { fields, update };
}

const linesOf = (value: unknown): Line[] => (Array.isArray(value) ? (value as Line[]) : []);

function readLines(group: string, lines: readonly Line[], fields: Record<string, unknown>): void {
  const read = READERS[group];
  if (!read) throw badBulk(`The sandbox does not bulk edit '${group}'.`);
  for (const line of lines) fields[String(line.fieldId)] = read(line);
}

function readLabels(
  lines: readonly Line[],
  fields: Record<string, unknown>,
  update: Record<string, Record<string, unknown>[]>,
): void {
  for (const { fieldId, bulkEditMultiSelectFieldOption: how, labels } of lines) {
    const names = each(labels, (label) => inside(label, 'name'));
    const id = String(fieldId);
    if (how === 'REMOVE_ALL') fields[id] = [];
    else if (how === 'REPLACE') fields[id] = names;
    else update[id] = names.map((name) => ({ [how === 'ADD' ? 'add' : 'remove']: name }));
  }
}
