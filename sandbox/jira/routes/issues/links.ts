import { z } from 'zod';
import { type Call } from '../../http/call';
import { badFields, badRequest, found, issueNotFound, notFound } from '../../http/refusal';
import { Answer, created, noContent, type Route } from '../../http/route';
import { demand, projectOf, visibleIssue } from '../../model/access';
import { issueStub, linkTypeBean } from '../../model/beans';
import { can } from '../../model/permissions';
import { type Issue, type IssueLink, type RemoteLink } from '../../model/types';
import { addComment } from '../../issues/comments';
import { actorOf } from '../../issues/create';
import { addLink, removeLink } from '../../issues/links';

const end = z.object({ id: z.string().optional(), key: z.string().optional() }).loose();
const newLink = z.strictObject({
  type: z.object({ id: z.string().optional(), name: z.string().optional() }).loose(),
  inwardIssue: end,
  outwardIssue: end,
  comment: z.looseObject({}).nullish(),
});

/** Jira's words are confusing: `inwardIssue` is the source, the one that "blocks". */
function create(call: Call): Answer {
  const sent = call.body(newLink);
  const type = call.site.linkTypes.where(
    ({ id, name }) => id === sent.type.id || name === sent.type.name,
  );
  const [source, destination] = [sent.inwardIssue, sent.outwardIssue].map((one) =>
    visibleIssue(call, one.key ?? one.id ?? ''),
  );
  const kind = found(type, `No issue link type with name '${sent.type.name ?? ''}' found.`);
  if (!source || !destination) throw new Error('two ends give two issues');
  // As published: the right is asked at the outward issue, and whoever lacks it is answered as if there were no issue.
  if (!mayLink(call, destination)) throw issueNotFound();
  if (source === destination) throw badRequest('You cannot link an issue to itself.');
  // Without the comment there is no link either.
  if (sent.comment) addComment(call.site, actorOf(call), destination, sent.comment);
  addLink(call.site, actorOf(call), kind, source, destination);
  return new Answer(201);
}

function linkOf(call: Call): IssueLink {
  const id = call.param('linkId');
  const link = found(call.site.issueLinks.find(id), `No issue link with id '${id}' exists.`);
  visibleIssue(call, link.inwardId);
  visibleIssue(call, link.outwardId);
  return link;
}

const mayLink = (call: Call, issue: Issue): boolean =>
  can(call.site, call.who, 'LINK_ISSUES', projectOf(call.site, issue), issue);

/** Whoever may link in the project of one end. @throws {Refusal} 404 for anybody else */
function remove(call: Call): Answer {
  const link = linkOf(call);
  const ends = [link.inwardId, link.outwardId].map((id) => call.site.issues.get(id));
  if (!ends.some((issue) => mayLink(call, issue)))
    throw notFound(`No issue link with id '${link.id}' exists.`);
  removeLink(call.site, actorOf(call), link);
  return noContent();
}

function read(call: Call): unknown {
  const { site } = call;
  const { id, typeId, inwardId, outwardId } = linkOf(call);
  return {
    id,
    self: site.self(`issueLink/${id}`),
    type: linkTypeBean(site, site.linkTypes.get(typeId)),
    inwardIssue: issueStub(site, inwardId),
    outwardIssue: issueStub(site, outwardId),
  };
}

const remoteLink = z.object({
  globalId: z.string().optional(),
  application: z.unknown().optional(),
  relationship: z.string().optional(),
  object: z.looseObject({ url: z.string().optional(), title: z.string().optional() }),
});

/** @throws {Refusal} 400 naming each part; of a name that is too long in words that are likely, not known */
function checkRemote({ globalId = '', object }: z.infer<typeof remoteLink>): void {
  const errors = {
    ...(object.title ? {} : { title: "'title' is required." }),
    ...(object.url ? {} : { url: "'url' is required." }),
    ...(globalId.length > 255 ? { globalId: "'globalId' must not exceed 255 characters." } : {}),
  };
  if (Object.keys(errors).length > 0) throw badFields(errors);
}

