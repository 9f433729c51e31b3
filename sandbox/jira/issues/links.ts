import { type Site } from '../model/site';
import { type Change, type Issue, type IssueLink, type LinkType } from '../model/types';
import { type Actor, emit, tellUpdated } from './events';

/**
 * Links two issues: `source` "blocks" `destination`. A link that is there already is returned as it is.
 * Both issues get a change log entry, as in Jira.
 */
export function addLink(
  site: Site,
  actor: Actor,
  type: LinkType,
  source: Issue,
  destination: Issue,
): IssueLink {
  const there = site.issueLinks.where(
    (link) =>
      link.typeId === type.id && link.inwardId === source.id && link.outwardId === destination.id,
  );
  if (there) return there;
  const id = String(site.issueLinks.nextId());
  const link = { id, typeId: type.id, inwardId: source.id, outwardId: destination.id };
  site.issueLinks.put(id, link);
  remember(site, source.id, id);
  remember(site, destination.id, id);
  tellLink(site, actor, 'avi:jira:created:issuelink', link);
  logLink(
    site,
    actor,
    source,
    destination,
    `This work item ${type.outward} ${destination.key}`,
    true,
  );
  logLink(site, actor, destination, source, `This work item ${type.inward} ${source.key}`, true);
  return link;
}

export function removeLink(site: Site, actor: Actor, link: IssueLink): void {
  site.issueLinks.delete(link.id);
  site.linksOf.get(link.inwardId)?.delete(link.id);
  site.linksOf.get(link.outwardId)?.delete(link.id);
  tellLink(site, actor, 'avi:jira:deleted:issuelink', link);
  const type = site.linkTypes.get(link.typeId);
  const source = site.issues.find(link.inwardId);
  const destination = site.issues.find(link.outwardId);
  if (!source || !destination) return;
  logLink(
    site,
    actor,
    source,
    destination,
    `This work item ${type.outward} ${destination.key}`,
    false,
  );
  logLink(site, actor, destination, source, `This work item ${type.inward} ${source.key}`, false);
}

function remember(site: Site, issueId: string, linkId: string): void {
  const links = site.linksOf.get(issueId) ?? new Set();
  site.linksOf.set(issueId, links.add(linkId));
}

function tellLink(site: Site, actor: Actor, name: string, link: IssueLink): void {
  const { id, name: title, inward, outward } = site.linkTypes.get(link.typeId);
  // Neither issue comes along: a trigger's filter on `event.issue` fails at this event, as on a real site.
  emit(site, actor, name, {
    id: link.id,
    sourceIssueId: link.inwardId,
    destinationIssueId: link.outwardId,
    sourceProjectId: site.issues.find(link.inwardId)?.projectId,
    destinationProjectId: site.issues.find(link.outwardId)?.projectId,
    issueLinkType: {
      id,
      name: title,
      inward,
      outward,
      isSubTaskLinkType: false,
      isSystemLinkType: false,
    },
  });
}

function logLink(
  site: Site,
  actor: Actor,
  issue: Issue,
  other: Issue,
  text: string,
  added: boolean,
): void {
  const here = { id: other.key, text };
  const none = { id: null, text: null };
  const [from, to] = added ? [none, here] : [here, none];
  const item = {
    field: 'Link',
    fieldtype: 'jira' as const,
    fieldId: 'issuelinks',
    from: from.id,
    fromString: from.text,
    to: to.id,
    toString: to.text,
  };
  issue.updated = site.now();
  const change: Change = {
    id: String(site.nextId()),
    authorId: actor.accountId,
    created: site.now(),
    items: [item],
  };
  issue.history.push(change);
  tellUpdated(site, actor, issue, change);
}
