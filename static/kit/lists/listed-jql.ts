import { statusesOf, type Where } from './listed';

/** Which incidents a list shows. */
export type ListQuery = {
  readonly where: Where;
  /** null: those of the project that set-up chose. */
  readonly jql: string | null;
  /** Also those that were over in the last so many hours. */
  readonly resolvedHours: number;
};

/** Those that are going on, and those that were over lately where they are wanted. */
export function activeJql(query: ListQuery): string {
  const { where, resolvedHours } = query;
  const recovered = where.fields.impactRecovered;
  const over =
    resolvedHours > 0 && recovered !== undefined
      ? ` OR (${resolved(where)} AND ${clause(recovered)} >= -${resolvedHours}h)`
      : '';
  return `${which(query)} AND (${active(where)}${over}) ORDER BY created DESC`;
}

/** Those that are over, the last of them first. */
export function lastJql(query: ListQuery): string {
  const recovered = query.where.fields.impactRecovered;
  const order = recovered === undefined ? 'updated' : clause(recovered);
  return `${which(query)} AND ${resolved(query.where)} ORDER BY ${order} DESC`;
}

/** The query as Jira's own search page takes it. */
export function jqlOf(query: ListQuery): string {
  return `${which(query)} AND ${active(query.where)} ORDER BY created DESC`;
}

function which({ where: { projectId, issueTypeId }, jql }: ListQuery): string {
  const own = jql?.replace(/\border\s+by\b[\s\S]*$/i, '').trim();
  return `${own === undefined ? `project = ${projectId}` : `(${own})`} AND issuetype = ${issueTypeId}`;
}

function active(where: Where): string {
  return `status in (${statusesOf(where, 'new', 'fixing').join(', ')})`;
}

function resolved(where: Where): string {
  return `status in (${statusesOf(where, 'resolved').join(', ')})`;
}

/** `customfield_10031` as JQL calls it. */
function clause(field: string): string {
  return `cf[${field.replace('customfield_', '')}]`;
}
