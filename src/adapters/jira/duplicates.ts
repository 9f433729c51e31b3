import { route } from '@forge/api';
import { type Duplicates } from '../../ports/incident/duplicates';
import { type Jira } from './http';
import { linkTypes } from './link-types';

/** Jira's link type "Duplicate", by its name or, where that is translated, by what it says of the duplicate. */
const MEANS_DUPLICATE = /duplicat|dupliziert|duplikat/i;

export function jiraDuplicates(jira: Jira): Duplicates {
  return {
    async link(duplicate, original) {
      const types = await linkTypes(jira);
      const type =
        types.find(({ name }) => name === 'Duplicate') ??
        types.find(({ name, outward }) => MEANS_DUPLICATE.test(`${name} ${outward}`));
      if (!type) return 'no-link-type';
      // In Jira's words the inward issue is the one that the outward sentence ("duplicates") is said of.
      const body = {
        type: { id: type.id },
        inwardIssue: { id: duplicate.id },
        outwardIssue: { id: original.id },
      };
      await jira(route`/rest/api/3/issueLink`, { method: 'POST', body });
      return 'linked';
    },
  };
}
