import { get, post, put, request } from './http';
import type {
  AdfNode,
  ChangeGroup,
  Comment,
  Field,
  FieldMeta,
  Filter,
  Issue,
  IssueType,
  Project,
  Transition,
  User,
} from './types';

/** Calls of Jira's public REST API, as a client of the real one would make them. All throw SiteError. */

const api = '/rest/api/3';
const enc = encodeURIComponent;

export function readIssue(key: string): Promise<Issue> {
  const expand = 'names,schema,renderedFields,editmeta';
  return get(`${api}/issue/${enc(key)}?fields=*all&expand=${expand}`);
}

export async function readTransitions(key: string): Promise<readonly Transition[]> {
  const answer = await get<{ transitions: Transition[] }>(
    `${api}/issue/${enc(key)}/transitions?expand=transitions.fields`,
  );
  return answer.transitions;
}

/** Moves an issue; `fields` as the transition's screen asks for them. Not safe to repeat. */
export function transition(key: string, id: string, fields: Record<string, unknown> = {}) {
  const body = { transition: { id }, ...(Object.keys(fields).length > 0 ? { fields } : {}) };
  return post(`${api}/issue/${enc(key)}/transitions`, body);
}

export function editIssue(key: string, fields: Record<string, unknown>): Promise<unknown> {
  return put(`${api}/issue/${enc(key)}`, { fields });
}

export function assign(key: string, accountId: string | null): Promise<unknown> {
  return put(`${api}/issue/${enc(key)}/assignee`, { accountId });
}

export function createIssue(fields: Record<string, unknown>): Promise<{ id: string; key: string }> {
  return post(`${api}/issue`, { fields });
}

export async function readComments(key: string): Promise<readonly Comment[]> {
  const answer = await get<{ comments: Comment[] }>(
    `${api}/issue/${enc(key)}/comment?orderBy=-created&maxResults=100`,
  );
  return answer.comments;
}

export function addComment(key: string, body: AdfNode): Promise<unknown> {
  return post(`${api}/issue/${enc(key)}/comment`, { body });
}

/** Newest first. */
export async function readChangelog(key: string): Promise<readonly ChangeGroup[]> {
  const answer = await get<{ values: ChangeGroup[] }>(
    `${api}/issue/${enc(key)}/changelog?maxResults=100`,
  );
  return [...answer.values].sort((a, b) => (a.created < b.created ? 1 : -1));
}

export async function readProjects(): Promise<readonly Project[]> {
  const answer = await get<{ values: Project[] }>(`${api}/project/search?maxResults=50`);
  return answer.values;
}

export async function readIssueTypes(project: string): Promise<readonly IssueType[]> {
  const answer = await get<{ issueTypes?: IssueType[]; values?: IssueType[] }>(
    `${api}/issue/createmeta/${enc(project)}/issuetypes?maxResults=200`,
  );
  return answer.issueTypes ?? answer.values ?? [];
}

/** The fields of the create screen, in its order. */
export async function readCreateFields(
  project: string,
  issueType: string,
): Promise<readonly FieldMeta[]> {
  const answer = await get<{ fields?: FieldMeta[]; values?: FieldMeta[] }>(
    `${api}/issue/createmeta/${enc(project)}/issuetypes/${enc(issueType)}?maxResults=200`,
  );
  return answer.fields ?? answer.values ?? [];
}

/** People who match what has been typed; those who may be assigned when `project` or `issue` is given. */
export function findPeople(
  query: string,
  at: { project?: string; issue?: string } = {},
): Promise<readonly User[]> {
  const where = at.issue
    ? `&issueKey=${enc(at.issue)}`
    : at.project
      ? `&project=${enc(at.project)}`
      : '';
  const path = where ? '/user/assignable/search' : '/user/search';
  return get(`${api}${path}?query=${enc(query)}&maxResults=20${where}`);
}

export function readFields(): Promise<readonly Field[]> {
  return get(`${api}/field`);
}

export type SearchPage = {
  readonly issues: readonly Issue[];
  readonly nextPageToken?: string;
  readonly isLast?: boolean;
};

export function search(
  jql: string,
  fields: readonly string[],
  nextPageToken?: string,
): Promise<SearchPage> {
  return post(`${api}/search/jql`, {
    jql,
    fields,
    expand: 'renderedFields',
    maxResults: 50,
    ...(nextPageToken === undefined ? {} : { nextPageToken }),
  });
}

export async function approximateCount(jql: string): Promise<number> {
  const answer = await post<{ count: number }>(`${api}/search/approximate-count`, { jql });
  return answer.count;
}

export function deleteIssue(key: string): Promise<unknown> {
  return request('DELETE', `${api}/issue/${enc(key)}`);
}

export const readFilter = (id: string) => get<Filter>(`${api}/filter/${enc(id)}`);
/** The filters that this person has starred. */
export const readStarred = () => get<readonly Filter[]>(`${api}/filter/favourite`);
export const starFilter = (id: string, starred: boolean) =>
  request(starred ? 'PUT' : 'DELETE', `${api}/filter/${enc(id)}/favourite`);
