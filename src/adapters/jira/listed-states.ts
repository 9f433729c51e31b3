import { route } from '@forge/api';
import { type IncidentId } from '../../domain/incident/incident';
import { type ListedStates } from '../../ports/incident/listed-states';
import { type Jira } from './http';
import { LogMarkShape } from '../store/shapes/entry';

/** The issue properties `incident`, which manifest.yml has indexed for JQL, and `incident-log`, which pages look at. */
export function jiraListedStates(jiraAsApp: Jira): ListedStates {
  const put = async (id: IncidentId, property: 'incident' | 'incident-log', body: object) => {
    await jiraAsApp(route`/rest/api/3/issue/${id}/properties/${property}`, { method: 'PUT', body });
  };
  return {
    write: (id, listed) => put(id, 'incident', listed),
    mark: (id, seq) => put(id, 'incident-log', LogMarkShape.stored({ seq })),
  };
}
