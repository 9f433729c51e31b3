import { type EntryView } from '../../../src/contract';
import { type Group, GROUP_OF, type Kind } from './kinds';
import { type Noted, notedIn, noterOf } from './sentences/noted';

type What = EntryView['what'];
type Times = NonNullable<Extract<What, { kind: 'noted' }>['notes']['times']>;

/** A line of the timeline: an entry with what later entries say of it. */
export type Row = {
  readonly entry: EntryView;
  /** The moment it is about, as it is known now. */
  readonly at: number;
  /** Another moment that was said first. */
  readonly firstAt?: number;
  readonly by?: string;
  readonly group: Group;
  readonly isRedacted: boolean;
  readonly redactedBy?: string;
  readonly confirmedBy: readonly string[];
  /** Words of the entry that this one is about, where it is among those loaded. */
  readonly about?: string;
  readonly noted: readonly Noted[];
};

/** Of what is loaded of a log, the lines that people see: newest first by the moment each is about. */
export function rowsOf(entries: readonly EntryView[]): readonly Row[] {
  const sorted = entries.toSorted((a, b) => a.seq - b.seq);
  const later = sayingsOf(sorted);
  const words = new Map(sorted.map((entry) => [entry.id, wordsOf(entry.what)]));
  const known = new Set(sorted.map(({ id }) => id));
  let last: Times | undefined;
  const rows = sorted.flatMap((entry): Row[] => {
    const { what } = entry;
    const noted = what.kind === 'noted' ? notedIn(what.notes, { saidAt: entry.saidAt, last }) : [];
    if (what.kind === 'noted' && what.notes.times) last = what.notes.times;
    if (later.replaced.has(entry.id) || isHidden(what, noted, known)) return [];
    const about = aboutOf(what);
    const isGone = about !== undefined && later.redacted.has(about);
    return [
      {
        ...rowOf(entry, later),
        ...withAbout(about === undefined || isGone ? undefined : words.get(about)),
        noted,
        by: entry.by ?? noterOf(noted),
      },
    ];
  });
  return rows.toSorted((a, b) => b.at - a.at || b.entry.seq - a.entry.seq);
}

/** People whose names the lines need. */
export function peopleIn(rows: readonly Row[]): readonly string[] {
  const all = rows.flatMap(({ entry: { what }, by, redactedBy, confirmedBy }) => [
    by,
    redactedBy,
    ...confirmedBy,
    ...('person' in what ? [what.person] : []),
    ...(what.kind === 'tookOver' ? [what.from] : []),
    ...(what.kind === 'handOver' ? what.next.map(({ person }) => person) : []),
    ...(what.kind === 'jira' && what.change.of === 'assignee'
      ? [what.change.from, what.change.to]
      : []),
  ]);
  return [...new Set(all.filter((one) => one !== undefined))];
}

/** The words of people in an entry. */
export function wordsOf(what: What): string {
  if (what.kind === 'jira') return 'text' in what.change ? what.change.text : '';
  if (what.kind === 'handOver') return what.summary;
  return 'text' in what ? what.text : '';
}

function redactedBy(what: What): string | undefined {
  if (what.kind === 'redacted') return what.entry;
  return what.kind === 'jira' && what.change.of === 'commentGone' ? what.change.entry : undefined;
}

/** Somebody may take its words out. */
export function hasWords({ entry: { what }, isRedacted }: Row): boolean {
  return !isRedacted && wordsOf(what) !== '';
}

type Sayings = {
  readonly corrected: ReadonlyMap<string, number>;
  readonly redacted: ReadonlyMap<string, string | undefined>;
  readonly confirmed: ReadonlyMap<string, readonly string[]>;
  /** Comments whose words stand in another entry, or nowhere any more, as a line of its own says. */
  readonly replaced: ReadonlySet<string>;
};

/** What entries say of others: the last correction, whoever took the words out, everybody who has seen it too. */
function sayingsOf(sorted: readonly EntryView[]): Sayings {
  const corrected = new Map<string, number>();
  const redacted = new Map<string, string | undefined>();
  const confirmed = new Map<string, readonly string[]>();
  const replaced = new Set<string>();
  for (const { what, by } of sorted) {
    if (what.kind === 'corrected') corrected.set(what.entry, what.moment);
    const gone = redactedBy(what);
    if (gone !== undefined) redacted.set(gone, by);
    if (gone !== undefined && what.kind === 'jira') replaced.add(gone);
    if (what.kind === 'confirmed' && by !== undefined)
      confirmed.set(what.entry, [...new Set([...(confirmed.get(what.entry) ?? []), by])]);
  }
  return { corrected, redacted, confirmed, replaced };
}

function rowOf(entry: EntryView, { corrected, redacted, confirmed }: Sayings) {
  const moment = corrected.get(entry.id);
  const redactedBy = redacted.get(entry.id);
  return {
    entry,
    at: moment ?? entry.at,
    ...(moment !== undefined && moment !== entry.at && { firstAt: entry.at }),
    group: GROUP_OF[entry.what.kind],
    isRedacted: entry.isRedacted === true || redacted.has(entry.id),
    ...(redactedBy !== undefined && { redactedBy }),
    confirmedBy: confirmed.get(entry.id) ?? [],
  };
}

const STANDS_WITH_ANOTHER: readonly Kind[] = ['corrected', 'redacted', 'confirmed'];

function isHidden(what: What, noted: readonly Noted[], known: ReadonlySet<string>): boolean {
  if (what.kind === 'noted') return noted.length === 0;
  if (what.kind === 'jira' && what.change.of === 'commentGone') return what.change.why === 'edited';
  // It stands with what it is about.
  const isOfAnother = STANDS_WITH_ANOTHER.includes(what.kind) && 'entry' in what;
  return isOfAnother && known.has(what.entry);
}

function aboutOf(what: What): string | undefined {
  if (what.kind === 'judged' || what.kind === 'observation' || what.kind === 'experiment')
    return what.theory;
  if (what.kind === 'result') return what.experiment;
  return what.kind === 'confirmed' ? what.entry : undefined;
}

function withAbout(about: string | undefined) {
  return about ? { about } : {};
}
