import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest, found, forbidden } from '../../http/refusal';
import { created, noContent, type Route } from '../../http/route';
import { type Site } from '../../model/site';
import {
  type UiModification,
  type UiModificationContext,
  VIEW_TYPES,
} from '../../model/fields/ui-modification-types';

const id = z.string().nullish();
const context = z.strictObject({
  projectId: id,
  issueTypeId: id,
  portalId: id,
  requestTypeId: id,
  viewType: z.enum(VIEW_TYPES).nullish(),
});
const details = {
  description: z.string().max(255).optional(),
  data: z.string().max(50_000).optional(),
  contexts: z.array(context).max(1000).optional(),
};
const name = z.string().min(1).max(255);
const creation = z.strictObject({ name, ...details });
const change = z.strictObject({ name: name.optional(), ...details });

type SentContext = z.infer<typeof context>;

/** @throws {Refusal} 403 for anybody but an app, for itself or for a person */
function demandApp({ caller }: Call): void {
  if (!caller.viaApp) throw forbidden('Only Forge apps can use this resource.');
}

/** @throws {Refusal} 400 for more than one wildcard, 404 for what is not there */
function contextsOf(site: Site, sent: readonly SentContext[]): UiModificationContext[] {
  return sent.map((one) => {
    const isPortal = one.viewType === 'JSMRequestCreate';
    const wild = [one.projectId, one.issueTypeId, one.viewType].filter((part) => part == null);
    if (!isPortal && wild.length > 1) throw badRequest('A context can have one wildcard at most.');
    if (one.projectId != null)
      found(site.projects.find(one.projectId), `Project with ID '${one.projectId}' was not found.`);
    if (one.issueTypeId != null)
      found(
        site.issueTypes.find(one.issueTypeId),
        `The following issue types were not found: [${one.issueTypeId}]`,
      );
    return {
      id: randomUUID(),
      projectId: one.projectId ?? undefined,
      issueTypeId: one.issueTypeId ?? undefined,
      viewType: one.viewType ?? undefined,
      portalId: one.portalId ?? undefined,
      requestTypeId: one.requestTypeId ?? undefined,
    };
  });
}

const selfOf = (site: Site, of: string): string => site.self(`uiModifications/${of}`);

function bean(call: Call, one: UiModification): unknown {
  const { site } = call;
  const contexts = one.contexts.map((context) => {
    const { projectId } = context;
    const isAvailable = projectId === undefined || site.projects.find(projectId) !== undefined;
    return { ...context, isAvailable };
  });
  return {
    id: one.id,
    self: selfOf(site, one.id),
    name: one.name,
    description: one.description,
    ...(call.expands('data') ? { data: one.data } : {}),
    ...(call.expands('contexts') ? { contexts } : {}),
  };
}

function create(call: Call): unknown {
  demandApp(call);
  const { site } = call;
  const { contexts = [], ...sent } = call.body(creation);
  const made = {
    id: randomUUID(),
    name: sent.name,
    description: sent.description,
    data: sent.data,
    contexts: contextsOf(site, contexts),
  };
  site.uiModifications.put(made.id, made);
  return created({ id: made.id, self: selfOf(site, made.id) });
}

function one(call: Call): UiModification {
  demandApp(call);
  return found(
    call.site.uiModifications.find(call.param('uiModificationId')),
    'The UI modification was not found.',
  );
}

function update(call: Call): unknown {
  const there = one(call);
  const { contexts, ...sent } = call.body(change);
  if (sent.name !== undefined) there.name = sent.name;
  if (sent.description !== undefined) there.description = sent.description;
  if (sent.data !== undefined) there.data = sent.data;
  if (contexts) there.contexts = contextsOf(call.site, contexts);
  return noContent();
}

const path = '/uiModifications';

export const uiModificationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    handle: (call) => {
      demandApp(call);
      return page(call, call.site.uiModifications.all(), (row) => bean(call, row));
    },
  },
  { method: 'POST', path, handle: create },
  { method: 'PUT', path: `${path}/{uiModificationId}`, handle: update },
  {
    method: 'DELETE',
    path: `${path}/{uiModificationId}`,
    handle: (call) => {
      call.site.uiModifications.delete(one(call).id);
      return noContent();
    },
  },
];
