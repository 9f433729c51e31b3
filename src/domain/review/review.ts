import { type NameUnder } from '../../../locales/texts';
import { figuresOf, TIME_NAMES } from '../clocks/clocks';
import { type Incident, personId } from '../incident/incident';
import { type Entry } from '../log/entry';
import { type Head, type SaidText } from '../log/head';
import { QUESTIONS } from '../log/what';
import { cutAt, holdable } from '../texts';
import { effectiveTimes } from '../clocks/notes';
import { type Block, type Document, type Inline } from './document';
import { linesOf, roleName, type RoleNames } from './lines';
import { momentOf, nameOf, spanOf, type Telling } from './said';

/** As many lines of the timeline as a page holds: more make it slow to open, and the log has them all. */
const TIMELINE_LINES = 1000;
const TITLE_LENGTH = 255;
/** As many letters of a line: a pasted stack trace is looked up in the log. */
const LINE_LENGTH = 600;

/** What people fill in: the app knows none of it. */
const BLANKS = ['well', 'wrong', 'lucky', 'causes', 'actions'] as const;

type Reviewed = {
  readonly incident: Incident;
  readonly head: Head;
  /** The log, oldest first. */
  readonly entries: readonly Entry[];
};

/** What the page of a review is called. It is found again by it, so it depends on nothing but the incident. */
export function titleOf({ key, summary }: Pick<Incident, 'key' | 'summary'>): string {
  return cutAt(holdable(`${key} – review – ${summary}`).trim(), TITLE_LENGTH);
}

/** The start of a review: all that the log knows, and room for what only people know. */
export function reviewOf(reviewed: Reviewed, telling: Telling): Document {
  const roles: RoleNames = new Map(
    reviewed.head.roles.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]])),
  );
  const { say } = telling;
  return {
    title: titleOf(reviewed.incident),
    blocks: [
      { kind: 'paragraph', text: say('reviewPage.intro') },
      ...section('facts', factsOf(reviewed, roles, telling), telling),
      ...section('impact', answersOf(reviewed, telling), telling),
      ...BLANKS.flatMap((name) => section(name, { kind: 'blank' }, telling)),
      ...section('theories', theoriesOf(reviewed, telling), telling),
      ...section('decisions', decisionsOf(reviewed, telling), telling),
      ...section('promises', promisesOf(reviewed, telling), telling),
      ...section('cleanUps', cleanUpsOf(reviewed, telling), telling),
      ...timelineOf(reviewed, roles, telling),
    ],
  };
}

function section(name: NameUnder<'reviewPage.section'>, block: Block, { say }: Telling): Block[] {
  return [{ kind: 'heading', text: say(`reviewPage.section.${name}`) }, block];
}

/** A list or a table of nothing says so. */
function unlessEmpty(block: Block, size: number, { say }: Telling): Block {
  return size > 0 ? block : { kind: 'paragraph', text: say('reviewPage.none') };
}

function issueLink(key: string, { site }: Telling): Inline {
  return { text: key, address: `${site}/browse/${key}` };
}

function factsOf({ incident, head }: Reviewed, roles: RoleNames, telling: Telling): Block {
  const { say } = telling;
  const times = effectiveTimes(incident, head.notes);
  const { ttdMinutes, ttrMinutes } = figuresOf(times);
  const unknown = say('reviewPage.unknown');
  const span = (minutes: number | undefined) =>
    minutes === undefined ? unknown : spanOf(minutes, telling);
  const { severity, incidentManager, faultyService, affectedProducts = [] } = incident;
  const row = (name: NameUnder<'reviewPage.fact'>, value: Inline): Inline[] => [
    say(`reviewPage.fact.${name}`),
    value,
  ];
  const rows = [
    row('incident', issueLink(incident.key, telling)),
    row('severity', severity ? `${severity} – ${say(`severity.${severity}`)}` : unknown),
    row('phase', say(`phase.${incident.phase}`)),
    ...(faultyService ? [row('faultyService', faultyService.name)] : []),
    ...(affectedProducts.length > 0
      ? [row('affectedProducts', affectedProducts.map(({ name }) => name).join(', '))]
      : []),
    ...TIME_NAMES.map((name) => {
      const at = times[name];
      return [say(`times.${name}`), at === undefined ? unknown : momentOf(at, telling)];
    }),
    [say('figures.ttd'), span(ttdMinutes)],
    [say('figures.ttr'), span(ttrMinutes)],
    row('incidentManager', incidentManager?.name ?? say('people.nobody')),
    ...head.roles
      .filter(({ holders }) => holders.length > 0)
      .map(({ id, holders }) => [
        roleName(id, roles, telling),
        holders.map(({ person }) => nameOf(person, telling)).join(', '),
      ]),
    row('takenPart', peopleOf(head, telling)),
  ];
  return { kind: 'table', rows };
}

