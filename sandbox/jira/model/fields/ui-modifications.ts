import { can } from '../permissions';
import { type Site } from '../site';
import {
  type UiModification,
  type UiModificationContext,
  type ViewType,
} from './ui-modification-types';

/** A view that somebody has open. */
export type OpenView = {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly viewType: Exclude<ViewType, 'JSMRequestCreate'>;
};

/** Whether a context covers the view. */
function covers(context: UiModificationContext, view: OpenView): boolean {
  const { projectId, issueTypeId, viewType } = context;
  return (
    (projectId ?? view.projectId) === view.projectId &&
    (issueTypeId ?? view.issueTypeId) === view.issueTypeId &&
    (viewType ?? view.viewType) === view.viewType
  );
}

/** The create dialog of a project: agents of a service project have one of their own. */
export function createViewOf(site: Site, project: string): 'GIC' | 'GICAgentView' {
  return site.projectByKey(project)?.typeKey === 'service_desk' ? 'GICAgentView' : 'GIC';
}

/** What holds for a view that this account has open. */
export function modificationsAt(
  site: Site,
  at: { readonly project: string; readonly issueTypeId: string },
  viewType: OpenView['viewType'],
  accountId: string | null,
): readonly UiModification[] {
  const project = site.projectByKey(at.project);
  if (!project || !can(site, accountId, 'BROWSE_PROJECTS', project)) return [];
  const view = { projectId: project.id, issueTypeId: at.issueTypeId, viewType };
  return site.uiModifications
    .all()
    .filter(({ contexts }) => contexts.some((context) => covers(context, view)));
}
