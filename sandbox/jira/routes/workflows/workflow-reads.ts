import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { type Workflow } from '../../model/config';
import { POST_FUNCTION } from '../../model/workflows/post-functions';
import { workflowOf } from '../../model/fields/screens';
import { statusList, workflowBean } from './workflow-beans';

/** By id, by name, or by who uses them. */
export function readWorkflows(call: Call): unknown {
  const { site } = call;
  const pair = z.object({ projectId: z.string(), issueTypeId: z.string() });
  const shape = z.object({
    workflowIds: z.array(z.string()).optional(),
    workflowNames: z.array(z.string()).optional(),
    projectAndIssueTypes: z.array(pair).optional(),
  });
  const { workflowIds = [], workflowNames = [], projectAndIssueTypes = [] } = call.body(shape);
  const used = projectAndIssueTypes.map(({ projectId, issueTypeId }) =>
    workflowOf(site, site.projects.get(projectId), issueTypeId),
  );
  const found = site.workflows
    .all()
    .filter(
      (one) =>
        workflowIds.includes(one.id) || workflowNames.includes(one.name) || used.includes(one),
    );
  return { statuses: statusList(site, found), workflows: found.map(workflowBean) };
}

export function searchWorkflows(call: Call): unknown {
  const { site } = call;
  const text = (call.query('queryString') ?? '').toLowerCase();
  const active = call.query('isActive');
  const hits = site.workflows
    .all()
    .filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(text))
    .filter((one) => active === undefined || isActive(call, one) === (active === 'true'));
  const found = page(call, hits, workflowBean);
  return { ...found, statuses: statusList(site, hits) };
}

/** Whether the scheme of a project names it. */
function isActive({ site }: Call, { id }: Workflow): boolean {
  return site.projects.all().some(({ workflowSchemeId }) => {
    const { defaultWorkflowId, mappings } = site.workflowSchemes.get(workflowSchemeId);
    return defaultWorkflowId === id || [...mappings.values()].includes(id);
  });
}

/** Of one workflow, or of that of a project and issue type. */
export function capabilities(call: Call): unknown {
  const { site } = call;
  const [workflowId, projectId] = [call.query('workflowId'), call.query('projectId')];
  if (workflowId !== undefined) site.workflows.get(workflowId);
  if (projectId !== undefined) site.projects.get(projectId);
  return {
    editorScope: 'GLOBAL',
    projectTypes: ['software', 'service_desk', 'business'],
    systemRules: [],
    triggerRules: [],
    forgeRules: site.postFunctions.map(({ key, name, description }) => ({
      id: key,
      name,
      description,
      ruleKey: POST_FUNCTION,
      ruleType: 'Function',
    })),
    connectRules: [],
  };
}
