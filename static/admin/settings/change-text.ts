import { type Change } from '../../../src/admin-contract';
import { type Texts } from '../../kit/texts';

/*
 * What was changed, in words: in short for the bar, one by one for whoever looks.
 */

/** "2 services added", "1 service renamed", "severity 2: text changed". */
export function summaryOf(changes: readonly Change[], t: Texts): string[] {
  const counts = new Map<string, number>();
  for (const change of changes) {
    for (const kind of kindsOf(change)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, n]) => {
    const [path = '', level = ''] = kind.split('@');
    if (level !== '' || path.endsWith('.moved') || path === 'response' || path === 'scale.page') {
      return t(`settings.sum.${path}`, { level });
    }
    return t(`settings.sum.${path}.${n === 1 ? 'one' : 'many'}`, { n });
  });
}

function kindsOf({ table, key, kind, cells }: Change): string[] {
  if (table === 'levels') return cells.map(({ cell }) => `levels.${cell}@${key}`);
  if (table === 'scale') return ['scale.page'];
  if (table === 'response') return ['response'];
  if (kind !== 'changed') return [`${table}.${kind}`];
  if (table === 'agreements') return ['agreements.changed'];
  return cells.some(({ cell }) => cell === 'name') ? [`${table}.renamed`] : [`${table}.changed`];
}

/** What a change is about: "Checkout", "Severity 2", "Severity 2, Payments". */
export function subjectOf({ table, key, name }: Pick<Change, 'table' | 'key' | 'name'>, t: Texts) {
  if (table === 'scale') return t('settings.scale.page');
  if (table === 'response') return t('settings.response.title');
  if (table === 'services' || table === 'products') {
    return key === '' ? t(`settings.${table}.title`) : name;
  }
  const severity = t('settings.severity', { level: key.split(':')[0] ?? '' });
  if (table === 'levels') return severity;
  return `${severity}, ${name === '' ? t('settings.agreements.default') : name}`;
}

/** A value as people read it. @param names of people by account id */
export function valueText(
  cell: string,
  value: string | number | undefined,
  t: Texts,
  names: ReadonlyMap<string, string>,
): string {
  if (value === undefined) return t('settings.change.nothing');
  if (AGREED_CELLS.has(cell)) return t('settings.change.agreed');
  if (PERSON_CELLS.has(cell)) return names.get(String(value)) ?? t('settings.person.unknown');
  return cell === 'cadenceMinutes' ? t('duration.minutes', { m: value }) : String(value);
}

const AGREED_CELLS: ReadonlySet<string> = new Set(['exportLists', 'countPrivate']);
const PERSON_CELLS: ReadonlySet<string> = new Set(['owner', 'agreedBy']);

/** Account ids among the values of changes, so that their names can be looked up. */
export function peopleIn(changes: readonly Change[]): string[] {
  return changes.flatMap(({ cells }) =>
    cells
      .filter(({ cell }) => PERSON_CELLS.has(cell))
      .flatMap(({ before, after }) => [before, after])
      .filter((id) => typeof id === 'string'),
  );
}
