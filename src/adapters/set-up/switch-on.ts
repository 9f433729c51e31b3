import { route } from '@forge/api';
import { type Site, type StepDone } from '../../ports/site-builder';
import { type Jira } from '../jira-http';
import { needed, projectOf } from './project-of';

/** The project property that the display conditions of manifest.yml read. */
export const MARK = 'incident-response';

/** Marks the project, so that nothing shows itself elsewhere. */
export async function switchOn(jira: Jira, site: Site): Promise<StepDone> {
  const { projectId, projectKey } = projectOf(site);
  await jira(route`/rest/api/3/project/${projectId}/properties/${MARK}`, {
    method: 'PUT',
    body: { enabled: true, issueTypeId: Number(needed(site, 'issueTypeId')) },
  });
  return { how: 'done', what: projectKey };
}
