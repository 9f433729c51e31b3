import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest, found } from '../../http/refusal';
import { noContent, type Route } from '../../http/route';
import { type FieldContext } from '../../model/config';
import { hasOptions } from '../../model/fields/custom-types';
import { contextOf } from './field-contexts';
import { customFieldOf, unlocked } from './fields';

const MOST_AT_ONCE = 1000;
const MOST_OF_A_FIELD = 10_000;

function context(call: Call): FieldContext {
  const field = unlocked(customFieldOf(call));
  if (!hasOptions(field.kind)) throw badRequest('The custom field does not support options.');
  return contextOf(call, field);
}

function list(call: Call): unknown {
  const ids = call.queries('optionId');
  const { options } = contextOf(call, customFieldOf(call));
  const rows = options.filter(({ id }) => ids.length === 0 || ids.includes(id));
  return page(call, rows, (option) => option, 100);
}

function add(call: Call): unknown {
  const { options } = context(call);
  const shape = z.object({
    options: z.array(
      z.object({ value: z.string().min(1).max(255), disabled: z.boolean().optional() }),
    ),
  });
  const sent = call.body(shape).options;
  if (sent.length > MOST_AT_ONCE)
    throw badRequest(`At most ${MOST_AT_ONCE} options can be created at once.`);
  const there = customFieldOf(call).contexts.reduce((sum, one) => sum + one.options.length, 0);
  if (there + sent.length > MOST_OF_A_FIELD)
    throw badRequest(`A field can have at most ${MOST_OF_A_FIELD} options.`);
  const twice = sent.find(({ value }) => options.some((option) => option.value === value));
  if (twice) throw badRequest(`The option '${twice.value}' exists already in the context.`);
  const made = sent.map(({ value, disabled = false }) => ({
    id: String(call.site.nextId()),
    value,
    disabled,
  }));
  options.push(...made);
  return { options: made };
}

function update(call: Call): unknown {
  const { options } = context(call);
  const shape = z.object({
    options: z.array(
      z.object({ id: z.string(), value: z.string().optional(), disabled: z.boolean().optional() }),
    ),
  });
  const changed = call.body(shape).options.map((sent) => {
    const option = found(
      options.find(({ id }) => id === sent.id),
      'The option was not found.',
    );
    if (sent.value !== undefined) option.value = sent.value;
    if (sent.disabled !== undefined) option.disabled = sent.disabled;
    return option;
  });
  return { options: changed };
}

function move(call: Call): unknown {
  const { options } = context(call);
  const { customFieldOptionIds, after, position } = call.body(
    z.object({
      customFieldOptionIds: z.array(z.string()),
      after: z.string().optional(),
      position: z.enum(['First', 'Last']).optional(),
    }),
  );
  const moved = customFieldOptionIds.map((id) =>
    found(
      options.find((option) => option.id === id),
      'The option was not found.',
    ),
  );
  const rest = options.filter(({ id }) => !customFieldOptionIds.includes(id));
  const at = after === undefined ? 0 : rest.findIndex(({ id }) => id === after) + 1;
  rest.splice(position === 'Last' ? rest.length : at, 0, ...moved);
  options.splice(0, options.length, ...rest);
  return noContent();
}

function remove(call: Call): unknown {
  const { options } = context(call);
  const at = options.findIndex(({ id }) => id === call.param('optionId'));
  found(at < 0 ? undefined : at, 'The option was not found.');
  options.splice(at, 1);
  return noContent();
}

const path = '/field/{fieldId}/context/{contextId}/option';
const may = 'admin' as const;

export const fieldOptionRoutes: readonly Route[] = [
  { method: 'GET', path, may, handle: list },
  { method: 'POST', path, may, missing: 'cascading options', handle: add },
  { method: 'PUT', path, may, handle: update },
  { method: 'PUT', path: `${path}/move`, may, handle: move },
  { method: 'DELETE', path: `${path}/{optionId}`, may, handle: remove },
];
