import { type Route } from '../http/route';
import { appFieldRoutes } from './app-fields';
import { archiveRoutes } from './archive';
import { attachmentRoutes } from './attachments';
import { bulkRoutes } from './bulk';
import { commentRoutes } from './comments';
import { createMetaRoutes } from './create-meta';
import { dashboardGadgetRoutes } from './dashboard-gadgets';
import { dashboardRoutes } from './dashboards';
import { entityPropertyRoutes } from './entity-properties';
import { fieldAssociationRoutes } from './field-associations';
import { fieldConfigurationRoutes } from './field-configurations';
import { fieldContextRoutes } from './field-contexts';
import { fieldOptionRoutes } from './field-options';
import { fieldSchemeRoutes } from './field-schemes';
import { fieldRoutes } from './fields';
import { filterRoutes } from './filters';
import { groupRoutes } from './groups';
import { issueTypeRoutes } from './issue-types';
import { issueRoutes } from './issues';
import { jqlRoutes } from './jql';
import { linkRoutes } from './links';
import { manyIssuesRoutes } from './many-issues';
import { manyPropertiesRoutes } from './many-properties';
import { miscRoutes } from './misc';
import { peopleRoutes } from './people';
import { permissionSchemeRoutes } from './permission-schemes';
import { permissionRoutes } from './permissions';
import { projectTypeRoutes } from './project-types';
import { projectRoutes } from './projects';
import { requestTypeRoutes } from './request-types';
import { requestRoutes } from './requests';
import { roleRoutes } from './roles';
import { screenSchemeRoutes } from './screen-schemes';
import { screenRoutes } from './screens';
import { searchRoutes } from './search';
import { securitySchemeRoutes } from './security-schemes';
import { serviceDeskRoutes } from './service-desks';
import { statusRoutes } from './statuses';
import { uiModificationRoutes } from './ui-modifications';
import { workflowSchemeRoutes } from './workflow-schemes';
import { workflowRoutes } from './workflows';

/** Every call that the sandbox's Jira answers. */
export const ROUTES: readonly Route[] = [
  ...peopleRoutes,
  ...groupRoutes,
  ...permissionRoutes,
  ...permissionSchemeRoutes,
  ...projectRoutes,
  ...projectTypeRoutes,
  ...roleRoutes,
  ...issueTypeRoutes,
  ...statusRoutes,
  ...workflowRoutes,
  ...workflowSchemeRoutes,
  ...fieldRoutes,
  ...fieldAssociationRoutes,
  ...fieldContextRoutes,
  ...fieldOptionRoutes,
  ...screenRoutes,
  ...screenSchemeRoutes,
  ...createMetaRoutes,
  ...issueRoutes,
  ...archiveRoutes,
  ...commentRoutes,
  ...attachmentRoutes,
  ...linkRoutes,
  ...entityPropertyRoutes,
  ...appFieldRoutes,
  ...searchRoutes,
  ...bulkRoutes,
  ...fieldConfigurationRoutes,
  ...fieldSchemeRoutes,
  ...filterRoutes,
  ...jqlRoutes,
  ...manyIssuesRoutes,
  ...manyPropertiesRoutes,
  ...securitySchemeRoutes,
  ...dashboardRoutes,
  ...dashboardGadgetRoutes,
  ...serviceDeskRoutes,
  ...requestTypeRoutes,
  ...requestRoutes,
  ...uiModificationRoutes,
  ...miscRoutes,
];
