import { KvsError } from './errors';
import { type Condition, type Filters } from './requests';

type Scalar = string | number | boolean;

/** Does an attribute's value (undefined: the attribute is missing) meet a condition? */
export function holds({ condition, values }: Condition, value: unknown): boolean {
  if (condition === 'EXISTS') return value !== undefined;
  if (condition === 'NOT_EXISTS') return value === undefined;
  const needed = condition === 'BETWEEN' ? 2 : 1;
  const [first, second] = values;
  if (first === undefined || values.length < needed) {
    throw new KvsError(
      400,
      'INSUFFICIENT_FILTER_VALUES',
      `${condition} needs at least ${needed} value(s).`,
    );
  }
  if (value === undefined) return false;
  switch (condition) {
    case 'EQUAL_TO':
      return value === first;
    case 'NOT_EQUAL_TO':
      return value !== first;
    case 'CONTAINS':
      return contains(value, first);
    case 'NOT_CONTAINS':
      return !contains(value, first);
    case 'BEGINS_WITH':
      return typeof value === 'string' && value.startsWith(String(first));
    case 'BETWEEN':
      return inRange(value, first, (order) => order >= 0) && second !== undefined
        ? inRange(value, second, (order) => order <= 0)
        : false;
    case 'GREATER_THAN':
      return inRange(value, first, (order) => order > 0);
    case 'GREATER_THAN_EQUAL_TO':
      return inRange(value, first, (order) => order >= 0);
    case 'LESS_THAN':
      return inRange(value, first, (order) => order < 0);
    case 'LESS_THAN_EQUAL_TO':
      return inRange(value, first, (order) => order <= 0);
  }
}

/** Do all (`and`) or any (`or`) of the filters hold for an entity's value? No filters: yes. */
export function matches(filters: Filters, value: unknown): boolean {
  if (!filters) return true;
  const { and, or } = filters;
  if (and && or) {
    throw new KvsError(
      400,
      'INVALID_FILTER_OPERATORS_COMBINATION',
      'Filter operators "and" and "or" cannot be present at the same level.',
    );
  }
  const list = and ?? or ?? [];
  if (list.length === 0 || list.length > 100) {
    throw new KvsError(400, 'EMPTY_FILTER_OPERATOR', 'A filter takes 1 to 100 conditions.');
  }
  const results = list.map((one) => holds(one, attribute(value, one.property)));
  return and ? results.every(Boolean) : results.some(Boolean);
}

/** An attribute of an entity's value; undefined when it is missing. */
export function attribute(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** Orders two scalars of one type as an index does: numbers by size, text by code, false before true. */
export function compare(a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function inRange(value: unknown, bound: Scalar, test: (order: number) => boolean): boolean {
  return isScalar(value) && typeof value === typeof bound && test(compare(value, bound));
}

function contains(value: unknown, part: Scalar): boolean {
  if (Array.isArray(value)) return value.includes(part);
  return typeof value === 'string' && value.includes(String(part));
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
