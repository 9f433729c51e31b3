import {
  type FigureRow,
  type FiguresInput,
  type FiguresNamed,
  type FiguresStated,
} from '../../../src/contract';
import { csvOf } from '../../kit/csv';
import { excludedText } from '../../kit/figures/spans';
import { type Viewer } from '../../kit/texts';
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

const COLUMNS: Readonly<Record<string, Cell>> = {
  key: ({ key }) => key,
  severity: severityText,
  phase: ({ phase }, { t }) => t(`phase.${phase}`),
  service: ({ service }, { t }) => nameOf(service, t),
  products: ({ products }, { t }) => products.map((one) => nameOf(one, t)).join('; '),
  raised: ({ created }) => isoOf(created),
  start: ({ start }) => isoOf(start),
  detected: ({ detected }) => isoOf(detected),
  recovered: ({ recovered }) => isoOf(recovered),
  ttdMinutes: ({ ttdMs }) => minutesOf(ttdMs),
  ttrMinutes: ({ ttrMs }) => minutesOf(ttrMs),
  reopenedMinutes: ({ reopenedMs }) => minutesOf(reopenedMs),
  taken: ({ taken }) => isoOf(taken),
  internalWord: ({ internalWord }) => isoOf(internalWord),
  externalWord: ({ externalWord }) => isoOf(externalWord),
  rolesFilled: ({ rolesFilled }) => isoOf(rolesFilled),
  kept: ({ kept }) => String(kept),
  missed: ({ missed }) => String(missed),
  excluded: ({ excluded }, viewer) => (excluded ? whyText(excluded, viewer) : ''),
};

/**
 * The table as comma-separated values: what the figures are in the first lines, each after a `#`, then heads, then a
 * row per incident. Moments are ISO 8601 in UTC, durations minutes with two decimals; what is not known is empty.
 */
export function fileOf(rows: readonly FigureRow[], about: FileAbout, viewer: Viewer): string {
  const heads = Object.keys(COLUMNS).map((column) => viewer.t(`incidentsPage.column.${column}`));
  return csvOf([
    ...linesOf(about, viewer).map((line) => [`# ${line}`]),
    heads,
    ...rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row, viewer))),
  ]);
}

function linesOf({ input, services, withExcluded, stated }: FileAbout, viewer: Viewer): string[] {
  const { t } = viewer;
  const { definition, period, zone, asOf, now, n, open, excluded, projectKey } = stated;
  const { impactStart, impactDetected, impactRecovered } = definition.fields;
  const line = (name: string, gaps: Readonly<Record<string, string | number>>) =>
    t(`incidentsPage.file.${name}`, gaps);
  const all = t('incidentsPage.file.all');
  const levels = (input.severities ?? []).map((level) => t('severity.short', { level }));
  const { jql } = input.scope;
  return [
    line('title', { project: projectKey }),
    line('ttr', { recovered: impactRecovered, start: impactStart }),
    line('ttd', { detected: impactDetected, start: impactStart }),
    line('definition', { version: definition.version }),
    line('period', { from: isoOf(period.from), to: isoOf(period.to) }),
    line('zone', { zone }),
    line('severities', { severities: levels.join('; ') || all }),
    line('services', { services: services.join('; ') || all }),
    // A line stays a line, whatever somebody typed.
    line('jql', { jql: jql?.replaceAll(/\s+/g, ' ') ?? all }),
    line('counted', { n, open }),
    line('excluded', { what: excludedText(excluded, viewer) || t('incidentsPage.file.none') }),
    line(withExcluded ? 'withExcluded' : 'withoutExcluded', {}),
    line('asOf', { time: isoOf(asOf) }),
    line('madeAt', { time: isoOf(now) }),
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