function peopleOf({ people }: Head, telling: Telling): string {
  const names = Object.keys(people).map((id) => nameOf(personId(id), telling));
  return names.length > 0 ? names.join(', ') : telling.say('people.nobody');
}

/** The head holds the beginning of what was said; the log has it whole. */
function wholeTexts(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ id, what }) => ('text' in what ? [[id, what.text] as const] : [])),
  );
}

function answersOf({ head: { answers }, entries }: Reviewed, telling: Telling): Block {
  const { say } = telling;
  const whole = wholeTexts(entries);
  const rows = QUESTIONS.map((question) => {
    const answer = answers[question];
    const text = answer && (whole.get(answer.entry) ?? answer.text);
    return [
      say(`reviewPage.question.${question}`),
      text === undefined || text === '' ? say('reviewPage.unanswered') : text,
    ];
  });
  return { kind: 'table', rows };
}

function theoriesOf({ head: { theories }, entries }: Reviewed, telling: Telling): Block {
  const { say } = telling;
  const whole = wholeTexts(entries);
  const textOf = ({ entry, text }: SaidText) => whole.get(entry) ?? text;
  const columns = ['theory', 'state', 'seen', 'tried'] as const;
  const head = columns.map((name) => say(`reviewPage.column.${name}`));
  const rows = theories.map((theory) => [
    textOf(theory),
    say(`reviewPage.theoryState.${theory.state}`),
    theory.observations.map(textOf).join('\n'),
    theory.experiments
      .map((one) => [textOf(one), one.result && textOf(one.result)].filter(Boolean).join(' → '))
      .join('\n'),
  ]);
  return unlessEmpty({ kind: 'table', head, rows }, rows.length, telling);
}

function decisionsOf({ entries }: Reviewed, telling: Telling): Block {
  const { say } = telling;
  const head = (['when', 'who', 'what'] as const).map((name) => say(`reviewPage.column.${name}`));
  const rows = linesOf(entries, new Map(), telling).flatMap(({ at, who, entry }) => {
    if (entry.what.kind !== 'decision') return [];
    const text = entry.isRedacted ? say('reviewPage.redacted') : entry.what.text;
    return [[momentOf(at, telling), who, text]];
  });
  return unlessEmpty({ kind: 'table', head, rows }, rows.length, telling);
}

function promisesOf({ head: { promises } }: Reviewed, telling: Telling): Block {
  const { say } = telling;
  const { kept, missed, past } = promises;
  const late = past.filter(({ state }) => state === 'missed');
  const items = [
    say('reviewPage.promises', { kept, missed }),
    ...late.map(({ due }) => say('reviewPage.missed', { text: momentOf(due, telling) })),
  ];
  return unlessEmpty({ kind: 'list', items }, kept + missed, telling);
}

function cleanUpsOf({ head: { cleanUps } }: Reviewed, telling: Telling): Block {
  const { say } = telling;
  const head = [say('reviewPage.column.issue'), say('reviewPage.column.what')];
  const rows = cleanUps.map(({ issue, text }) => [issueLink(issue, telling), text]);
  return unlessEmpty({ kind: 'table', head, rows }, rows.length, telling);
}

function timelineOf({ entries }: Reviewed, roles: RoleNames, telling: Telling): Block[] {
  const { say, timeZone, locale } = telling;
  const all = linesOf(entries, roles, telling);
  const lines = all.slice(-TIMELINE_LINES);
  const head = (['when', 'who', 'what'] as const).map((name) => say(`reviewPage.column.${name}`));
  const rows = lines.map(({ at, who, what }) => [
    momentOf(at, telling),
    who,
    cutAt(what, LINE_LENGTH),
  ]);
  const left = all.length - lines.length;
  return [
    { kind: 'heading', text: say('reviewPage.section.timeline') },
    { kind: 'paragraph', text: say('reviewPage.zone', { zone: timeZone }) },
    ...(left > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: say('reviewPage.cut', {
              count: left,
              shown: new Intl.NumberFormat(locale).format(lines.length),
            }),
          },
        ]
      : []),
    unlessEmpty({ kind: 'table', head, rows }, rows.length, telling),
  ];
}
