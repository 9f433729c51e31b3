import { ASSOCIATION_PROSE } from './associations';
import { CONFLUENCE_PROSE } from './confluence';
import { FIELD_PROSE } from './fields';
import { ISSUE_PROSE } from './issues';
import { PROJECT_PROSE } from './projects';
import { type Prose } from './prose';
import { SCHEME_PROSE } from './schemes';
import { SEARCH_PROSE } from './searches';
import { SERVICE_PROSE } from './service';
import { WORKFLOW_PROSE } from './workflows';

export type { Prose } from './prose';

/** For every call of a product's API that the app makes: what its text demands. */
export const PROSE: readonly Prose[] = [
  ...ISSUE_PROSE,
  ...SEARCH_PROSE,
  ...PROJECT_PROSE,
  ...FIELD_PROSE,
  ...ASSOCIATION_PROSE,
  ...SCHEME_PROSE,
  ...WORKFLOW_PROSE,
  ...SERVICE_PROSE,
  ...CONFLUENCE_PROSE,
];

const byCall = new Map(PROSE.map((one) => [one.call, one]));

/** What is known of the text of a call; undefined for one that the app does not make. */
export function proseOf(method: string, path: string): Prose | undefined {
  return byCall.get(`${method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`);
}
