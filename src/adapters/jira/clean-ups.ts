import { route } from '@forge/api';
import { z } from 'zod';
import { type CleanUps } from '../../ports/response/clean-ups';
import { type Jira } from './http';
import { linkTypes } from './link-types';

/** Tells the issue of a wish from all others; declared in manifest.yml, so that a search finds it. */
const PROPERTY = 'incident-clean-up';

const Made = z.object({ key: z.string() });
const Found = z.object({ issues: z.array(Made) });
/** Jira's link type "Relates", by its name or, where that is translated, by what it says in both directions. */
const RELATES = /relate|bezieht sich|verwandt|hängt zusammen/i;

export function jiraCleanUps(jira: Jira): CleanUps {
  return {
    async find(id) {
      // Whoever edits an issue can write the mark of a wish on it; nobody can write that another made it.
      const jql = `issue.property[${PROPERTY}].wish = "${id}" AND creator = currentUser()`;
      const body = { jql, maxResults: 1, fields: ['key'] };
      const answer = await jira(route`/rest/api/3/search/jql`, { method: 'POST', body });
      return Found.parse(answer).issues[0]?.key;
    },
    async make({ id, summary, project, issueType }, incident) {
      const fields = { project: { id: project }, issuetype: { id: issueType }, summary };
      const properties = [{ key: PROPERTY, value: { wish: id, incident: incident.id } }];
      const body = { fields, properties };
      return Made.parse(await jira(route`/rest/api/3/issue`, { method: 'POST', body })).key;
    },
    async link(key, incident) {
      const types = await linkTypes(jira);
      const type =
        types.find(({ name }) => name === 'Relates') ??
        types.find(({ inward, outward }) => inward === outward && RELATES.test(outward));
      if (!type) return 'no-link-type';
      // Jira asks for the right to link at the outward issue: whoever may edit the incident has it there rather than elsewhere.
      const body = {
        type: { id: type.id },
        inwardIssue: { key },
        outwardIssue: { id: incident.id },
      };
      await jira(route`/rest/api/3/issueLink`, { method: 'POST', body });
      return 'linked';
    },
  };
}
