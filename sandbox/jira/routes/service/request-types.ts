import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest, found } from '../../http/refusal';
import { noContent, type Route } from '../../http/route';
import { servicePage } from '../../http/service-paging';
import { formOf, type ShownField } from '../../issues/request-forms';
import { addRequestType, isAgent, requestTypesOf } from '../../model/service/service-desks';
import { type RequestType, type ServiceDesk } from '../../model/service/service-desk-types';
import { type Site } from '../../model/site';
import { demandDeskAdmin, deskOf } from './service-desks';

const ONE = '/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}';
const GONE = 'The request type does not exist on this service desk.';

const newType = z.object({
  issueTypeId: z.string(),
  name: z.string(),
  description: z.string().default(''),
  helpText: z.string().default(''),
});

function requestTypeBean(site: Site, type: RequestType): unknown {
  const { id, name, description, helpText, issueTypeId, serviceDeskId, groupIds } = type;
  const self = `${site.baseUrl()}/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype/${id}`;
  return {
    _expands: ['field'],
    id,
    name,
    description,
    helpText,
    issueTypeId,
    serviceDeskId,
    portalId: serviceDeskId,
    groupIds,
    _links: { self },
  };
}

function typeOf(call: Call, desk: ServiceDesk): RequestType {
  const id = call.param('requestTypeId');
  return found(
    requestTypesOf(call.site, desk).find((one) => one.id === id),
    GONE,
  );
}

/** A search leaves out what the portal does not list, as in Jira. */
function matching(call: Call, types: readonly RequestType[]): RequestType[] {
  const query = call.query('searchQuery')?.toLowerCase();
  const group = call.query('groupId');
  return types.filter(({ name, description, groupIds }) => {
    if (group !== undefined && !groupIds.includes(group)) return false;
    if (query === undefined) return true;
    return groupIds.length > 0 && `${name}\n${description}`.toLowerCase().includes(query);
  });
}

function create(call: Call): unknown {
  const desk = deskOf(call);
  demandDeskAdmin(call, desk);
  const wanted = call.body(newType);
  if (wanted.name.trim() === '') throw badRequest('The name of the request type is empty.');
  const { site } = call;
  const { issueTypeSchemeId } = site.projects.get(desk.projectId);
  const { issueTypeIds } = site.issueTypeSchemes.get(issueTypeSchemeId);
  found(
    issueTypeIds.find((id) => id === wanted.issueTypeId),
    'The issue type does not exist in this project.',
  );
  return requestTypeBean(site, addRequestType(site, desk, { ...wanted, groupIds: [] }));
}

function remove(call: Call): unknown {
  const desk = deskOf(call);
  demandDeskAdmin(call, desk);
  call.site.requestTypes.delete(typeOf(call, desk).id);
  return noContent();
}

type Choice = { readonly id: string; readonly value?: string; readonly name?: string };

function fieldBean({ field, meta }: ShownField): unknown {
  const { fieldId, name, description, required } = field;
  const choices = (meta['allowedValues'] ?? []) as readonly Choice[];
  return {
    fieldId,
    name,
    description,
    required,
    visible: true,
    defaultValues: [],
    presetValues: [],
    jiraSchema: meta['schema'],
    validValues: choices.map((one) => {
      return { value: one.id, label: one.value ?? one.name ?? '', children: [] };
    }),
  };
}

function form(call: Call): unknown {
  const desk = deskOf(call);
  const agent = isAgent(call.site, call.who, call.site.projects.get(desk.projectId));
  return {
    requestTypeFields: formOf(call.site, typeOf(call, desk)).map(fieldBean),
    canRaiseOnBehalfOf: agent,
    canAddRequestParticipants: agent,
  };
}

function list(call: Call, types: readonly RequestType[]): unknown {
  return servicePage(call, matching(call, types), (type) => requestTypeBean(call.site, type));
}

const api = 'servicedeskapi';

export const requestTypeRoutes: readonly Route[] = [
  {
    method: 'GET',
    api,
    path: '/requesttype',
    experimental: true,
    handle: (call) =>
      list(
        call,
        call.site.serviceDesks.all().flatMap((desk) => requestTypesOf(call.site, desk)),
      ),
  },
  {
    method: 'GET',
    api,
    path: '/servicedesk/{serviceDeskId}/requesttype',
    missing: 'expand=field, icons',
    handle: (call) => list(call, requestTypesOf(call.site, deskOf(call))),
  },
  {
    method: 'POST',
    api,
    path: '/servicedesk/{serviceDeskId}/requesttype',
    experimental: true,
    handle: create,
  },
  {
    method: 'GET',
    api,
    path: ONE,
    handle: (call) => requestTypeBean(call.site, typeOf(call, deskOf(call))),
  },
  { method: 'DELETE', api, path: ONE, experimental: true, handle: remove },
  {
    method: 'GET',
    api,
    path: `${ONE}/field`,
    missing: 'hidden fields, presets, default values',
    handle: form,
  },
];
