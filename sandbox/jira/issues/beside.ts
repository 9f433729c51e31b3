import { badFields, badRequest } from '../http/refusal';
import { type Site } from '../model/site';
import { type Issue } from '../model/types';
import { addComment, type NewComment } from './comments';
import { type Actor } from './events';
import { type IssueInput } from './input';
import { addLink } from './links';

/** Comments and links that come with a create, edit or transition call, and its properties. */
export function applyBeside(site: Site, actor: Actor, issue: Issue, input: IssueInput): void {
  for (const verb of input.update?.comment ?? []) {
    if (verb.add === undefined) throw badFields({ comment: 'Only comments can be added here.' });
    addComment(site, actor, issue, verb.add as NewComment);
  }
  for (const verb of input.update?.issuelinks ?? []) addSentLink(site, actor, issue, verb.add);
  for (const { key, value } of input.properties ?? []) issue.properties.set(key, value);
}

function addSentLink(site: Site, actor: Actor, issue: Issue, sent: unknown): void {
  const link = sent as {
    type?: { name?: string; id?: string };
    inwardIssue?: { key?: string; id?: string };
    outwardIssue?: { key?: string; id?: string };
  };
  const type = site.linkTypes.where(
    ({ id, name }) => id === link.type?.id || name === link.type?.name,
  );
  const named = link.outwardIssue ?? link.inwardIssue;
  const other = site.issueByKey(named?.key ?? named?.id ?? '');
  if (!type || !other) throw badRequest('Issue link is not valid.');
  if (other === issue) throw badRequest('You cannot link an issue to itself.');
  if (link.outwardIssue) addLink(site, actor, type, issue, other);
  else addLink(site, actor, type, other, issue);
}
