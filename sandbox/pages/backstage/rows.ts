/** Reads the backstage JSON. Its rows grow with the sandbox, so what is not there is simply not shown. */

export type Row = Readonly<Record<string, unknown>>;

/** The rows of an answer: a list, or an object that holds one. */
export function rowsOf(answer: unknown): readonly Row[] {
  if (Array.isArray(answer)) return answer as Row[];
  if (typeof answer !== 'object' || answer === null) return [];
  const list = Object.values(answer).find(Array.isArray);
  return (list ?? []) as Row[];
}

export function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function pretty(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** Length of a list, or a number as it stands. */
export function countOf(value: unknown): string {
  if (Array.isArray(value)) return String(value.length);
  return typeof value === 'number' ? String(value) : '';
}
