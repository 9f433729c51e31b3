import { type EntryView, type IncidentView } from '../../../../src/contract';
import { type Names } from '../../../kit/jira/people';
import { csvOf } from '../../../kit/page/csv';
import { type Row, rowsOf } from '../rows';
import { plainText, sentenceOf } from '../sentences/sentences';
import { nameIn, type Telling } from '../telling';
import { clockText, dayText } from '../times';

type Incident = Pick<IncidentView, 'key' | 'summary'>;

/** As people read it: oldest first, a heading a day. */
export function markdownOf(
  { key, summary }: Incident,
  entries: readonly EntryView[],
  telling: Telling,
): string {
  const { viewer } = telling;
  const { t } = viewer;
  const lines = [
    `# ${marked(t('timeline.export.heading', { key, summary }))}`,
    '',
    t('timeline.list.zone', { zone: viewer.timeZone }),
  ];
  let day = '';
  for (const row of rowsOf(entries).toReversed()) {
    const own = dayText(row.at, viewer);
    if (own !== day) lines.push('', `## ${own}`, '');
    day = own;
    lines.push(markdownLine(row, telling));
  }
  return `${lines.join('\n')}\n`;
}

function markdownLine(row: Row, telling: Telling): string {
  const { viewer } = telling;
  const { t } = viewer;
  const first =
    row.firstAt === undefined
      ? ''
      : `, ${t('timeline.row.firstSaid', { time: clockText(row.firstAt, viewer) })}`;
  const head = `- **${clockText(row.at, viewer)}**${first} ${marked(whoIn(row, telling))}`;
  const text = textOf(row, telling).split('\n').map(marked).join('\n  ');
  return `${head} · ${t(`timeline.kind.${row.entry.what.kind}`)}: ${text}`;
}

/** Letters that Markdown would take for marks. */
function marked(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, '\\$&');
}

/** For spreadsheets: a row for each line, oldest first. */
export function tableOf(entries: readonly EntryView[], telling: Telling): string {
  const head = ['number', 'at', 'first said', 'written', 'who', 'account', 'kind', 'text'];
  const rows = rowsOf(entries)
    .toReversed()
    .map((row) => [
      String(row.entry.seq),
      isoOf(row.at),
      row.firstAt === undefined ? '' : isoOf(row.firstAt),
      isoOf(row.entry.saidAt),
      whoIn(row, telling),
      row.by ?? '',
      telling.viewer.t(`timeline.kind.${row.entry.what.kind}`),
      textOf(row, telling),
    ]);
  return csvOf([head, ...rows]);
}

/** Complete, so that the chain can be checked; names beside the account ids. */
export function jsonOf(
  { key, summary }: Incident,
  entries: readonly EntryView[],
  { people, exportedAt }: { readonly people: Names; readonly exportedAt: number },
): string {
  const whole = { incident: { key, summary }, exportedAt: isoOf(exportedAt), people, entries };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Who said it: a person, Jira, or the app by itself. */
export function whoIn({ by, entry: { what } }: Row, telling: Telling): string {
  if (by !== undefined) return nameIn(telling, by);
  return telling.viewer.t(what.kind === 'jira' ? 'timeline.list.jira' : 'timeline.list.nobody');
}

/** All that a line says, as one text; `words taken out` where they were. */
export function textOf(row: Row, telling: Telling): string {
  const { t } = telling.viewer;
  const said = plainText(sentenceOf(row, telling));
  const gone = row.isRedacted ? [t('timeline.row.gone')] : [];
  const names = row.confirmedBy.map((person) => nameIn(telling, person)).join(', ');
  const seen = names === '' ? [] : [t('timeline.row.seenToo', { names })];
  return [said, ...gone, ...seen].filter((one) => one !== '').join('\n');
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
