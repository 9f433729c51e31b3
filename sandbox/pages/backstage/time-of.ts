/** Time of day with seconds, of a moment in milliseconds or as a text. */
export function timeOf(at: unknown, locale: string, timeZone: string): string {
  if (typeof at !== 'number' && typeof at !== 'string') return '';
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  return new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
  }).format(date);
}
