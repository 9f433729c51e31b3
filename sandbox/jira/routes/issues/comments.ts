import { type Call } from '../../http/call';
import { badRequest, forbidden, found } from '../../http/refusal';
import { created, noContent, type Route } from '../../http/route';
import { slice } from '../../http/paging';
import { demand, projectOf, visibleIssue } from '../../model/access';
import { can } from '../../model/permissions';
import { type Comment, type Issue } from '../../model/types';
import {
  addComment,
  commentBean,
  editComment,
  type NewComment,
  tellComment,
} from '../../issues/comments';
import { commentsFor } from '../../issues/comment-readers';
import { actorOf } from '../../issues/create';

const sentComment = (call: Call): NewComment => {
  if (typeof call.json !== 'object' || call.json === null)
    throw badRequest('Comment body can not be empty!');
  return call.json;
};

function commentOf(call: Call, issue: Issue): Comment {
  const id = call.param('id');
  const comment = commentsFor(call.site, call.who, issue).find((one) => one.id === id);
  return found(comment, `Can not find a comment for the id: ${id}.`);
}

/** As many as a page holds, and unless asked for fewer. */
const PAGE = 100;

function list(call: Call): unknown {
  const issue = visibleIssue(call);
  const orderBy = call.query('orderBy') ?? 'created';
  if (!/^[+ -]?created$/.test(orderBy))
    throw badRequest(`Comments can be ordered by created, not by '${orderBy}'.`);
  const seen = commentsFor(call.site, call.who, issue);
  const all = orderBy.startsWith('-') ? seen.toReversed() : seen;
  return {
    startAt: call.number('startAt', 0),
    maxResults: Math.min(call.number('maxResults', PAGE), PAGE),
    total: all.length,
    comments: slice(call, all, PAGE, PAGE).map((comment) =>
      commentBean(call.site, issue, comment, call.query('expand')),
    ),
  };
}

function add(call: Call): unknown {
  const issue = visibleIssue(call);
  demand(call, 'ADD_COMMENTS', issue, 'You do not have the permission to comment on this issue.');
  const comment = addComment(call.site, actorOf(call), issue, sentComment(call));
  return created(commentBean(call.site, issue, comment, call.query('expand')));
}

function edit(call: Call): unknown {
  const issue = visibleIssue(call);
  const comment = commentOf(call, issue);
  checkOwn(call, issue, comment, 'EDIT');
  editComment(call.site, actorOf(call), issue, comment, sentComment(call));
  return commentBean(call.site, issue, comment, call.query('expand'));
}

function remove(call: Call): unknown {
  const issue = visibleIssue(call);
  const comment = commentOf(call, issue);
  checkOwn(call, issue, comment, 'DELETE');
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  issue.updated = call.site.now();
  tellComment(call.site, actorOf(call), issue, comment, 'avi:jira:deleted:comment');
  return noContent();
}

function checkOwn(call: Call, issue: Issue, { authorId }: Comment, verb: 'EDIT' | 'DELETE'): void {
  const project = projectOf(call.site, issue);
  const may = (permission: string): boolean => can(call.site, call.who, permission, project, issue);
  const own = authorId === call.me.accountId && may(`${verb}_OWN_COMMENTS`);
  if (!own && !may(`${verb}_ALL_COMMENTS`))
    throw forbidden(`You do not have the permission to ${verb.toLowerCase()} this comment.`);
}

export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}/comment',
    handle: list,
  },
  {
    method: 'POST',
    path: '/issue/{issueIdOrKey}/comment',
    missing: 'the words for a role or group that is not there are likely, not known',
    handle: add,
  },
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}/comment/{id}',
    handle: (call) => {
      const issue = visibleIssue(call);
      return commentBean(call.site, issue, commentOf(call, issue), call.query('expand'));
    },
  },
  { method: 'PUT', path: '/issue/{issueIdOrKey}/comment/{id}', handle: edit },
  { method: 'DELETE', path: '/issue/{issueIdOrKey}/comment/{id}', handle: remove },
];
