import { type FiguresGrouping, type FiguresInput, type FiguresPeriod } from '../../../src/contract';

export const LAST_DAYS = [30, 90, 180, 365] as const;
export const LEVELS = [1, 2, 3] as const;
const GROUPINGS: readonly FiguresGrouping[] = [
  'service',
  'product',
  'severity',
  'week',
  'month',
  'quarter',
];

/** What somebody chose for a picture. */
export type FiguresConfig = {
  readonly version: 1;
  /** null: all incidents. */
  readonly jql: string | null;
  readonly period: FiguresPeriod;
  readonly grouping: FiguresGrouping;
  readonly severities: NonNullable<FiguresInput['severities']>;
  readonly services: readonly string[];
  /** The site's time zone when it was chosen. */
  readonly zone: string;
};

export function defaultFigures(grouping: FiguresGrouping, zone: string): FiguresConfig {
  return {
    version: 1,
    jql: null,
    period: { lastDays: 90 },
    grouping,
    zone,
    severities: [],
    services: [],
  };
}

/** @returns undefined for what was not set up, or not by this app */
export function figuresIn(saved: unknown): FiguresConfig | undefined {
  if (typeof saved !== 'object' || saved === null) return undefined;
  const { version, jql, period, grouping, severities, services, zone } =
    saved as Partial<FiguresConfig>;
  if (version !== 1 || typeof zone !== 'string') return undefined;
  const days = period && 'lastDays' in period ? period.lastDays : 90;
  return {
    version,
    zone,
    jql: typeof jql === 'string' ? jql : null,
    period: { lastDays: LAST_DAYS.find((one) => one === days) ?? 90 },
    grouping: GROUPINGS.find((one) => one === grouping) ?? 'month',
    severities: Array.isArray(severities)
      ? LEVELS.filter((level) => severities.includes(level))
      : [],
    services: Array.isArray(services)
      ? services.filter((one): one is string => typeof one === 'string')
      : [],
  };
}

/** What the back end is asked, week starts by the viewer's locale. */
export function inputOf(config: FiguresConfig, locale: string): FiguresInput {
  const { jql, period, grouping, severities, services, zone } = config;
  return {
    scope: { project: null, jql },
    period,
    zone,
    grouping,
    severities,
    services,
    weekStart: weekStartOf(locale),
  };
}

/** Browsers have it in one of two ways, which the compiler's library does not know yet. */
type WithWeek = Intl.Locale & {
  readonly getWeekInfo?: () => { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
};

/** Day with which a week begins where people speak so, 0 for Sunday. */
export function weekStartOf(locale: string): number {
  const spoken: WithWeek = new Intl.Locale(locale);
  const { firstDay } = spoken.getWeekInfo?.() ?? spoken.weekInfo ?? { firstDay: 1 };
  return firstDay % 7;
}
