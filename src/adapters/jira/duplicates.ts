import { route } from '@forge/api';
import { z } from 'zod';
import { type Incident, type IncidentId } from '../../domain/incident/incident';
import { type Duplicates } from '../../ports/incident/duplicates';
import { type Jira } from './http';
import { linkTypes } from './link-types';

/** Jira's link type "Duplicate", by its name or, where that is translated, by what it says of the duplicate. */
const MEANS_DUPLICATE = /duplicat|dupliziert|duplikat/i;

const Linked = z.object({
  fields: z.object({
    issuelinks: z.array(
      z.object({
        id: z.string(),
        type: z.object({ id: z.string(), name: z.string(), outward: z.string() }),
        outwardIssue: z.object({ id: z.string() }).optional(),
      }),
    ),
  }),
});
type Type = { readonly name: string; readonly outward: string };

export function jiraDuplicates(jira: Jira): Duplicates {
  return {
    async link(duplicate, original) {
      const types = await linkTypes(jira);
      const type = types.find(({ name }) => name === 'Duplicate') ?? types.find(meansDuplicate);
      if (!type) return 'no-link-type';
      if ((await linksTo(jira, duplicate, original.id)).length > 0) return 'was-linked';
      // In Jira's words the inward issue is the one that the outward sentence ("duplicates") is said of.
      const body = {
        type: { id: type.id },
        inwardIssue: { id: duplicate.id },
        outwardIssue: { id: original.id },
      };
      await jira(route`/rest/api/3/issueLink`, { method: 'POST', body });
      return 'linked';
    },
    async unlink(duplicate, original) {
      for (const id of await linksTo(jira, duplicate, original))
        await jira(route`/rest/api/3/issueLink/${id}`, { method: 'DELETE' });
    },
  };
}

function meansDuplicate({ name, outward }: Type): boolean {
  return MEANS_DUPLICATE.test(`${name} ${outward}`);
}

/** The links that say that this one duplicates that one. */
async function linksTo(
  jira: Jira,
  duplicate: Incident,
  original: IncidentId,
): Promise<readonly string[]> {
  const { fields } = Linked.parse(
    await jira(route`/rest/api/3/issue/${duplicate.id}?fields=issuelinks`),
  );
  return fields.issuelinks
    .filter(({ type, outwardIssue }) => meansDuplicate(type) && outwardIssue?.id === original)
    .map(({ id }) => id);
}
