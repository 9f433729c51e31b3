import { type NameUnder } from '../../../locales/texts';
import { type Entry } from '../log/entry';
import { HANDBOOK_ROLES, type JiraChange, type Kind, type Of, type RoleId } from '../log/what';
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

type Known = { readonly entry: Entry; readonly roles: RoleNames; readonly telling: Telling };

/** What is told of people has texts without their words. */
type OfPeople =
  'roleGiven' | 'roleLeft' | 'tookOver' | 'joined' | 'left' | 'accepted' | 'disciplined';
type SaidOf = Exclude<NameUnder<'reviewPage.line'>, OfPeople>;

const silent = (): undefined => undefined;

/** The words of people under what kind of thing they are. */
function line(kind: SaidOf, words: string, { entry, telling }: Known): string {
  const said = entry.isRedacted ? telling.say('reviewPage.redacted') : words;
  return telling.say(`reviewPage.line.${kind}`, { text: said });
}

const text = (
  what: Of<'observation' | 'decision' | 'note' | 'theory' | 'experiment' | 'result'>,
  known: Known,
) => line(what.kind, what.text, known);

const plain = (what: Of<'joined' | 'left' | 'accepted' | 'disciplined'>, { telling }: Known) =>
  telling.say(`reviewPage.line.${what.kind}`);

function ofRole(
  { kind, role, person }: Of<'roleGiven' | 'roleLeft'>,
  { roles, telling }: Known,
): string {
  return telling.say(`reviewPage.line.${kind}`, {
    text: roleName(role, roles, telling),
    name: nameOf(person, telling),
  });
}

/** What is said of an entry of each kind; undefined: book-keeping, or told where it belongs. */
const WORDS: { readonly [K in Kind]: (what: Of<K>, known: Known) => string | undefined } = {
  observation: text,
  decision: text,
  note: text,
  theory: text,
  experiment: text,
  result: text,
  change: ({ kind, text: words, how, why, undo }, known) =>
    line(kind, [words, how, why, undo].filter(Boolean).join('\n'), known),
  answer: ({ kind, question, text: words }, known) =>
    line(kind, `${known.telling.say(`reviewPage.question.${question}`)} ${words}`, known),
  update: ({ audience, text: words }, { telling }) =>
    telling.say(`reviewPage.told.${audience}`, { text: words }),
  promise: ({ kind, due }, known) => line(kind, momentOf(due, known.telling), known),
  judged: ({ kind, state }, known) =>
    line(kind, known.telling.say(`reviewPage.theoryState.${state}`), known),
  cleanUp: ({ kind, issue, text: words }, known) => line(kind, `${issue} ${words}`, known),
  alert: ({ state, name }, { telling }) => telling.say(`reviewPage.alert.${state}`, { text: name }),
  jira: ({ change }, { telling }) => changeWords(change, telling),
  roleGiven: ofRole,
  roleLeft: ofRole,
  tookOver: ({ role, from }, { roles, telling }) =>
    telling.say('reviewPage.line.tookOver', {
      text: roleName(role, roles, telling),
      name: nameOf(from, telling),
    }),
  roleMade: ({ name }, { telling }) => telling.say('reviewPage.line.roleMade', { text: name }),
  handOver: ({ summary }, { telling }) =>
    telling.say('reviewPage.line.handOver', { text: summary }),
  joined: plain,
  left: plain,
  accepted: plain,
  disciplined: plain,
  confirmed: silent,
  corrected: silent,
  redacted: silent,
  tick: silent,
  skip: silent,
  awake: silent,
  withdrawn: silent,
  review: silent,
  noted: silent,
};

function wordsOf(entry: Entry, roles: RoleNames, telling: Telling): string | undefined {
  return wordsOfKind(entry.what, { entry, roles, telling });
}

function wordsOfKind<K extends Kind>(
  what: Of<K> & { readonly kind: K },
  known: Known,
): string | undefined {
  return WORDS[what.kind](what, known);
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
      return change.text === '' ? undefined : say('reviewPage.jira.comment', { text: change.text });
    case 'commentGone':
      return undefined; // what was said does not stand any more
  }
}
