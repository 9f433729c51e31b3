import { isValid, parseISO } from 'date-fns';
import { type Agreement, type Settings, UNKNOWN_SERVICE } from './settings';
import { type ResponseProblem, responseProblems } from './response';
import { agreementKey, RESPONSE, type TableName } from './tables';
import { SEVERITIES } from '../incident/severity';

/** Jira's own limit for an option. */
const OPTION_LENGTH = 255;
const TEXT_LENGTH = 2000;
const WORDS_LENGTH = 500;
const MOST: Readonly<Record<'services' | 'products', number>> = { services: 500, products: 200 };
const CADENCE = { least: 5, most: 1440 };
/** What one value of the store holds, less what stands around the settings in it. */
const MOST_BYTES = 230 * 1024;

/** Something that cannot be saved so, and where it stands. */
export type Problem = {
  /** Absent: it is about all of it. */
  readonly table?: TableName;
  /** Absent: it is about the table. */
  readonly key?: string;
  readonly cell?: string;
  readonly code:
    | 'empty'
    | 'duplicate'
    | 'too-long'
    | 'too-many'
    | 'too-large'
    | 'bad-cadence'
    | 'bad-date'
    | 'label-number'
    | 'no-such-service'
    | 'no-default'
    | ResponseProblem['code'];
  /** The limit that is passed, or the number a label must begin with. */
  readonly limit?: number;
};

/** What must be mended before these settings can be saved; nothing: they can. Expects them tidied. */
export function problemsOf(settings: Settings): Problem[] {
  const { services, products, scale, agreements } = settings;
  return [
    ...namesOf('services', services),
    ...services.flatMap(({ id: key, deliveryTeam }) =>
      tooLong({ table: 'services', key, cell: 'deliveryTeam' }, deliveryTeam, OPTION_LENGTH),
    ),
    ...namesOf('products', products),
    ...scaleProblems(scale),
    ...agreementProblems(services, agreements),
    ...responseProblems(settings.response).map((one) => ({
      table: RESPONSE,
      key: RESPONSE,
      ...one,
    })),
    ...(new TextEncoder().encode(JSON.stringify(settings)).length > MOST_BYTES
      ? [{ code: 'too-large' as const, limit: MOST_BYTES / 1024 }]
      : []),
  ];
}

/**
 * The same settings without what people type by accident: spaces around, empty lines for nothing. Unknown stands
 * last and keeps the name it has in `was`, whatever was sent.
 */
export function tidied(settings: Settings, was: Settings): Settings {
  const isUnknown = ({ id }: { readonly id: string }) => id === UNKNOWN_SERVICE;
  const unknown = {
    ...(settings.services.find(isUnknown) ?? { id: UNKNOWN_SERVICE }),
    name: was.services.find(isUnknown)?.name ?? UNKNOWN_SERVICE,
  };
  const { levels, page } = settings.scale;
  const response = trimmed(settings.response ?? {});
  return {
    services: [...settings.services.filter((service) => !isUnknown(service)), unknown].map(trimmed),
    products: settings.products.map(trimmed),
    scale: {
      levels: { 1: trimmed(levels[1]), 2: trimmed(levels[2]), 3: trimmed(levels[3]) },
      ...trimmed({ page }),
    },
    agreements: settings.agreements.map(trimmed),
    ...(Object.keys(response).length > 0 && { response }),
  };
}

