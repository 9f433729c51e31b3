import { type Route } from '../http/route';
import { appFieldRoutes } from './app-fields';
import { commentRoutes } from './comments';
import { createMetaRoutes } from './create-meta';
import { entityPropertyRoutes } from './entity-properties';
import { fieldContextRoutes } from './field-contexts';
import { fieldOptionRoutes } from './field-options';
import { fieldRoutes } from './fields';
import { groupRoutes } from './groups';
import { issueTypeRoutes } from './issue-types';
import { issueRoutes } from './issues';
import { linkRoutes } from './links';
import { miscRoutes } from './misc';
import { peopleRoutes } from './people';
import { permissionSchemeRoutes } from './permission-schemes';
import { permissionRoutes } from './permissions';
import { projectRoutes } from './projects';
import { roleRoutes } from './roles';
import { screenSchemeRoutes } from './screen-schemes';
import { screenRoutes } from './screens';
import { statusRoutes } from './statuses';
import { workflowSchemeRoutes } from './workflow-schemes';
import { workflowRoutes } from './workflows';

/** Every call that the sandbox's Jira answers. */
export const ROUTES: readonly Route[] = [
  ...peopleRoutes,
  ...groupRoutes,
  ...permissionRoutes,
  ...permissionSchemeRoutes,
  ...projectRoutes,
  ...roleRoutes,
  ...issueTypeRoutes,
  ...statusRoutes,
  ...workflowRoutes,
  ...workflowSchemeRoutes,
  ...fieldRoutes,
  ...fieldContextRoutes,
  ...fieldOptionRoutes,
  ...screenRoutes,
  ...screenSchemeRoutes,
  ...createMetaRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...linkRoutes,
  ...entityPropertyRoutes,
  ...appFieldRoutes,
  ...miscRoutes,
];