/** The same `globalId` updates the link that is there. */
function upsertRemote(call: Call): Answer {
  const issue = visibleIssue(call);
  demand(call, 'LINK_ISSUES', issue, 'You do not have permission to link issues in this project.');
  const sent = call.body(remoteLink);
  checkRemote(sent);
  const there = issue.remoteLinks.find(
    ({ globalId }) => globalId !== undefined && globalId === sent.globalId,
  );
  const id = there?.id ?? call.site.nextId();
  const link: RemoteLink = {
    id,
    globalId: sent.globalId,
    application: sent.application,
    relationship: sent.relationship,
    object: sent.object,
  };
  if (there) Object.assign(there, link);
  else issue.remoteLinks.push(link);
  const self = call.site.self(`issue/${issue.id}/remotelink/${id}`);
  return new Answer(there ? 200 : 201, { id, self });
}

function remoteBean(call: Call, issueId: string, link: RemoteLink): unknown {
  const { id, globalId, application, relationship, object } = link;
  return {
    id,
    self: call.site.self(`issue/${issueId}/remotelink/${id}`),
    ...(globalId === undefined ? {} : { globalId }),
    application: application ?? {},
    ...(relationship === undefined ? {} : { relationship }),
    object: { icon: {}, status: { icon: {} }, ...object },
  };
}

function remotes(call: Call): unknown {
  const { id, remoteLinks } = visibleIssue(call);
  const wanted = call.query('globalId');
  if (wanted === undefined) return remoteLinks.map((link) => remoteBean(call, id, link));
  const link = remoteLinks.find(({ globalId }) => globalId === wanted);
  return remoteBean(call, id, found(link, 'No remote link with this global id exists.'));
}

function removeRemote(call: Call, is: (link: RemoteLink) => boolean): Answer {
  const issue = visibleIssue(call);
  demand(call, 'LINK_ISSUES', issue, 'You do not have permission to link issues in this project.');
  const at = issue.remoteLinks.findIndex(is);
  found(at < 0 ? undefined : at, 'The remote link does not exist.');
  issue.remoteLinks.splice(at, 1);
  return noContent();
}

export const linkRoutes: readonly Route[] = [
  { method: 'POST', path: '/issueLink', handle: create },
  { method: 'GET', path: '/issueLink/{linkId}', handle: read },
  {
    method: 'DELETE',
    path: '/issueLink/{linkId}',
    handle: remove,
  },
  {
    method: 'GET',
    path: '/issueLinkType',
    handle: ({ site }) => ({
      issueLinkTypes: site.linkTypes.all().map((type) => linkTypeBean(site, type)),
    }),
  },
  {
    method: 'POST',
    path: '/issueLinkType',
    may: 'admin',
    handle: (call) => {
      const named = z.object({ name: z.string(), inward: z.string(), outward: z.string() }).loose();
      const { name, inward, outward } = call.body(named);
      const id = String(call.site.linkTypes.nextId());
      const type = call.site.linkTypes.put(id, { id, name, description: '', inward, outward });
      return created(linkTypeBean(call.site, type));
    },
  },
  { method: 'GET', path: '/issue/{issueIdOrKey}/remotelink', handle: remotes },
  {
    method: 'POST',
    path: '/issue/{issueIdOrKey}/remotelink',
    missing: "Jira's words for a globalId that is too long are not known",
    handle: upsertRemote,
  },
  {
    method: 'DELETE',
    path: '/issue/{issueIdOrKey}/remotelink',
    handle: (call) => removeRemote(call, ({ globalId }) => globalId === call.query('globalId')),
  },
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}/remotelink/{linkId}',
    handle: (call) => {
      const { id, remoteLinks } = visibleIssue(call);
      const link = remoteLinks.find((one) => String(one.id) === call.param('linkId'));
      return remoteBean(call, id, found(link, 'The remote link does not exist.'));
    },
  },
  {
    method: 'DELETE',
    path: '/issue/{issueIdOrKey}/remotelink/{linkId}',
    handle: (call) => removeRemote(call, ({ id }) => String(id) === call.param('linkId')),
  },
];
