import { type NameUnder } from '../../../locales/texts';
import { type Entry } from '../log/entry';
import {
  HANDBOOK_ROLES,
  type JiraChange,
  type Kind,
  type Of,
  type RoleId,
  type What,
} from '../log/what';
import { type Instant } from '../time';
import { momentOf, nameOf, type Telling } from './said';

/** What one entry says on the timeline of a review. */
export type Line = {
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly entry: Entry;
};

/** What the roles that were made in the incident are called. */
export type RoleNames = ReadonlyMap<RoleId, string>;

/**
 * The timeline as a review shows it, in the order of the moments that the entries are about: a moment that was
 * corrected later is the corrected one. Book-keeping of the app is left out.
 */
export function linesOf(entries: readonly Entry[], roles: RoleNames, telling: Telling): Line[] {
  const corrected = new Map<string, Instant>();
  for (const { what } of entries) {
    if (what.kind === 'corrected') corrected.set(what.entry, what.moment);
  }
  return entries
    .flatMap((entry) => {
      const what = wordsOf(entry, roles, telling);
      const who = entry.by ? nameOf(entry.by, telling) : '';
      return what === undefined
        ? []
        : [{ at: corrected.get(entry.id) ?? entry.at, who, what, entry }];
    })
    .toSorted((a, b) => a.at - b.at);
}

const OF_PEOPLE = [
  'roleGiven',
  'roleLeft',
  'tookOver',
  'roleMade',
  'handOver',
  'joined',
  'left',
  'accepted',
  'disciplined',
] as const;

/** Book-keeping, and what is told where it belongs. */
const SILENT = [
  'confirmed',
  'corrected',
  'redacted',
  'tick',
  'skip',
  'awake',
  'withdrawn',
  'review',
  'noted',
] as const;

function isOne<K extends Kind>(kinds: readonly K[], what: What): what is Of<K> {
  return kinds.some((kind) => kind === what.kind);
}

/** What is told with a text of its own. */
type SaidOf = Exclude<NameUnder<'reviewPage.line'>, (typeof OF_PEOPLE)[number]>;

function wordsOf(entry: Entry, roles: RoleNames, telling: Telling): string | undefined {
  const { what } = entry;
  const { say } = telling;
  const line = (kind: SaidOf, text: string) =>
    say(`reviewPage.line.${kind}`, { text: entry.isRedacted ? say('reviewPage.redacted') : text });
  if (isOne(OF_PEOPLE, what)) return ofPeople(what, roles, telling);
  if (isOne(SILENT, what)) return undefined;
  switch (what.kind) {
    case 'observation':
    case 'decision':
    case 'note':
    case 'theory':
    case 'experiment':
    case 'result':
      return line(what.kind, what.text);
    case 'change':
      return line(what.kind, [what.text, what.how, what.why, what.undo].filter(Boolean).join('\n'));
    case 'answer':
      return line(what.kind, `${say(`reviewPage.question.${what.question}`)} ${what.text}`);
    case 'update':
      return say(`reviewPage.told.${what.audience}`, { text: what.text });
    case 'promise':
      return line(what.kind, momentOf(what.due, telling));
    case 'judged':
      return line(what.kind, say(`reviewPage.theoryState.${what.state}`));
    case 'cleanUp':
      return line(what.kind, `${what.issue} ${what.text}`);
    case 'jira':
      return changeWords(what.change, telling);
  }
}

function ofPeople(
  what: Of<(typeof OF_PEOPLE)[number]>,
  roles: RoleNames,
  telling: Telling,
): string {
  const { say } = telling;
  switch (what.kind) {
    case 'roleGiven':
    case 'roleLeft':
      return say(`reviewPage.line.${what.kind}`, {
        text: roleName(what.role, roles, telling),
        name: nameOf(what.person, telling),
      });
    case 'tookOver':
      return say('reviewPage.line.tookOver', {
        text: roleName(what.role, roles, telling),
        name: nameOf(what.from, telling),
      });
    case 'roleMade':
      return say('reviewPage.line.roleMade', { text: what.name });
    case 'handOver':
      return say('reviewPage.line.handOver', { text: what.summary });
    case 'joined':
    case 'left':
    case 'accepted':
    case 'disciplined':
      return say(`reviewPage.line.${what.kind}`);
  }
}

export function roleName(id: RoleId, roles: RoleNames, { say }: Telling): string {
  const known = HANDBOOK_ROLES.find((role) => role === id);
  return known ? say(`reviewPage.role.${known}`) : (roles.get(id) ?? id);
}

function changeWords(change: JiraChange, telling: Telling): string | undefined {
  const { say } = telling;
  switch (change.of) {
    case 'status':
      return say('reviewPage.jira.status', {
        text: change.to ? say(`phase.${change.to}`) : (change.name ?? ''),
      });
    case 'assignee':
      return change.to
        ? say('reviewPage.jira.assignee', { text: nameOf(change.to, telling) })
        : say('reviewPage.jira.unassigned');
    case 'severity':
      return change.to && say('reviewPage.jira.severity', { text: change.to });
    case 'link':
      return say(change.added ? 'reviewPage.jira.linked' : 'reviewPage.jira.unlinked', {
        text: change.text,
      });
    case 'comment':
      return say('reviewPage.jira.comment', { text: change.text });
  }
}
