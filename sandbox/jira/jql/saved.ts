import { type Clause, type Operand, type TerminalClause } from '@atlaskit/jql-ast';
import { badRequest } from '../http/refusal';
import { seesFilter } from '../model/shared/filters';
import { type Filter, type Issue } from '../model/types';
import { type Asker } from './field';
import { parseJql } from './parse';

type Test = (issue: Issue) => boolean;
/** Reads the clauses of a filter; given, because clauses know of filters. */
type Read = (asker: Asker, clause: Clause) => Test;

const NAMES = new Set(['filter', 'request', 'savedfilter', 'searchrequest']);

export const isSaved = ({ field }: TerminalClause): boolean => NAMES.has(field.value.toLowerCase());

/** `filter = 10001`, `filter in ("Open incidents", 10002)`, and their opposites. */
export function savedTest(asker: Asker, { operator, operand }: TerminalClause, read: Read): Test {
  const sign: string = operator ? operator.value : '';
  if (!operand || !['=', '!=', 'in', 'not in'].includes(sign))
    throw badRequest(`The operator '${sign}' is not supported by the 'filter' field.`);
  const tests = valuesOf(operand).map((value) => filterTest(asker, value, read));
  const hits: Test = (issue) => tests.some((test) => test(issue));
  return sign === '=' || sign === 'in' ? hits : (issue) => !hits(issue);
}

function valuesOf(operand: Operand): string[] {
  if (operand.operandType === 'list') return operand.values.flatMap(valuesOf);
  if (operand.operandType === 'value') return [operand.value];
  throw badRequest("The field 'filter' does not support this value.");
}

function filterTest(asker: Asker, value: string, read: Read): Test {
  const filter = filterNamed(asker, value);
  const within = asker.within ?? [];
  if (within.includes(filter.id))
    throw badRequest(
      `Field 'filter' with value '${value}' matches filter '${filter.name}' and causes a cyclical reference, this query can not be executed and should be edited.`,
    );
  const where = parseJql(filter.jql)?.where;
  return where ? read({ ...asker, within: [...within, filter.id] }, where) : () => true;
}

function filterNamed({ site, accountId }: Asker, value: string): Filter {
  const seen = site.filters.all().filter((filter) => seesFilter(site, accountId, filter));
  const found =
    seen.find(({ id }) => id === value) ??
    seen.find(({ name }) => name.toLowerCase() === value.toLowerCase());
  if (found) return found;
  throw badRequest(
    /^\d+$/.test(value)
      ? `A value with ID '${value}' does not exist for the field 'filter'.`
      : `The value '${value}' does not exist for the field 'filter'.`,
  );
}
