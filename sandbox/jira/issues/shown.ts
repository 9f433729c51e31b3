import {
  issueStub,
  issueTypeBean,
  linkTypeBean,
  projectStub,
  statusBean,
  userBean,
} from '../model/beans';
import { type Field } from '../model/config';
import { maySee } from '../model/access';
import { applies } from '../model/fields/screens';
import { type Site } from '../model/site';
import { type Comment, type Issue } from '../model/types';
import { kindOf } from '../values/kinds';
import { showMoment } from '../values/moments';
import { attachmentBean } from './attachments';
import { commentsFor } from './comment-readers';
import { commentBean } from './comments';

/** Who looks: links to issues they may not see are left out. */
export type Viewer = string | null;

type Compute = (site: Site, issue: Issue, viewer: Viewer) => unknown;

/** Fields whose value Jira works out. */
const COMPUTED: Readonly<Record<string, Compute>> = {
  issuetype: (site, issue) => issueTypeBean(site, site.issueTypes.get(issue.typeId)),
  project: (site, issue) => projectStub(site, site.projects.get(issue.projectId)),
  status: (site, issue) => statusBean(site, site.statuses.get(issue.statusId)),
  statuscategorychangedate: (_site, issue) => showMoment(issue.statusSince),
  creator: (site, issue) => userBean(site, issue.creatorId),
  created: (_site, issue) => showMoment(issue.created),
  updated: (_site, issue) => showMoment(issue.updated),
  resolutiondate: (_site, issue) => {
    const moment = issue.values.get('resolutiondate');
    return typeof moment === 'number' ? showMoment(moment) : null;
  },
  subtasks: (site, issue, viewer) => subtasks(site, issue, viewer),
  issuelinks: (site, issue, viewer) => links(site, issue, viewer),
  comment: (site, issue, viewer) => commentPage(site, issue, commentsFor(site, viewer, issue)),
  attachment: (site, issue) =>
    site.attachments
      .all()
      .filter(({ issueId }) => issueId === issue.id)
      .map((one) => attachmentBean(site, one)),
  watches: (site, issue, viewer) => ({
    self: site.self(`issue/${issue.key}/watchers`),
    watchCount: issue.watchers.size,
    isWatching: viewer !== null && issue.watchers.has(viewer),
  }),
  votes: (site, issue) => ({
    self: site.self(`issue/${issue.key}/votes`),
    votes: 0,
    hasVoted: false,
  }),
};

function commentPage(site: Site, issue: Issue, comments: readonly Comment[]): unknown {
  return {
    comments: comments.map((comment) => commentBean(site, issue, comment)),
    self: site.self(`issue/${issue.id}/comment`),
    maxResults: comments.length,
    total: comments.length,
    startAt: 0,
  };
}

/** The value of a field as the API shows it; null when empty. */
export function showField(site: Site, issue: Issue, field: Field, viewer: Viewer): unknown {
  const compute = COMPUTED[field.id];
  if (compute) return compute(site, issue, viewer);
  if (field.kind === 'computed') return [];
  const stored = issue.values.get(field.id);
  if (stored === undefined) return field.kind === 'labels' && !field.custom ? [] : null;
  return kindOf(field)?.show(stored, site, field) ?? null;
}

/** Whether the issue has this field at all: empty ones are shown as null, foreign ones not. */
export function hasField(site: Site, issue: Issue, field: Field): boolean {
  if (!field.custom) return field.id !== 'parent' || issue.values.has('parent');
  return applies(site, field, site.projects.get(issue.projectId), issue.typeId);
}

function subtasks(site: Site, issue: Issue, viewer: Viewer): unknown[] {
  return [...issue.children].flatMap((id) => {
    const child = site.issues.find(id);
    const isSubtask = child && site.issueTypes.get(child.typeId).hierarchyLevel === -1;
    return isSubtask && maySee(site, viewer, child) ? [issueStub(site, id)] : [];
  });
}

function links(site: Site, issue: Issue, viewer: Viewer): unknown[] {
  return [...(site.linksOf.get(issue.id) ?? [])].flatMap((id) => {
    const link = site.issueLinks.get(id);
    const outward = link.inwardId === issue.id;
    const other = site.issues.find(outward ? link.outwardId : link.inwardId);
    if (!other || !maySee(site, viewer, other)) return [];
    return {
      id,
      self: site.self(`issueLink/${id}`),
      type: linkTypeBean(site, site.linkTypes.get(link.typeId)),
      [outward ? 'outwardIssue' : 'inwardIssue']: issueStub(site, other.id),
    };
  });
}
