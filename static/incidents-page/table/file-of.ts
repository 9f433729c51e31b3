import {
  type FigureRow,
  type FiguresInput,
  type FiguresNamed,
  type FiguresStated,
} from '../../../src/contract';
import { csvOf } from '../../kit/page/csv';
import { excludedText } from '../../kit/figures/spans';
import { type NameUnder, type Viewer } from '../../kit/texts/texts';
import { severityText, whyText } from './said';

/** What was asked for, in words: it stands at the beginning of the file. */
export type FileAbout = {
  readonly input: Pick<FiguresInput, 'scope' | 'severities'>;
  /** Names of the chosen services; empty: all. */
  readonly services: readonly string[];
  readonly withExcluded: boolean;
  readonly stated: FiguresStated;
};

type Cell = (row: FigureRow, viewer: Viewer) => string;

const COLUMNS: readonly (readonly [NameUnder<'incidentsPage.column'>, Cell])[] = [
  ['key', ({ key }) => key],
  ['severity', severityText],
  ['phase', ({ phase }, { t }) => t(`phase.${phase}`)],
  ['service', ({ service }, { t }) => nameOf(service, t)],
  ['products', ({ products }, { t }) => products.map((one) => nameOf(one, t)).join('; ')],
  ['raised', ({ created }) => isoOf(created)],
  ['start', ({ start }) => isoOf(start)],
  ['detected', ({ detected }) => isoOf(detected)],
  ['recovered', ({ recovered }) => isoOf(recovered)],
  ['ttdMinutes', ({ ttdMs }) => minutesOf(ttdMs)],
  ['ttrMinutes', ({ ttrMs }) => minutesOf(ttrMs)],
  ['reopenedMinutes', ({ reopenedMs }) => minutesOf(reopenedMs)],
  ['taken', ({ taken }) => isoOf(taken)],
  ['internalWord', ({ internalWord }) => isoOf(internalWord)],
  ['externalWord', ({ externalWord }) => isoOf(externalWord)],
  ['rolesFilled', ({ rolesFilled }) => isoOf(rolesFilled)],
  ['kept', ({ kept }) => String(kept)],
  ['missed', ({ missed }) => String(missed)],
  ['excluded', ({ excluded }, viewer) => (excluded ? whyText(excluded, viewer) : '')],
];

/**
 * The table as comma-separated values: what the figures are in the first lines, each after a `#`, then heads, then a
 * row per incident. Moments are ISO 8601 in UTC, durations minutes with two decimals; what is not known is empty.
 */
export function fileOf(rows: readonly FigureRow[], about: FileAbout, viewer: Viewer): string {
  const heads = COLUMNS.map(([column]) => viewer.t(`incidentsPage.column.${column}`));
  return csvOf([
    ...linesOf(about, viewer).map((line) => [`# ${line}`]),
    heads,
    ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row, viewer))),
  ]);
}

function linesOf({ input, services, withExcluded, stated }: FileAbout, viewer: Viewer): string[] {
  const { t } = viewer;
  const { definition, period, zone, asOf, now, n, open, excluded, projectKey } = stated;
  const { impactStart, impactDetected, impactRecovered } = definition.fields;
  const all = t('incidentsPage.file.all');
  const levels = (input.severities ?? []).map((level) => t('severity.short', { level }));
  const { jql } = input.scope;
  return [
    t('incidentsPage.file.title', { project: projectKey }),
    t('incidentsPage.file.ttr', { recovered: impactRecovered, start: impactStart }),
    t('incidentsPage.file.ttd', { detected: impactDetected, start: impactStart }),
    t('incidentsPage.file.definition', { version: definition.version }),
    t('incidentsPage.file.period', { from: isoOf(period.from), to: isoOf(period.to) }),
    t('incidentsPage.file.zone', { zone }),
    t('incidentsPage.file.severities', { severities: levels.join('; ') || all }),
    t('incidentsPage.file.services', { services: services.join('; ') || all }),
    // A line stays a line, whatever somebody typed.
    t('incidentsPage.file.jql', { jql: jql?.replaceAll(/\s+/g, ' ') ?? all }),
    t('incidentsPage.file.counted', { n, open }),
    t('incidentsPage.file.excluded', {
      what: excludedText(excluded, viewer) || t('incidentsPage.file.none'),
    }),
    t(`incidentsPage.file.${withExcluded ? 'withExcluded' : 'withoutExcluded'}`),
    t('incidentsPage.file.asOf', { time: isoOf(asOf) }),
    t('incidentsPage.file.madeAt', { time: isoOf(now) }),
  ];
}

function isoOf(moment: number | null): string {
  return moment === null ? '' : new Date(moment).toISOString();
}

function minutesOf(ms: number | null): string {
  return ms === null ? '' : (ms / 60_000).toFixed(2);
}

function nameOf({ id, name }: FiguresNamed, t: Viewer['t']): string {
  return id === null ? '' : (name ?? t('pictures.where.gone'));
}
