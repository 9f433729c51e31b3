import { type Call } from '../../http/call';
import { found } from '../../http/refusal';
import { type Route } from '../../http/route';
import { type Project } from '../../model/types';
import { showMoment } from '../../values/moments';

type TypeKey = Project['typeKey'];

const of = (app: string, names: readonly string[]): readonly string[] =>
  names.map((name) => `${app}:${name}`);

/** The templates of each type of project that stand both in the published table and among the published values. */
export const TEMPLATES: Readonly<Record<TypeKey, readonly string[]>> = {
  business: of('com.atlassian.jira-core-project-templates', [
    'jira-core-simplified-content-management',
    'jira-core-simplified-document-approval',
    'jira-core-simplified-lead-tracking',
    'jira-core-simplified-process-control',
    'jira-core-simplified-procurement',
    'jira-core-simplified-project-management',
    'jira-core-simplified-recruitment',
  ]),
  service_desk: of('com.atlassian.servicedesk', [
    'simplified-it-service-management',
    'simplified-external-service-desk',
    'simplified-hr-service-desk',
    'simplified-facilities-service-desk',
    'simplified-legal-service-desk',
    'simplified-analytics-service-desk',
    'simplified-marketing-service-desk',
    'simplified-design-service-desk',
    'simplified-sales-service-desk',
    'simplified-finance-service-desk',
    'next-gen-it-service-desk',
    'next-gen-hr-service-desk',
    'next-gen-legal-service-desk',
    'next-gen-marketing-service-desk',
    'next-gen-facilities-service-desk',
    'next-gen-analytics-service-desk',
    'next-gen-finance-service-desk',
    'next-gen-design-service-desk',
    'next-gen-sales-service-desk',
  ]),
  software: of('com.pyxis.greenhopper.jira', [
    'gh-simplified-agility-kanban',
    'gh-simplified-agility-scrum',
    'gh-simplified-basic',
    'gh-simplified-kanban-classic',
    'gh-simplified-scrum-classic',
  ]),
};

const NAMES: Readonly<Record<TypeKey, string>> = {
  software: 'Software',
  service_desk: 'Service Management',
  business: 'Business',
};

const all = Object.keys(NAMES) as TypeKey[];

/** Whether the site has a licence for projects of this type. */
export const isAccessible = ({ site }: Call, key: TypeKey): boolean =>
  key !== 'service_desk' || site.serviceManagement;

const bean = (key: TypeKey): unknown => ({
  key,
  formattedKey: NAMES[key],
  descriptionI18nKey: `jira.project.type.${key}.description`,
  icon: '',
  color: '#1868DB',
});

function one(call: Call, among: readonly TypeKey[]): unknown {
  const key = among.find((type) => type === call.param('projectTypeKey'));
  return bean(found(key, 'The project type is not found or not accessible to the user.'));
}

const accessible = (call: Call): TypeKey[] => all.filter((key) => isAccessible(call, key));

/** Whether Jira Service Management is there; the rest of its API is not emulated. */
function serviceInfo({ site }: Call): unknown {
  const built = Date.parse('2026-06-01T00:00:00Z');
  const iso8601 = '2026-06-01T00:00:00+0000';
  return {
    version: '1001.0.0-SNAPSHOT',
    platformVersion: '1001.0.0-SNAPSHOT',
    buildDate: { iso8601, jira: showMoment(built), friendly: '01/Jun/26', epochMillis: built },
    buildChangeSet: 'sandbox',
    isLicensedForUse: site.serviceManagement,
    _links: { self: `${site.baseUrl()}/rest/servicedeskapi/info` },
  };
}

const path = '/project/type';

export const projectTypeRoutes: readonly Route[] = [
  { method: 'GET', path, may: 'anyone', handle: () => all.map(bean) },
  { method: 'GET', path: `${path}/accessible`, handle: (call) => accessible(call).map(bean) },
  {
    method: 'GET',
    path: `${path}/{projectTypeKey}`,
    may: 'anyone',
    handle: (call) => one(call, all),
  },
  {
    method: 'GET',
    path: `${path}/{projectTypeKey}/accessible`,
    handle: (call) => one(call, accessible(call)),
  },
  { method: 'GET', api: 'servicedeskapi', path: '/info', may: 'anyone', handle: serviceInfo },
];
