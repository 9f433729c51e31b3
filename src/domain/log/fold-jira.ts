import { instantAt } from '../time';
import { type Entry } from './entry';
import { withParticipant } from './fold-people';
import { type Head } from './head';
import { type JiraChange } from './what';

/** What changed in Jira: who leads and since when follows from it, and when it was taken. */
export function withJiraChange(head: Head, { at }: Entry, change: JiraChange): Head {
  const jiraUntil = instantAt(Math.max(head.jiraUntil ?? at, at));
  const so = { ...head, jiraUntil };
  if (change.of === 'status') {
    return change.to === 'fixing' ? { ...so, taken: so.taken ?? at } : so;
  }
  if (change.of !== 'assignee') return so;
  const { leader: _, ...rest } = so;
  if (!change.to) return rest;
  const led = { ...rest, leader: { person: change.to, since: at }, taken: so.taken ?? at };
  return withParticipant(led, change.to, at);
}
