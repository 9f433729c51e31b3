import { type Field, type Option } from '../model/config';
import { contextOf } from '../model/fields/screens';
import { type Site } from '../model/site';
import { idOf, kind, listOf, objectOf, present, type Where, WrongValue } from './kind';

/** Options of select lists, radio buttons and checkboxes. */

function optionOf(field: Field, id: string): Option | undefined {
  for (const context of field.contexts) {
    const option = context.options.find((one) => one.id === id);
    if (option) return option;
  }
  return undefined;
}

const optionsAt = ({ field, project, typeId }: Where): readonly Option[] =>
  contextOf(field, project, typeId)?.options ?? [];

function showOption(site: Site, option: Option): Record<string, unknown> {
  return {
    self: site.self(`customFieldOption/${option.id}`),
    value: option.value,
    id: option.id,
    ...(option.disabled ? { disabled: true } : {}),
  };
}

function parseOption(input: unknown, where: Where): string {
  const { field } = where;
  if (typeof input !== 'object' || input === null)
    throw new WrongValue(`Specify a valid 'id' or 'name' for ${field.name}`);
  const sent = objectOf(input);
  const options = optionsAt(where);
  const id = idOf(sent.id);
  if (id !== undefined) {
    const option = options.find((one) => one.id === id && !one.disabled);
    if (!option) throw new WrongValue(`Option id '${id}' is not valid`);
    return option.id;
  }
  const value = sent.value ?? sent.name;
  if (typeof value !== 'string')
    throw new WrongValue(`Specify a valid 'id' or 'name' for ${field.name}`);
  const option = options.find((one) => one.value === value && !one.disabled);
  if (!option) throw new WrongValue(`Option value '${value}' is not valid`);
  return option.id;
}

const allowed = (where: Where): unknown[] =>
  optionsAt(where)
    .filter(({ disabled }) => !disabled)
    .map((option) => showOption(where.site, option));

/** Where the option stands in the list: options are ordered as the admin put them. */
function rank(field: Field, id: string): number {
  return field.contexts.flatMap(({ options }) => options).findIndex((one) => one.id === id);
}

function show(site: Site, field: Field, id: string): Record<string, unknown> | undefined {
  const option = optionOf(field, id);
  return option && showOption(site, option);
}

const wordsOf = (field: Field, id: string): string[] => [
  id,
  optionOf(field, id)?.value.toLowerCase() ?? '',
];

export const option = kind<string>({
  operations: ['set'],
  parse: parseOption,
  show: (stored, site, field) => show(site, field, stored) ?? null,
  log: (stored, _site, field) => [stored, optionOf(field, stored)?.value ?? null],
  allowed,
  words: (stored, _site, field) => wordsOf(field, stored),
  order: (stored, _site, field) => rank(field, stored),
});

export const options = kind<readonly string[]>({
  operations: ['add', 'set', 'remove'],
  parse: (input, where) => {
    const ids = new Set(listOf(input).map((one) => parseOption(one, where)));
    const inOrder = optionsAt(where).filter(({ id }) => ids.has(id));
    return inOrder.length === 0 ? undefined : inOrder.map(({ id }) => id);
  },
  show: (stored, site, field) => stored.map((id) => show(site, field, id)).filter(present),
  log: (stored, _site, field) => [
    `[${stored.join(', ')}]`,
    stored.map((id) => optionOf(field, id)?.value ?? id).join(','),
  ],
  allowed,
  words: (stored, _site, field) => stored.flatMap((id) => wordsOf(field, id)),
  order: (stored, _site, field) => Math.min(...stored.map((id) => rank(field, id))),
});
