import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest, found } from '../../http/refusal';
import { created, type Route } from '../../http/route';
import { servicePage } from '../../http/service-paging';
import { makeIssue } from '../../issues/create';
import { formOf, type ShownField } from '../../issues/request-forms';
import { showField } from '../../issues/shown';
import { CATEGORIES } from '../../model/beans';
import { requestTypesOf } from '../../model/service/service-desks';
import { type RequestType } from '../../model/service/service-desk-types';
import { type Site } from '../../model/site';
import { type Issue } from '../../model/types';
import { showMoment } from '../../values/moments';
import { maySee } from '../../model/access';

const input = z.object({
  serviceDeskId: z.string(),
  requestTypeId: z.string(),
  requestFieldValues: z.record(z.string(), z.unknown()).default({}),
  isAdfRequest: z.boolean().default(false),
});

const NOT_YOURS = 'The request does not exist or you do not have permission to view it.';

function create(call: Call): unknown {
  const { site } = call;
  const sent = call.body(input);
  const desk = site.serviceDesks.find(sent.serviceDeskId);
  const type = desk && requestTypesOf(site, desk).find(({ id }) => id === sent.requestTypeId);
  if (!desk || !type)
    throw badRequest('The service desk or the request type does not exist, or is not for you.');
  const form = formOf(site, type);
  checkForm(form, sent.requestFieldValues);
  const project = site.projects.get(desk.projectId);
  const issue = makeIssue(call, project, site.issueTypes.get(type.issueTypeId), {
    fields: valuesOf(form, sent.requestFieldValues, sent.isAdfRequest),
  });
  site.requests.set(issue.id, type.id);
  return created(requestBean(call, issue, type));
}

/** @throws {Refusal} 400 naming each field that is not on the form, or must be filled and is not */
function checkForm(form: readonly ShownField[], values: Readonly<Record<string, unknown>>): void {
  const known = new Set(form.map(({ field }) => field.fieldId));
  const wrong = [
    ...Object.keys(values)
      .filter((id) => !known.has(id))
      .map((id) => `The field '${id}' is not on the form of this request type.`),
    ...form
      .filter(({ field }) => field.required && isEmpty(values[field.fieldId]))
      .map(({ field }) => `${field.name} is required.`),
  ];
  if (wrong.length > 0) throw badRequest(...wrong);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || [value].flat().length === 0;
}

/** Customers write plain text where Jira keeps a document. */
function valuesOf(
  form: readonly ShownField[],
  values: Readonly<Record<string, unknown>>,
  isAdf: boolean,
): Record<string, unknown> {
  const documents = new Set(
    form.filter(({ meta }) => isDocument(meta)).map(({ field }) => field.fieldId),
  );
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => !isEmpty(value))
      .map(([id, value]) => [id, documents.has(id) && !isAdf ? documentOf(value) : value]),
  );
}

function isDocument(meta: Readonly<Record<string, unknown>>): boolean {
  const { system = '', custom = '' } = meta['schema'] as { system?: string; custom?: string };
  return ['description', 'environment'].includes(system) || custom.endsWith(':textarea');
}

function documentOf(value: unknown): unknown {
  const content = String(value)
    .split('\n')
    .map((text) => ({ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }));
  return { type: 'doc', version: 1, content };
}

/** A customer sees what they raised; who may see the issue in Jira sees the request. */
function mayView({ site, who }: Call, issue: Issue): boolean {
  return issue.values.get('reporter') === who || maySee(site, who, issue);
}

function requestOf(call: Call): { readonly issue: Issue; readonly type: RequestType } {
  const issue = call.site.issueByKey(call.param('issueIdOrKey'));
  const type = issue && call.site.requestTypes.find(call.site.requests.get(issue.id));
  const there = issue && type && mayView(call, issue) ? { issue, type } : undefined;
  return found(there, NOT_YOURS);
}

function own(call: Call): unknown {
  const { site, who } = call;
  const issues = [...site.requests.keys()]
    .flatMap((id) => site.issues.find(id) ?? [])
    .filter(({ values }) => values.get('reporter') === who)
    .toSorted((a, b) => b.updated - a.updated);
  return servicePage(call, issues, (issue) =>
    requestBean(call, issue, site.requestTypes.get(site.requests.get(issue.id) ?? '')),
  );
}

function requestBean(call: Call, issue: Issue, type: RequestType): unknown {
  const { site } = call;
  const { id, key } = issue;
  const base = site.baseUrl();
  return {
    _expands: [],
    issueId: id,
    issueKey: key,
    requestTypeId: type.id,
    serviceDeskId: type.serviceDeskId,
    createdDate: dateBean(issue.created),
    reporter: reporterBean(site, issue),
    currentStatus: statusBean(site, issue),
    requestFieldValues: formOf(site, type).flatMap(({ field }) => {
      const known = site.fields.get(field.fieldId);
      const value = showField(site, issue, known, call.who);
      return value === null ? [] : [{ fieldId: field.fieldId, label: field.name, value }];
    }),
    _links: {
      jiraRest: `${base}/rest/api/3/issue/${id}`,
      web: `${base}/servicedesk/customer/portal/${type.serviceDeskId}/${key}`,
      self: `${base}/rest/servicedeskapi/request/${id}`,
      agent: `${base}/browse/${key}`,
    },
  };
}

function reporterBean(site: Site, { values }: Issue): unknown {
  const reporter = values.get('reporter');
  const person = typeof reporter === 'string' ? site.people.find(reporter) : undefined;
  if (!person) return {};
  const { accountId, displayName, active, timeZone } = person;
  return { accountId, displayName, active, timeZone };
}

function statusBean(site: Site, issue: Issue): unknown {
  const { name, category } = site.statuses.get(issue.statusId);
  return {
    status: name,
    statusCategory: CATEGORIES[category].key.toUpperCase(),
    statusDate: dateBean(issue.statusSince),
  };
}

const dateBean = (moment: number): unknown => ({
  iso8601: showMoment(moment).replace(/\.\d+/, ''),
  jira: showMoment(moment),
  friendly: new Date(moment).toUTCString(),
  epochMillis: moment,
});

const api = 'servicedeskapi';
const ONE = '/request/{issueIdOrKey}';

export const requestRoutes: readonly Route[] = [
  {
    method: 'POST',
    api,
    path: '/request',
    missing: 'raising for somebody else, participants, attached forms',
    handle: create,
  },
  {
    method: 'GET',
    api,
    path: '/request',
    missing: 'filters, requests of others',
    handle: own,
  },
  {
    method: 'GET',
    api,
    path: ONE,
    missing: 'expand',
    handle: (call) => {
      const { issue, type } = requestOf(call);
      return requestBean(call, issue, type);
    },
  },
  {
    method: 'GET',
    api,
    path: `${ONE}/status`,
    missing: 'former statuses',
    handle: (call) =>
      servicePage(call, [requestOf(call).issue], (one) => statusBean(call.site, one)),
  },
];
