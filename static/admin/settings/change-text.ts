import { type Change } from '../../../src/contract/admin';
import { type NameUnder, type Texts } from '../../kit/texts/texts';

/*
 * What was changed, in words: in short for the bar, one by one for whoever looks.
 */

/** "2 services added", "1 service renamed", "severity 2: text changed". */
export function summaryOf(changes: readonly Change[], t: Texts): string[] {
  const sums = changes.map(sumOf);
  return changes.flatMap((change, at) => {
    const sum = sums[at];
    if (!sum) return levelTexts(change, t);
    const count = sums.filter((one) => one === sum).length;
    return sums.indexOf(sum) === at ? [t(`settings.sum.${sum}`, { count })] : [];
  });
}

/** What is told in one sum; a level of the scale is told by itself. */
type Sum = Exclude<NameUnder<'settings.sum'>, `levels.${string}`>;

function sumOf({ table, kind, cells }: Change): Sum | undefined {
  switch (table) {
    case 'levels':
      return undefined;
    case 'scale':
      return 'scale.page';
    case 'response':
      return 'response';
    case 'agreements':
      return kind === 'moved' ? undefined : `agreements.${kind}`;
    case 'products': // which have nothing but a name
      return `products.${kind === 'changed' ? 'renamed' : kind}`;
    case 'services':
      if (kind !== 'changed') return `services.${kind}`;
      return cells.some(({ cell }) => cell === 'name') ? 'services.renamed' : 'services.changed';
  }
}

function levelTexts({ table, key, cells }: Change, t: Texts): string[] {
  if (table !== 'levels') return [];
  return cells.flatMap(({ cell }) =>
    cell === 'label' || cell === 'text' ? [t(`settings.sum.levels.${cell}`, { level: key })] : [],
  );
}

/** What is said of a row, as heads of columns and fields say it too. */
const CELLS: { readonly [Name in NameUnder<'settings.cell'>]: true } = {
  name: true,
  owner: true,
  deliveryTeam: true,
  label: true,
  text: true,
  page: true,
  cadenceMinutes: true,
  paged: true,
  channels: true,
  agreedOn: true,
  agreedBy: true,
  changesJql: true,
  supportJql: true,
  cleanUpProject: true,
  reviewSpace: true,
  statusPage: true,
  handOverHours: true,
  exportLists: true,
  countPrivate: true,
  ownTicketsOnly: true,
};

export function cellText(cell: string, t: Texts): string {
  return isCell(cell) ? t(`settings.cell.${cell}`) : cell;
}

function isCell(cell: string): cell is keyof typeof CELLS {
  return cell in CELLS;
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

const AGREED_CELLS: ReadonlySet<string> = new Set([
  'exportLists',
  'countPrivate',
  'ownTicketsOnly',
]);
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
