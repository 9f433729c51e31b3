import { type Clause, type Operand, type TerminalClause } from '@atlaskit/jql-ast';
import { badRequest } from '../http/refusal';
import { type Issue } from '../model/types';
import { type Asker, type JqlField } from './field';
import { jqlField } from './fields';
import { historyTest } from './history';
import { isEmpty, readPlace, readWords } from './operands';
import { isSaved, savedTest } from './saved';
import { textTest } from './text';

export type Test = (issue: Issue) => boolean;

/** The question that a clause asks of an issue. @throws {Refusal} 400 in Jira's words. */
export function clauseTest(asker: Asker, clause: Clause): Test {
  switch (clause.clauseType) {
    case 'compound': {
      const tests = clause.clauses.map((one) => clauseTest(asker, one));
      return clause.operator.value === 'and'
        ? (issue) => tests.every((test) => test(issue))
        : (issue) => tests.some((test) => test(issue));
    }
    case 'not': {
      const test = clauseTest(asker, clause.clause);
      return (issue) => !test(issue);
    }
    case 'terminal':
      return terminalTest(asker, clause);
  }
}

function terminalTest(asker: Asker, clause: TerminalClause): Test {
  if (isSaved(clause)) return savedTest(asker, clause, clauseTest);
  const field = jqlField(asker, clause.field);
  const operator: string = clause.operator ? clause.operator.value : '';
  if (operator.startsWith('was') || operator === 'changed')
    return historyTest(asker, field, clause);
  const operand = clause.operand ?? undefined;
  if (!operand) throw badRequest(`The operator '${operator}' needs a value.`);
  switch (operator) {
    case 'is':
    case 'is not':
      return emptyTest(field, operator, operand);
    case '=':
    case '!=':
    case 'in':
    case 'not in':
      return equalsTest(asker, field, operator, operand);
    case '~':
    case '!~':
      return likeTest(field, operator, operand);
    default:
      return orderTest(asker, field, operator, operand);
  }
}

const isThere = (field: JqlField, issue: Issue): boolean => field.words(issue).length > 0;

function emptyTest(field: JqlField, operator: string, operand: Operand): Test {
  if (!isEmpty(operand))
    throw badRequest(
      `The operator '${operator}' only supports the values 'EMPTY' or 'NULL' for the field '${field.name}'.`,
    );
  return operator === 'is' ? (issue) => !isThere(field, issue) : (issue) => isThere(field, issue);
}

const unsupported = (operator: string, { name }: JqlField): Error =>
  badRequest(`The operator '${operator}' is not supported by the '${name}' field.`);

/** As in Jira, an empty field is neither equal nor unequal to anything. */
function equalsTest(asker: Asker, field: JqlField, operator: string, operand: Operand): Test {
  const negative = operator === '!=' || operator === 'not in';
  if (isEmpty(operand)) return emptyTest(field, negative ? 'is not' : 'is', operand);
  if (!field.equals) throw unsupported(operator, field);
  checkList(field, operator, operand);
  const wanted = new Set(wantedWords(asker, field, operand));
  // `Unresolved` and EMPTY in a list ask for the issues without a value.
  const empty = wanted.has('unresolved') || namesEmpty(operand);
  const hits = (issue: Issue): boolean => field.words(issue).some((word) => wanted.has(word));
  return negative
    ? (issue) => isThere(field, issue) && !hits(issue)
    : (issue) => hits(issue) || (empty && !isThere(field, issue));
}

const namesEmpty = (operand: Operand): boolean =>
  operand.operandType === 'list' && operand.values.some((one) => isEmpty(one));

function checkList(field: JqlField, operator: string, operand: Operand): void {
  const list = operand.operandType === 'list' || operand.operandType === 'function';
  const wantsList = operator === 'in' || operator === 'not in';
  if (wantsList && !list && operand.operandType === 'value')
    throw badRequest(
      `Operator '${operator}' does not support the non-list value '${operand.text}' for field '${field.name}'.`,
    );
  if (!wantsList && operand.operandType === 'list')
    throw badRequest(
      `Operator '${operator}' does not support the list value for field '${field.name}'.`,
    );
}

/** Numbers and moments are equal by their place on the scale, the rest by name. */
function wantedWords(asker: Asker, field: JqlField, operand: Operand): string[] {
  if (!['number', 'moment', 'day'].includes(field.comparing))
    return readWords(asker, field, operand);
  const list = operand.operandType === 'list' ? operand.values : [operand];
  return list.map((one) => {
    const place = readPlace(asker, field, one);
    return field.comparing === 'day' ? new Date(place).toISOString().slice(0, 10) : String(place);
  });
}

function likeTest(field: JqlField, operator: string, operand: Operand): Test {
  if (!field.like) throw unsupported(operator, field);
  if (operand.operandType !== 'value')
    throw badRequest(`The field '${field.name}' does not support this value with '${operator}'.`);
  const test = textTest(operand.value, field.name);
  return operator === '~'
    ? (issue) => test(field.text(issue))
    : (issue) => isThere(field, issue) && !test(field.text(issue));
}

function orderTest(asker: Asker, field: JqlField, operator: string, operand: Operand): Test {
  if (field.comparing === 'none') throw unsupported(operator, field);
  const place = readPlace(asker, field, operand);
  const compare: Readonly<Record<string, (value: number) => boolean>> = {
    '<': (value) => value < place,
    '<=': (value) => value <= place,
    '>': (value) => value > place,
    '>=': (value) => value >= place,
  };
  const test = compare[operator];
  if (!test) throw unsupported(operator, field);
  return (issue) => {
    const value = field.order(issue);
    return typeof value === 'number' && test(value);
  };
}
