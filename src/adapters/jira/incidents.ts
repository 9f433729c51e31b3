import { route } from '@forge/api';
import { TIME_NAMES, type ImpactTimes } from '../../domain/clocks/clocks';
import { IncidentError } from '../../domain/errors';
import { type Incident, type IncidentId } from '../../domain/incident/incident';
import { keeps } from '../../domain/time';
import { type Incidents } from '../../ports/incident/incidents';
import { type SiteMap, type SiteMaps } from '../../ports/set-up/site-map';
import { type Jira } from './http';
import { incidentFrom, Transitions } from './issue';
import { jiraMoment } from './moment';

/**
 * Incidents as Jira issues, through this identity's eyes.
 *
 * The issue and the map of its fields are asked for at the same time: that is why all fields are read but the
 * long ones, instead of the few whose ids only the map knows.
 */
export function jiraIncidents(jira: Jira, siteMaps: SiteMaps): Incidents {
  return {
    async get(id) {
      const [issue, map] = await Promise.all([readIssue(jira, id), siteMaps.get()]);
      return incidentFrom(issue, map);
    },
    async setTimes(incident, times) {
      const fields = changedTimes(incident.times, times, await siteMaps.get());
      if (Object.keys(fields).length === 0) return;
      await jira(route`/rest/api/3/issue/${incident.id}`, { method: 'PUT', body: { fields } });
    },
    async setSeverity(incident, severity) {
      const { fields, severities } = await siteMaps.get();
      const option = Object.keys(severities).find((id) => severities[id] === severity);
      if (option === undefined) {
        const subject = String(severity);
        throw new IncidentError('not-set-up', `No option stands for ${severity}`, { subject });
      }
      const body = { fields: { [fields.severity]: { id: option } } };
      await jira(route`/rest/api/3/issue/${incident.id}`, { method: 'PUT', body });
    },
    async assign(incident, person) {
      await jira(route`/rest/api/3/issue/${incident.id}/assignee`, {
        method: 'PUT',
        body: { accountId: person },
      });
    },
    async moveTo(incident, phase) {
      if (incident.phase === phase) return;
      const { phases } = await siteMaps.get();
      const transition = await transitionTo(jira, incident, (status) => phases[status] === phase);
      await jira(route`/rest/api/3/issue/${incident.id}/transitions`, {
        method: 'POST',
        body: { transition: { id: transition } },
      });
    },
  };
}

/** All fields but the long ones. Spelled out in the route, where the scope linter can read it. */
function readIssue(jira: Jira, id: IncidentId): Promise<unknown> {
  return jira(
    route`/rest/api/3/issue/${id}?fields=*all,-description,-comment,-worklog,-attachment,-issuelinks,-subtasks&properties=incident`,
  );
}

/** What its fields do not keep already, as well as they can. */
function changedTimes(before: ImpactTimes, after: ImpactTimes, { fields }: SiteMap) {
  const changed = TIME_NAMES.filter((name) => !keeps(before[name], after[name]));
  return Object.fromEntries(
    changed.map((name) => {
      const moment = after[name];
      return [fields[name], moment === undefined ? null : jiraMoment(moment)];
    }),
  );
}

async function transitionTo(
  jira: Jira,
  incident: Incident,
  leadsThere: (statusId: string) => boolean,
): Promise<string> {
  const answer = await jira(route`/rest/api/3/issue/${incident.id}/transitions`);
  const found = Transitions.parse(answer).transitions.find(({ to }) => leadsThere(to.id));
  if (!found) {
    throw new IncidentError('refused', `No transition leads there from ${incident.phase}`);
  }
  return found.id;
}
