import { type Call } from '../http/call';
import { found } from '../http/refusal';
import { type Route } from '../http/route';
import { type Project } from '../model/types';
import { showMoment } from '../values/moments';

type TypeKey = Project['typeKey'];

/** Which templates belong to a type of project. */
export const TEMPLATES: Readonly<Record<TypeKey, RegExp>> = {
  software: /^com\.pyxis\.greenhopper\.jira:/,
  service_desk: /^com\.atlassian\.servicedesk:/,
  business: /^com\.atlassian\.jira-core-project-templates:/,
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
