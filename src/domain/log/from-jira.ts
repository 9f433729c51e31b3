import { type Change, type History } from '../incident/history';
import { type Incident, type PersonId } from '../incident/incident';
import { type Instant } from '../time';
import { type Draft } from './entry';
import { type Head, type TakenComment } from './head';
import { entryId, type JiraChange } from './what';

/** A comment that somebody marked for the timeline. */
export type MarkedComment = {
  readonly id: string;
  readonly at: Instant;
  readonly by?: PersonId;
  readonly text: string;
  /** When these words were written: `at`, or when it was edited last. */
  readonly version: Instant;
};

/** The marked comments that everybody may see who sees the issue. */
export type MarkedComments = {
  readonly marked: readonly MarkedComment[];
  /** All comments were read, so that one that is missing among them is gone. */
  readonly isWhole: boolean;
};

/** Jira may write what belongs together to neighbouring milliseconds. */
const SAME_MS = 1000;

/**
 * Who leads or how it stands is not as the log has it: something was missed. Told without the change log.
 */
export function isBehind(incident: Incident, { leader, jiraUntil }: Head): boolean {
  const { statusSince, incidentManager } = incident;
  if (leader?.person !== incidentManager?.id) return true;
  return isMoved(incident) && isSince(statusSince, jiraUntil);
}

/** Jira may know something that the log does not: it changed the issue since. Worth a look where something happened. */
export function mayBeBehind(incident: Incident, head: Head): boolean {
  return isBehind(incident, head) || isSince(incident.updated, head.jiraUntil);
}

function isSince(moment: Instant | undefined, until: Instant | undefined): boolean {
  return moment !== undefined && moment > (until ?? 0) + SAME_MS;
}

/** A status that it has had since it was raised is no change. */
function isMoved({ statusSince, created }: Incident): boolean {
  return isSince(statusSince, created);
}

/** What Jira tells of an issue, and which comments are in its log. */
type FromJira = {
  readonly history: History;
  /** Up to when Jira's changes are in the log; absent: none are. */
  readonly until?: Instant | undefined;
  readonly comments: MarkedComments;
  readonly taken: readonly TakenComment[];
};

/**
 * The entries that Jira's changes and comments are, oldest first. What is in the log already is known by its id; what
 * lies far before what is in it is not named again.
 */
export function draftsFromJira(
  { incidentManager, created }: Pick<Incident, 'incidentManager' | 'created'>,
  { history, until, comments, taken }: FromJira,
  now: Instant,
): readonly Draft[] {
  // Raised with somebody in charge: no change log says so.
  const isGivenAtBirth = incidentManager && !history.some(({ assignee }) => assignee);
  const first = isGivenAtBirth
    ? [
        draft(
          'jira-raised-assignee',
          { of: 'assignee', to: incidentManager.id },
          { at: created, now },
        ),
      ]
    : [];
  const changes = sinceAbout(history, until).flatMap((change) => draftsOf(change, now));
  const marked = comments.marked.flatMap((one) => draftsOfComment(one, taken, now));
  const gone = comments.isWhole ? taken.filter(isMissingAmong(comments.marked)) : [];
  const said = [...first, ...changes, ...marked, ...gone.map((one) => goneDraft(one, 'gone', now))];
  return said.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** So many changes back another one may still have come in behind its time. */
const LATE = 25;

/** A change log of thousands costs no more to go on with than a short one. */
function sinceAbout(history: History, until: Instant | undefined): History {
  if (until === undefined) return history;
  const first = history.findIndex(({ at }) => at >= until);
  return history.slice(Math.max(0, (first < 0 ? history.length : first) - LATE));
}

function isMissingAmong(marked: readonly MarkedComment[]) {
  return ({ comment, isClosed }: TakenComment) =>
    !isClosed && !marked.some(({ id }) => id === comment);
}

/** Its words, unless they are in the log; in the place of those from before it was edited. */
function draftsOfComment(
  { id, at, by, text, version }: MarkedComment,
  taken: readonly TakenComment[],
  now: Instant,
): readonly Draft[] {
  const before = taken.find(({ comment }) => comment === id);
  if (before && (before.isClosed || before.version >= version)) return [];
  const name = version > at ? `comment-${id}-${version}` : `comment-${id}`;
  const words = draft(name, { of: 'comment', text, comment: id, version }, { at, by, now });
  return before ? [goneDraft(before, 'edited', now), words] : [words];
}

function goneDraft(
  { comment, entry, version }: TakenComment,
  why: 'edited' | 'gone',
  now: Instant,
): Draft {
  const change = { of: 'commentGone', comment, entry, why } as const;
  return draft(`comment-${comment}-${version}-${why}`, change, { at: version, now });
}

function draftsOf(change: Change, now: Instant): readonly Draft[] {
  const { id, at, by, phase, severity, assignee, links = [] } = change;
  if (id === undefined) return [];
  const who = { at, by: by?.id, now };
  return [
    ...(phase ? [draft(`jira-${id}-status`, { of: 'status', ...phase }, who)] : []),
    ...(assignee
      ? [draft(`jira-${id}-assignee`, { of: 'assignee', ...given(assignee) }, who)]
      : []),
    ...(severity
      ? [draft(`jira-${id}-severity`, { of: 'severity', ...given(severity) }, who)]
      : []),
    ...links.map((link, n) => draft(`jira-${id}-link-${n}`, { of: 'link', ...link }, who)),
  ];
}

function given<Value>({ from, to }: { from?: Value | null; to?: Value | null }) {
  return {
    ...(from !== null && from !== undefined && { from }),
    ...(to !== null && to !== undefined && { to }),
  };
}

function draft(
  id: string,
  change: JiraChange,
  { at, by, now }: { readonly at: Instant; readonly by?: PersonId; readonly now: Instant },
): Draft {
  return { id: entryId(id), what: { kind: 'jira', change }, saidAt: now, at, ...(by && { by }) };
}
