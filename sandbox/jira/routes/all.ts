import { type Route } from '../http/route';
import { appFieldRoutes } from './fields/app-fields';
import { archiveRoutes } from './issues/archive';
import { attachmentRoutes } from './issues/attachments';
import { bulkRoutes } from './issues/bulk';
import { commentRoutes } from './issues/comments';
import { createMetaRoutes } from './forms/create-meta';
import { dashboardGadgetRoutes } from './shared/dashboard-gadgets';
import { dashboardRoutes } from './shared/dashboards';
import { entityPropertyRoutes } from './issues/entity-properties';
import { fieldAssociationRoutes } from './fields/field-associations';
import { fieldConfigurationRoutes } from './fields/field-configurations';
import { fieldContextRoutes } from './fields/field-contexts';
import { fieldOptionRoutes } from './fields/field-options';
import { fieldSchemeRoutes } from './fields/field-schemes';
import { fieldRoutes } from './fields/fields';
import { filterRoutes } from './shared/filters';
import { groupRoutes } from './people/groups';
import { issueTypeRoutes } from './projects/issue-types';
import { issueRoutes } from './issues/issues';
import { jqlRoutes } from './issues/jql';
import { linkRoutes } from './issues/links';
import { manyIssuesRoutes } from './issues/many-issues';
import { manyPropertiesRoutes } from './issues/many-properties';
import { miscRoutes } from './misc';
import { peopleRoutes } from './people/people';
import { permissionSchemeRoutes } from './people/permission-schemes';
import { permissionRoutes } from './people/permissions';
import { projectTypeRoutes } from './projects/project-types';
import { projectRoutes } from './projects/projects';
import { requestTypeRoutes } from './service/request-types';
import { requestRoutes } from './service/requests';
import { roleRoutes } from './people/roles';
import { screenSchemeRoutes } from './forms/screen-schemes';
import { screenRoutes } from './forms/screens';
import { searchRoutes } from './issues/search';
import { securitySchemeRoutes } from './people/security-schemes';
import { serviceDeskRoutes } from './service/service-desks';
import { statusRoutes } from './workflows/statuses';
import { uiModificationRoutes } from './forms/ui-modifications';
import { workflowSchemeRoutes } from './workflows/workflow-schemes';
import { workflowRoutes } from './workflows/workflows';

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