/** Two names that people would take for the same. */
export function folded(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

type Place = Pick<Problem, 'table' | 'key' | 'cell'>;

function namesOf(
  table: 'services' | 'products',
  rows: readonly { readonly id: string; readonly name: string }[],
): Problem[] {
  const seen = new Set<string>();
  const most = MOST[table];
  // Unknown was there before anybody named theirs so: the other one is the duplicate.
  const unknownFirst = rows.toSorted(
    (a, b) => Number(b.id === UNKNOWN_SERVICE) - Number(a.id === UNKNOWN_SERVICE),
  );
  return [
    ...(rows.length > most + (table === 'services' ? 1 : 0)
      ? [{ table, code: 'too-many' as const, limit: most }]
      : []),
    ...unknownFirst.flatMap(({ id: key, name }): Problem[] => {
      const place = { table, key, cell: 'name' };
      if (name === '') return [{ ...place, code: 'empty' }];
      if (seen.has(folded(name))) return [{ ...place, code: 'duplicate' }];
      seen.add(folded(name));
      return tooLong(place, name, OPTION_LENGTH);
    }),
  ];
}

function scaleProblems({ levels, page }: Settings['scale']): Problem[] {
  return [
    ...SEVERITIES.flatMap((level): Problem[] => {
      const { label, text } = levels[level];
      const place = { table: 'levels' as const, key: String(level) };
      return [
        ...(new RegExp(`^${level}(?!\\d)`).test(label)
          ? tooLong({ ...place, cell: 'label' }, label, OPTION_LENGTH)
          : [{ ...place, cell: 'label', code: 'label-number' as const, limit: level }]),
        ...(text === '' ? [{ ...place, cell: 'text', code: 'empty' as const }] : []),
        ...tooLong({ ...place, cell: 'text' }, text, TEXT_LENGTH),
      ];
    }),
    ...(page === undefined || isHttps(page)
      ? tooLong({ table: 'scale', key: 'page', cell: 'page' }, page, TEXT_LENGTH)
      : [{ table: 'scale' as const, key: 'page', cell: 'page', code: 'bad-address' as const }]),
  ];
}

function agreementProblems(
  services: Settings['services'],
  agreements: readonly Agreement[],
): Problem[] {
  const known = new Set(services.map(({ id }) => id));
  const keys = agreements.map(agreementKey);
  return [
    ...SEVERITIES.filter((level) => !keys.includes(String(level))).map((level) => ({
      table: 'agreements' as const,
      key: String(level),
      code: 'no-default' as const,
    })),
    ...agreements.flatMap((agreement, at): Problem[] => {
      const { service, cadenceMinutes: cadence, paged, channels, agreedOn } = agreement;
      const key = agreementKey(agreement);
      const place = { table: 'agreements' as const, key };
      const badCadence =
        cadence !== undefined &&
        !(Number.isInteger(cadence) && cadence >= CADENCE.least && cadence <= CADENCE.most);
      return [
        ...(service !== undefined && !known.has(service)
          ? [{ ...place, code: 'no-such-service' as const }]
          : []),
        ...(keys.indexOf(key) < at ? [{ ...place, code: 'duplicate' as const }] : []),
        ...(badCadence ? [{ ...place, cell: 'cadenceMinutes', code: 'bad-cadence' as const }] : []),
        ...tooLong({ ...place, cell: 'paged' }, paged, WORDS_LENGTH),
        ...tooLong({ ...place, cell: 'channels' }, channels, WORDS_LENGTH),
        ...(agreedOn === undefined || isDay(agreedOn)
          ? []
          : [{ ...place, cell: 'agreedOn', code: 'bad-date' as const }]),
      ];
    }),
  ];
}

function tooLong(place: Place, text: string | undefined, limit: number): Problem[] {
  return text !== undefined && text.length > limit ? [{ ...place, code: 'too-long', limit }] : [];
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isValid(parseISO(text));
}

/** Texts that people read in lines keep their line breaks; anything else is one line. */
const MANY_LINES: readonly string[] = ['text', 'paged', 'channels', 'changesJql', 'supportJql'];

function trimmed<Row extends object>(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).flatMap(([cell, value]: [string, unknown]) => {
      if (typeof value !== 'string') return value === undefined ? [] : [[cell, value]];
      const text = MANY_LINES.includes(cell) ? value : value.replaceAll(/\s+/g, ' ');
      const isNeeded = cell === 'name' || cell === 'label' || cell === 'text';
      return text.trim() === '' && !isNeeded ? [] : [[cell, text.trim()]];
    }),
  ) as Row;
}
