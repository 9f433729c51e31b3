import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest, forbidden, found } from '../../http/refusal';
import { noContent, type Route } from '../../http/route';
import { type Bean } from '../../model/beans';
import { COLORS, type Dashboard, type Gadget } from '../../model/shared/dashboard-types';
import { MOST_GADGETS, type Placed, placed, writesDashboard } from '../../model/shared/dashboards';
import { dashboardOf, writableDashboard } from './dashboards';
import { propertyRoutes } from '../issues/entity-properties';

const position = z.object({ row: z.int().min(0), column: z.int().min(0) }).strict();
const changes = z
  .object({
    title: z.string().max(255).optional(),
    color: z.enum(COLORS).optional(),
    position: position.optional(),
  })
  .strict();
const newGadget = changes.extend({
  moduleKey: z.string().optional(),
  uri: z.string().optional(),
  ignoreUriAndModuleKeyValidation: z.boolean().optional(),
});

type Position = z.infer<typeof position>;

function gadgetBean({ gadget, column, row }: Placed): Bean {
  const { id, moduleKey, uri, title, color } = gadget;
  return { id, moduleKey, uri, title, color, position: { row, column } };
}

/** Puts it there; what stands there and below moves down. @throws {Refusal} 400 when there is no such place. */
function put({ columns }: Dashboard, gadget: Gadget, { row, column }: Position): void {
  const there = columns[column];
  const cannot = 'The gadget cannot be placed in the selected';
  if (!there)
    throw badRequest(`${cannot} column. The selected column does not exist on the dashboard.`);
  if (row > there.length)
    throw badRequest(`${cannot} row. The selected row does not exist on the dashboard.`);
  there.splice(row, 0, gadget);
}

function add(call: Call): unknown {
  const dashboard = writableDashboard(call);
  const sent = call.body(newGadget);
  const { moduleKey, uri, title, color = 'blue' } = sent;
  if ((moduleKey === undefined) === (uri === undefined))
    throw badRequest('Either the module key or the URI of the gadget must be provided.');
  const known = call.site.gadgets.find((one) => one.moduleKey === moduleKey);
  if (!known && sent.ignoreUriAndModuleKeyValidation !== true)
    throw badRequest(`The gadget with module key '${moduleKey ?? uri ?? ''}' is not available.`);
  if (placed(dashboard).length >= MOST_GADGETS)
    throw badRequest(
      'Cannot add another gadget. The maximum number of gadgets the dashboard can hold has been reached.',
    );
  const id = call.site.nextId();
  const properties = new Map<string, unknown>();
  const gadget = { id, moduleKey, uri, title: title ?? known?.title ?? '', color, properties };
  put(dashboard, gadget, sent.position ?? { row: 0, column: 0 });
  return gadgetBean(gadgetOn(dashboard, id));
}

/** @throws {Refusal} 404 when the dashboard has no such gadget. */
function gadgetOn(dashboard: Dashboard, id: number): Placed {
  const there = placed(dashboard).find(({ gadget }) => gadget.id === id);
  return found(there, 'The dashboard gadget was not found.');
}

function update(call: Call): unknown {
  const dashboard = writableDashboard(call);
  const { gadget, column } = gadgetOn(dashboard, Number(call.param('gadgetId')));
  const { title, color, position: wanted } = call.body(changes);
  if (wanted) {
    const before = dashboard.columns.map((gadgets) => [...gadgets]);
    takeOut(dashboard, column, gadget);
    try {
      put(dashboard, gadget, wanted);
    } catch (error) {
      dashboard.columns = before;
      throw error;
    }
  }
  gadget.title = title ?? gadget.title;
  gadget.color = color ?? gadget.color;
  return noContent();
}

function takeOut({ columns }: Dashboard, column: number, gadget: Gadget): void {
  columns[column] = (columns[column] ?? []).filter((one) => one !== gadget);
}

function remove(call: Call): unknown {
  const dashboard = writableDashboard(call);
  const { gadget, column } = gadgetOn(dashboard, Number(call.param('gadgetId')));
  takeOut(dashboard, column, gadget);
  return noContent();
}

function list(call: Call): unknown {
  const [keys, uris, ids] = [call.queries('moduleKey'), call.queries('uri'), gadgetIds(call)];
  const all = keys.length + uris.length + ids.length === 0;
  const gadgets = placed(dashboardOf(call)).filter(
    ({ gadget }) =>
      all ||
      keys.includes(gadget.moduleKey ?? '') ||
      uris.includes(gadget.uri ?? '') ||
      ids.includes(gadget.id),
  );
  return { gadgets: gadgets.map(gadgetBean) };
}

const gadgetIds = (call: Call): number[] => call.queries('gadgetId').map(Number);

const one = '/dashboard/{dashboardId}/gadget';

export const dashboardGadgetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/dashboard/gadgets',
    missing: "Jira's own gadgets",
    handle: ({ site }) => ({ gadgets: site.gadgets }),
  },
  { method: 'GET', path: one, may: 'anyone', handle: list },
  { method: 'POST', path: one, missing: "Jira's own gadgets", handle: add },
  { method: 'PUT', path: `${one}/{gadgetId}`, handle: update },
  { method: 'DELETE', path: `${one}/{gadgetId}`, handle: remove },
  ...propertyRoutes({
    path: '/dashboard/{dashboardId}/items/{itemId}/properties',
    holder: (call) => {
      const dashboard = dashboardOf(call);
      const { gadget } = gadgetOn(dashboard, Number(call.param('itemId')));
      const self = call.site.self(`dashboard/${dashboard.id}/items/${gadget.id}`);
      return { properties: gadget.properties, self };
    },
    mayWrite: (call) => {
      if (!writesDashboard(call.site, call.who, dashboardOf(call)))
        throw forbidden('You do not have permission to edit this dashboard.');
    },
  }),
];
