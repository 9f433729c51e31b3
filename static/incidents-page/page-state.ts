import { type FiguresGrouping, type FiguresPeriod } from '../../src/contract';
import { defaultFigures, type FiguresConfig, LAST_DAYS, LEVELS } from '../kit/figures/config';
import { GROUPINGS, type PictureName, pictureOf } from '../kit/figures/picture-names';

/** The tabs of the page, in their order. */
export const TABS = [
  ...(['how-long', 'is-it-changing', 'where', 'first-steps', 'promises', 'data-quality'] as const),
  'table',
] as const satisfies readonly (PictureName | 'table')[];
export type TabName = (typeof TABS)[number];

const SPANS = ['week', 'month', 'quarter'] as const;
const GROUPS = ['service', 'product', 'severity'] as const;

/** What the page shows. All of it is in the page's address, so that a reload and a link keep it. */
export type PageState = Pick<FiguresConfig, 'severities' | 'services' | 'jql'> & {
  readonly tab: TabName;
  readonly period: FiguresPeriod;
  /** Of the pictures that compare periods. */
  readonly span: (typeof SPANS)[number];
  /** Of the picture that compares groups. */
  readonly group: (typeof GROUPS)[number];
  /** The table has those as well that are not counted. */
  readonly all: boolean;
};

type Address = { readonly pathname: string; readonly search: string };

/** What the address says; whatever in it makes no sense is left out. */
export function stateIn({ pathname, search }: Address): PageState {
  const asked = new URLSearchParams(search);
  const levels = listIn(asked.get('severity'));
  return {
    tab: TABS.find((tab) => pathname === `/${tab}`) ?? 'how-long',
    period: periodIn(asked),
    severities: LEVELS.filter((level) => levels.includes(String(level))),
    services: listIn(asked.get('service')),
    jql: asked.get('jql'),
    span: SPANS.find((one) => one === asked.get('span')) ?? 'month',
    group: GROUPS.find((one) => one === asked.get('group')) ?? 'service',
    all: asked.has('all'),
  };
}

function listIn(text: string | null): readonly string[] {
  return (text ?? '').split(',').filter((one) => one !== '');
}

function periodIn(asked: URLSearchParams): FiguresPeriod {
  const period = { from: asked.get('from') ?? '', to: asked.get('to') ?? '' };
  if (isFitPeriod(period)) return period;
  return { lastDays: LAST_DAYS.find((days) => String(days) === asked.get('days')) ?? 90 };
}

/** The address that says so. What others wrote into it stays. */
export function addressOf(state: PageState, search: string): string {
  const asked = new URLSearchParams(search);
  const { period } = state;
  const own: Readonly<Record<string, string | undefined>> = {
    days: 'lastDays' in period ? String(period.lastDays) : undefined,
    from: 'from' in period ? period.from : undefined,
    to: 'to' in period ? period.to : undefined,
    severity: state.severities.join(),
    service: state.services.join(),
    jql: state.jql ?? undefined,
    span: state.span === 'month' ? undefined : state.span,
    group: state.group === 'service' ? undefined : state.group,
    all: state.all ? '1' : undefined,
  };
  for (const [name, value] of Object.entries(own)) {
    if (value) asked.set(name, value);
    else asked.delete(name);
  }
  return `/${state.tab}?${asked.toString()}`;
}

/** Days as the back end takes them, the first one not after the last. */
export function isFitPeriod(period: FiguresPeriod): boolean {
  if ('lastDays' in period) return true;
  const { from, to } = period;
  return [from, to].every(isDay) && from <= to;
}

function isDay(text: string): boolean {
  const moment = Date.parse(`${text}T00:00:00Z`);
  // Whoever types a year passes by the years 2, 20 and 202.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(moment) || text < '2000') return false;
  return new Date(moment).toISOString().startsWith(text); // no 31 February
}

/** Whether it can be asked for. A query that is still empty cannot. */
export function isFit({ period, jql }: PageState): boolean {
  return isFitPeriod(period) && jql?.trim() !== '';
}

/** What the tab can be grouped by; nothing: it is one picture, or the table. */
export function groupingsOf(tab: TabName): readonly FiguresGrouping[] {
  const picture = pictureOf(tab);
  return picture ? GROUPINGS[picture] : [];
}

export function groupingOf({ tab, span, group }: PageState): FiguresGrouping {
  return tab === 'where' ? group : span;
}

/** The same as somebody would have set it up on a dashboard. */
export function configOf(state: PageState, zone: string): FiguresConfig {
  const { period, severities, services, jql } = state;
  return {
    ...defaultFigures(groupingOf(state), zone),
    period,
    severities,
    services,
    jql,
  };
}
