import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest, found } from '../../http/refusal';
import { Answer, created, noContent, type Route } from '../../http/route';
import { type Bean } from '../../model/beans';
import { type Screen } from '../../model/config';
import { addScreen } from '../../model/default-schemes';
import { SCREENS } from '../../model/furnish';

const bean = ({ id, name, description }: Screen): Bean => ({ id, name, description });
const screenOf = (call: Call): Screen => call.site.screens.get(Number(call.param('screenId')));

function tabOf(call: Call): Screen['tabs'][number] {
  const tab = screenOf(call).tabs.find(({ id }) => String(id) === call.param('tabId'));
  return found(tab, `The screen tab with ID '${call.param('tabId')}' does not exist.`);
}

function list(call: Call): unknown {
  const ids = call.queries('id');
  const text = (call.query('queryString') ?? '').toLowerCase();
  const hits = call.site.screens
    .all()
    .filter(({ id }) => ids.length === 0 || ids.includes(String(id)))
    .filter(({ name }) => name.toLowerCase().includes(text));
  return page(call, hits, bean, 100);
}

const named = z.object({ name: z.string().min(1), description: z.string().optional() });

/** A new screen has one tab without fields. */
function create(call: Call): unknown {
  const { name, description } = call.body(named);
  if (call.site.screens.where((screen) => screen.name === name))
    throw badRequest('A screen with this name already exists.');
  return created(bean(addScreen(call.site, name, [], undefined, description)));
}

function update(call: Call): unknown {
  const screen = screenOf(call);
  const { name, description } = call.body(named.partial());
  if (name !== undefined) screen.name = name;
  if (description !== undefined) screen.description = description;
  return bean(screen);
}

function addTab(call: Call): unknown {
  const screen = screenOf(call);
  const { name } = call.body(z.object({ name: z.string() }).loose());
  const tab = { id: call.site.screenTabs.nextId(), name, fields: [] };
  call.site.screenTabs.put(tab.id, screen);
  screen.tabs.push(tab);
  return { id: tab.id, name };
}

const fieldLine = (call: Call, id: string): Bean => ({ id, name: call.site.fields.get(id).name });

function addField(call: Call): unknown {
  const { fieldId } = call.body(z.object({ fieldId: z.string() }));
  const field = call.site.fields.find(fieldId);
  if (!field?.orderable) throw badRequest(`Field '${fieldId}' can not be added to a screen.`);
  if (screenOf(call).tabs.some(({ fields }) => fields.includes(fieldId)))
    throw badRequest(`Field '${fieldId}' is already on the screen.`);
  tabOf(call).fields.push(fieldId);
  return fieldLine(call, fieldId);
}

function removeField(call: Call): unknown {
  const tab = tabOf(call);
  tab.fields = tab.fields.filter((id) => id !== call.param('id'));
  return noContent();
}

function moveField(call: Call): unknown {
  const tab = tabOf(call);
  const { after, position } = call.body(
    z.object({
      after: z.string().optional(),
      position: z.enum(['Earlier', 'Later', 'First', 'Last']).optional(),
    }),
  );
  const id = call.param('id');
  const from = tab.fields.indexOf(id);
  const rest = tab.fields.filter((one) => one !== id);
  const places = { First: 0, Last: rest.length, Earlier: Math.max(0, from - 1), Later: from + 1 };
  const behind = rest.indexOf(after?.split('/').at(-1) ?? '') + 1;
  rest.splice(position ? places[position] : behind, 0, id);
  tab.fields = rest;
  return noContent();
}

function available(call: Call): unknown {
  const on = new Set(screenOf(call).tabs.flatMap(({ fields }) => fields));
  return call.site.fields
    .all()
    .filter((field) => field.orderable && !field.trashed && !on.has(field.id))
    .map(({ id, name }) => ({ id, name }));
}

function addToDefault(call: Call): unknown {
  const [tab] = call.site.screens.get(SCREENS.standard).tabs;
  tab?.fields.push(call.site.fields.get(call.param('fieldId')).id);
  return new Answer(200, {});
}

const one = '/screens/{screenId}';
const tab = `${one}/tabs/{tabId}`;
const may = 'admin' as const;

export const screenRoutes: readonly Route[] = [
  { method: 'GET', path: '/screens', may, handle: list },
  { method: 'POST', path: '/screens', may, handle: create },
  { method: 'PUT', path: one, may, handle: update },
  { method: 'GET', path: `${one}/availableFields`, may, handle: available },
  {
    method: 'GET',
    path: `${one}/tabs`,
    may,
    handle: (call) => screenOf(call).tabs.map(({ id, name }) => ({ id, name })),
  },
  { method: 'POST', path: `${one}/tabs`, may, handle: addTab },
  {
    method: 'GET',
    path: `${tab}/fields`,
    may,
    handle: (call) => tabOf(call).fields.map((id) => fieldLine(call, id)),
  },
  { method: 'POST', path: `${tab}/fields`, may, handle: addField },
  { method: 'DELETE', path: `${tab}/fields/{id}`, may, handle: removeField },
  { method: 'POST', path: `${tab}/fields/{id}/move`, may, handle: moveField },
  { method: 'POST', path: '/screens/addToDefault/{fieldId}', may, handle: addToDefault },
];
