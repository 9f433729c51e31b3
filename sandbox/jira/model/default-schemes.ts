import { type Screen } from './config';
import { systemFields } from './fields/field-homes';
import { PROJECT_PERMISSIONS } from './permissions';
import { type Site } from './site';
import { type Grant, type PermissionScheme } from './types';

/** Grants that only administrators of a project get by default. */
const FOR_ADMINS = new Set([
  'ADMINISTER_PROJECTS',
  'MODIFY_REPORTER',
  'DELETE_ISSUES',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'SET_ISSUE_SECURITY',
]);

export const DEFAULTS = {
  permissionScheme: 0,
  issueTypeScheme: '10000',
  fieldConfiguration: 10_000,
  fieldScheme: 10_000,
  workflow: 'jira',
};

/** The schemes that a project falls back to. */
export function addDefaultSchemes(site: Site): void {
  addPermissionScheme(
    site,
    DEFAULTS.permissionScheme,
    'Default Permission Scheme',
    defaultGrants(),
  );
  const typeSchemeId = String(site.issueTypeSchemes.nextId());
  site.issueTypeSchemes.put(typeSchemeId, {
    id: typeSchemeId,
    name: 'Default Issue Type Scheme',
    description: 'Default issue type scheme is the list of global issue types.',
    defaultIssueTypeId: undefined,
    isDefault: true,
    issueTypeIds: site.issueTypes.all().map(({ id }) => id),
  });
  const configurationId = site.fieldConfigurations.nextId();
  site.fieldConfigurations.put(configurationId, {
    id: configurationId,
    name: 'Default Field Configuration',
    description: 'The default field configuration description',
    isDefault: true,
    items: new Map(),
    fields: new Set(),
  });
  const schemeId = site.fieldSchemes.nextId();
  site.fieldSchemes.put(schemeId, {
    id: schemeId,
    name: 'Default Field Scheme',
    description: '',
    isDefault: true,
    fields: systemFields(site),
  });
}

function defaultGrants(): Omit<Grant, 'id'>[] {
  return PROJECT_PERMISSIONS.map((permission) => ({
    permission,
    holder: FOR_ADMINS.has(permission)
      ? { type: 'projectRole', parameter: '10002', value: '10002' }
      : { type: 'applicationRole' },
  }));
}

export function addPermissionScheme(
  site: Site,
  id: number,
  name: string,
  grants: readonly Omit<Grant, 'id'>[],
  description = '',
): PermissionScheme {
  return site.permissionSchemes.put(id, {
    id,
    name,
    description,
    grants: grants.map((grant) => ({ ...grant, id: site.nextId() })),
  });
}

/** @param id absent: the next. */
export function addScreen(
  site: Site,
  name: string,
  fields: readonly string[],
  id = site.screens.nextId(),
  description = '',
): Screen {
  const tab = { id: site.screenTabs.nextId(), name: 'Field Tab', fields: [...fields] };
  const screen = { id, name, description, tabs: [tab] };
  site.screenTabs.put(tab.id, screen);
  return site.screens.put(id, screen);
}
