import { type Bean, userBean } from '../model/beans';
import { type Site } from '../model/site';
import { type Comment, type Issue } from '../model/types';
import { toHtml } from '../values/adf';
import { documentOf } from '../values/documents';
import { checkProperty } from '../values/properties';
import { showMoment } from '../values/moments';
import { badFields } from '../http/refusal';
import { isInternal, visibilityFrom } from './comment-readers';
import { type Actor, tell } from './events';

/** A comment as the API shows it. */
export function commentBean(site: Site, issue: Issue, comment: Comment, expand?: string): Bean {
  return {
    self: site.self(`issue/${issue.id}/comment/${comment.id}`),
    id: comment.id,
    author: userBean(site, comment.authorId),
    body: comment.body,
    ...(expand === 'renderedBody' ? { renderedBody: toHtml(comment.body) } : {}),
    updateAuthor: userBean(site, comment.updateAuthorId),
    created: showMoment(comment.created),
    updated: showMoment(comment.updated),
    ...(comment.visibility === undefined ? {} : { visibility: comment.visibility }),
    jsdPublic: !isInternal(comment),
    ...(expand === 'properties' ? { properties: propertyList(comment) } : {}),
  };
}

const propertyList = ({ properties }: Comment): unknown[] =>
  [...properties].map(([key, value]) => ({ key, value }));

export type NewComment = {
  readonly body?: unknown;
  readonly visibility?: unknown;
  readonly properties?: readonly { key: string; value?: unknown }[] | undefined;
};

/** Adds a comment and tells of it. @throws {Refusal} 400 when the body is no document. */
export function addComment(site: Site, actor: Actor, issue: Issue, sent: NewComment): Comment {
  checkSent(sent);
  const visibility = visibilityFrom(site, actor.accountId, issue, sent.visibility);
  const comment: Comment = {
    id: String(site.nextId()),
    authorId: actor.accountId,
    updateAuthorId: actor.accountId,
    created: site.now(),
    updated: site.now(),
    body: sent.body,
    visibility,
    properties: new Map((sent.properties ?? []).map(({ key, value }) => [key, value])),
  };
  issue.comments.push(comment);
  issue.updated = site.now();
  tellComment(site, actor, issue, comment);
  return comment;
}

export function editComment(
  site: Site,
  actor: Actor,
  issue: Issue,
  comment: Comment,
  sent: NewComment,
): void {
  checkSent(sent);
  // What an edit does not say stays as it was.
  if (sent.visibility !== undefined)
    comment.visibility = visibilityFrom(site, actor.accountId, issue, sent.visibility);
  comment.body = sent.body;
  comment.updated = site.now();
  comment.updateAuthorId = actor.accountId;
  for (const { key, value } of sent.properties ?? []) comment.properties.set(key, value);
  issue.updated = site.now();
  tellComment(site, actor, issue, comment);
}

function checkSent({ body, properties = [] }: NewComment): void {
  for (const { key, value } of properties) checkProperty(key, value);
  if (body === undefined || body === '')
    throw badFields({ comment: 'Comment body can not be empty!' });
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badFields({ comment: 'Comment body is not valid!' });
  documentOf(body, 'comment');
}

export function tellComment(
  site: Site,
  actor: Actor,
  issue: Issue,
  comment: Comment,
  name = 'avi:jira:commented:issue',
): void {
  tell(site, actor, name, issue, {
    associatedUsers: [{ accountId: actor.accountId }],
    comment: commentBean(site, issue, comment),
  });
}
