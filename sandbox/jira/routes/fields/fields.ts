import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badFields, badRequest, found } from '../../http/refusal';
import { Answer, created, noContent, type Route } from '../../http/route';
import { type Bean } from '../../model/beans';
import { type Field } from '../../model/config';
import { addCustomField } from '../../model/fields/custom-fields';
import { customType, searcherOf } from '../../model/fields/custom-types';
import { addTask } from '../../model/tasks';
import { emit } from '../../issues/events';
import { actorOf } from '../../issues/create';

const fieldBean = (field: Field): Bean => ({
  id: field.id,
  key: field.key,
  name: field.name,
  custom: field.custom,
  orderable: field.orderable,
  navigable: field.navigable,
  searchable: field.searchable,
  clauseNames: field.clauseNames,
  schema: field.schema,
});

const newField = z
  .object({
    name: z.string().min(1).max(255),
    description: z.string().optional(),
    type: z.string(),
    searcherKey: z.string().optional(),
  })
  .loose();

function create(call: Call): unknown {
  const sent = call.body(newField);
  const type = customType(sent.type);
  if (!type) throw badFields({ fieldType: `Custom field type '${sent.type}' could not be found.` });
  const { type: schemaType, items } = type;
  const field = addCustomField(call.site, {
    name: sent.name,
    description: sent.description ?? '',
    kind: type.kind,
    schema: { type: schemaType, ...(items === undefined ? {} : { items }), custom: sent.type },
    searcherKey: sent.searcherKey ?? searcherOf(type),
  });
  tellField(call, field, 'created');
  return created(fieldBean(field));
}

function tellField(call: Call, field: Field, what: string): void {
  const { id, key, name, description, schema } = field;
  const type = schema.custom ?? '';
  const typeName = customType(type)?.display ?? type;
  const payload = { id, key, type, typeName, name, description };
  emit(call.site, actorOf(call), `avi:jira:${what}:field`, payload);
}

/** @throws {Refusal} 404; custom fields only. */
export function customFieldOf(call: Call, name = 'fieldId'): Field {
  const id = call.param(name);
  const field = call.site.fields.find(id);
  return found(field?.custom ? field : undefined, `The custom field was not found.`);
}

/** Fields of an app are locked: admins put them on screens, and change nothing else. */
export function unlocked(field: Field): Field {
  if (field.app) throw badRequest(`The custom field '${field.id}' is locked.`);
  return field;
}

function update(call: Call): unknown {
  const field = unlocked(customFieldOf(call));
  const shape = z.object({
    name: z.string().optional(),
    description: z.string().optional(),
    searcherKey: z.string().optional(),
  });
  const { name, description, searcherKey } = call.body(shape);
  if (name !== undefined) {
    field.name = name;
    Object.assign(field, { clauseNames: [field.clauseNames[0], name] });
  }
  if (description !== undefined) field.description = description;
  if (searcherKey !== undefined) field.searcherKey = searcherKey;
  tellField(call, field, 'updated');
  return noContent();
}

function search(call: Call): unknown {
  const [types, ids] = [call.queries('type'), new Set(call.queries('id'))];
  const text = (call.query('query') ?? '').toLowerCase();
  const hits = call.site.fields
    .all()
    .filter((field) => !field.trashed)
    .filter(({ custom }) => types.length === 0 || types.includes(custom ? 'custom' : 'system'))
    .filter(({ id }) => ids.size === 0 || ids.has(id))
    .filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(text))
    .sort((a, b) => a.name.localeCompare(b.name));
  return page(call, hits, (field) => searchBean(call, field));
}

function searchBean(call: Call, field: Field): Bean {
  const { id, key, name, description, schema, searcherKey, contexts, app } = field;
  return {
    id,
    key,
    name,
    description,
    schema,
    ...(searcherKey === undefined ? {} : { searcherKey }),
    isLocked: app !== undefined || !field.custom,
    isUnscreenable: !field.orderable,
    ...(call.expands('contextsCount') ? { contextsCount: contexts.length } : {}),
    ...(call.expands('screensCount') ? { screensCount: screensWith(call, id).length } : {}),
  };
}

const screensWith = ({ site }: Call, fieldId: string): { id: number; name: string }[] =>
  site.screens.all().filter(({ tabs }) => tabs.some(({ fields }) => fields.includes(fieldId)));

function trash(call: Call, trashed: boolean): unknown {
  const field = unlocked(customFieldOf(call, 'id'));
  field.trashed = trashed;
  tellField(call, field, trashed ? 'trashed' : 'restored');
  return new Answer(200, {});
}

export const fieldRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/field',
    handle: ({ site }) =>
      site.fields
        .all()
        .filter(({ trashed }) => !trashed)
        .map(fieldBean),
  },
  {
    method: 'POST',
    path: '/field',
    may: 'admin',
    missing: 'types beyond select, checkboxes, dates, text, number, URL, user and labels',
    handle: create,
  },
  { method: 'PUT', path: '/field/{fieldId}', may: 'admin', handle: update },
  { method: 'GET', path: '/field/search', handle: search },
  {
    method: 'GET',
    path: '/field/{fieldId}/screens',
    may: 'admin',
    handle: (call) =>
      page(call, screensWith(call, call.param('fieldId')), ({ id, name }) => ({ id, name })),
  },
  { method: 'POST', path: '/field/{id}/trash', may: 'admin', handle: (call) => trash(call, true) },
  {
    method: 'POST',
    path: '/field/{id}/restore',
    may: 'admin',
    handle: (call) => trash(call, false),
  },
  {
    method: 'DELETE',
    path: '/field/{id}',
    may: 'admin',
    missing: 'the task is done at once',
    handle: (call) => {
      call.site.fields.delete(unlocked(customFieldOf(call, 'id')).id);
      const task = addTask(call.site, call.me.accountId, 'Delete custom field');
      return new Answer(303, task, { location: task.self });
    },
  },
];
