import { requiredText, text } from './payload';

/**
 * The address of what an app wants to go to: an address as it stands, or a target with its ids.
 *
 * @throws Error for a target that the sandbox has no page for.
 */
export function addressOf(data: unknown): string {
  const url = text(data, 'url');
  if (url !== undefined) return url;
  const target = requiredText(data, 'target');
  const id = (key: string) => encodeURIComponent(requiredText(data, key));
  switch (target) {
    case 'issue':
      return `/browse/${id('issueKey')}`;
    case 'dashboard':
      return `/jira/dashboards/${id('dashboardId')}`;
    case 'userProfile':
      return `/jira/people/${id('accountId')}`;
    case 'projectSettingsDetails':
      return `/projects/${id('projectKey')}`;
    case 'contentView':
      return `/wiki/pages/viewpage.action?pageId=${id('contentId')}`;
    case 'contentEdit':
      return `/wiki/pages/editpage.action?pageId=${id('contentId')}`;
    case 'spaceView':
      return `/wiki/spaces/${id('spaceKey')}`;
    case 'module':
      return moduleAddress(data);
    default:
      throw new Error(`The sandbox does not know the navigation target "${target}".`);
  }
}

function moduleAddress(data: unknown): string {
  const key = encodeURIComponent(requiredText(data, 'moduleKey'));
  const project = text(data, 'projectKey');
  return project ? `/projects/${encodeURIComponent(project)}/apps/${key}` : `/jira/apps/${key}`;
}
