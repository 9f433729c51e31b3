import { instantAt } from '../time';
import { type Entry } from './entry';
import { isOver } from '../incident/lifecycle';
import { withReopening } from './fold-reopening';
import { withParticipant } from './fold-people';
import { type Head } from './head';
import { type JiraChange } from './what';

/** It was over, and is not any more. */
function isComeBack({ from, to }: Extract<JiraChange, { readonly of: 'status' }>): boolean {
  return from !== undefined && isOver(from) && to !== undefined && !isOver(to);
}

/** What changed in Jira: who leads and since when follows from it, and when it was taken. */
export function withJiraChange(head: Head, { at }: Entry, change: JiraChange): Head {
  const jiraUntil = instantAt(Math.max(head.jiraUntil ?? at, at));
  const so = { ...head, jiraUntil };
  if (change.of === 'status') {
    const back = isComeBack(change) ? withReopening(so, at) : so;
    return change.to === 'fixing' ? { ...back, taken: back.taken ?? at } : back;
  }
  if (change.of !== 'assignee') return so;
  const { leader: _, ...rest } = so;
  if (!change.to) return rest;
  const led = { ...rest, leader: { person: change.to, since: at }, taken: so.taken ?? at };
  return withParticipant(led, change.to, at);
}
