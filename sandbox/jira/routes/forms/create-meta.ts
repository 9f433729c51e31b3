import { type Call } from '../../http/call';
import { slice } from '../../http/paging';
import { forbidden, found } from '../../http/refusal';
import { type Route } from '../../http/route';
import { visibleProject } from '../../model/access';
import { issueTypeBean } from '../../model/beans';
import { can } from '../../model/permissions';
import { type IssueType, type Project } from '../../model/types';
import { createFields } from '../../issues/meta';

/** As many as a page holds. */
const MOST = 200;

function projectFor(call: Call): Project {
  const project = visibleProject(call, call.param('projectIdOrKey'));
  if (!can(call.site, call.who, 'CREATE_ISSUES', project))
    throw forbidden('You do not have permission to create issues in this project.');
  return project;
}

const typesOf = (call: Call, project: Project): IssueType[] =>
  call.site.issueTypeSchemes
    .get(project.issueTypeSchemeId)
    .issueTypeIds.map((id) => call.site.issueTypes.get(id));

function types(call: Call): unknown {
  const all = typesOf(call, projectFor(call));
  const issueTypes = slice(call, all, 50, MOST).map((type) => issueTypeBean(call.site, type));
  return { ...place(call, all.length), issueTypes };
}

function fields(call: Call): unknown {
  const project = projectFor(call);
  const wanted = call.param('issueTypeId');
  const type = found(
    typesOf(call, project).find(({ id }) => id === wanted),
    'The issue type does not exist in this project.',
  );
  const all = createFields(call.site, project, type.id);
  return { ...place(call, all.length), fields: slice(call, all, 50, MOST) };
}

const place = (call: Call, total: number): Record<string, number> => ({
  startAt: call.number('startAt', 0),
  maxResults: Math.min(call.number('maxResults', 50), MOST),
  total,
});

export const createMetaRoutes: readonly Route[] = [
  { method: 'GET', path: '/issue/createmeta/{projectIdOrKey}/issuetypes', handle: types },
  {
    method: 'GET',
    path: '/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
    handle: fields,
  },
];
