import { instantAt } from '../time';
import { type Entry } from './entry';
import { isOver } from '../incident/lifecycle';
import { withReopening } from './fold-reopening';
import { withoutWordsOf } from './fold-redaction';
import { withParticipant } from './fold-people';
import { type Head } from './head';
import { COMMENTS } from './room';
import { type JiraChange } from './what';

/** It was over, and is not any more. */
function isComeBack({ from, to }: Extract<JiraChange, { readonly of: 'status' }>): boolean {
  return from !== undefined && isOver(from) && to !== undefined && !isOver(to);
}

/** What changed in Jira: who leads and since when follows from it, and when it was taken. */
export function withJiraChange(head: Head, entry: Entry, change: JiraChange): Head {
  const { at } = entry;
  const jiraUntil = instantAt(Math.max(head.jiraUntil ?? at, at));
  const so = { ...head, jiraUntil };
  if (change.of === 'status') {
    const back = isComeBack(change) ? withReopening(so, at) : so;
    return change.to === 'fixing' ? { ...back, taken: back.taken ?? at } : back;
  }
  if (change.of === 'comment') return withComment(so, entry, change);
  if (change.of === 'commentGone') return withoutComment(so, change);
  if (change.of !== 'assignee') return so;
  const { leader: _, ...rest } = so;
  if (!change.to) return rest;
  const led = { ...rest, leader: { person: change.to, since: at }, taken: so.taken ?? at };
  return withParticipant(led, change.to, at);
}

function withComment(
  head: Head,
  { id, at }: Entry,
  { comment, version = at }: Extract<JiraChange, { readonly of: 'comment' }>,
): Head {
  if (comment === undefined) return head;
  const others = (head.comments ?? []).filter((one) => one.comment !== comment);
  return { ...head, comments: [...others, { comment, entry: id, version }].slice(-COMMENTS) };
}

function withoutComment(
  head: Head,
  { entry }: Extract<JiraChange, { readonly of: 'commentGone' }>,
): Head {
  const { comments = [], ...rest } = withoutWordsOf(head, entry);
  const left = comments.filter((one) => one.entry !== entry);
  return left.length > 0 ? { ...rest, comments: left } : rest;
}
