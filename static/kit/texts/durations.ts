import { type Texts } from './texts';

/**
 * A span as people say it, two units at most: "41 s", "12 min 5 s", "1 h 12 min", "2 d 3 h". Rounded down:
 * a clock never shows time that has not passed.
 */
export function spanText(ms: number, t: Texts, { seconds = false } = {}): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const m = Math.floor(s / 60);
  const h = Math.floor(m / 60);
  const d = Math.floor(h / 24);
  if (d > 0) return t('duration.daysHours', { d, h: h % 24 });
  if (h > 0) return t('duration.hoursMinutes', { h, m: m % 60 });
  if (!seconds) return m > 0 ? t('duration.minutes', { m }) : t('duration.underMinute');
  if (m > 0) return t('duration.minutesSeconds', { m, s: s % 60 });
  return t('duration.seconds', { s });
}

/** A figure in minutes as people say it. */
export function minutesText(minutes: number, t: Texts): string {
  return spanText(minutes * 60_000, t);
}
