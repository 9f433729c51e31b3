import { type Operand, type Predicate, type TerminalClause } from '@atlaskit/jql-ast';
import { badRequest } from '../http/refusal';
import { type Change, type ChangeItem, type Issue } from '../model/types';
import { type Asker, type JqlField } from './field';
import { isEmpty, readPlace, readWords } from './operands';

/** `was` and `changed`: questions to the change log. */

type Test = (issue: Issue) => boolean;
type Occasion = { readonly item: ChangeItem; readonly change: Change };

export function historyTest(asker: Asker, field: JqlField, clause: TerminalClause): Test {
  const id = field.historyId;
  const operator = clause.operator ? clause.operator.value : '';
  if (id === undefined)
    throw badRequest(`History searches do not support the '${field.name}' field.`);
  const occasions = (issue: Issue): Occasion[] =>
    issue.history.flatMap((change) =>
      change.items.filter(({ fieldId }) => fieldId === id).map((item) => ({ item, change })),
    );
  if (operator === 'changed') {
    const tests = clause.predicates.map((predicate) => predicateTest(asker, field, predicate));
    return (issue) => occasions(issue).some((one) => tests.every((test) => test(one)));
  }
  if (clause.predicates.length > 0)
    throw badRequest(`The sandbox does not search '${operator}' with predicates.`);
  const was = wasTest(asker, field, clause.operand ?? undefined, occasions);
  return operator.startsWith('was not') ? (issue) => !was(issue) : was;
}

function wasTest(
  asker: Asker,
  field: JqlField,
  operand: Operand | undefined,
  occasions: (issue: Issue) => Occasion[],
): Test {
  if (isEmpty(operand))
    return (issue) =>
      field.words(issue).length === 0 || occasions(issue).some(({ item }) => item.from === null);
  const wanted = operand ? readWords(asker, field, operand) : [];
  return (issue) =>
    field.words(issue).some((word) => wanted.includes(word)) ||
    occasions(issue).some(({ item }) => names(item, 'from', wanted) || names(item, 'to', wanted));
}

function names(item: ChangeItem, side: 'from' | 'to', wanted: readonly string[]): boolean {
  const text = side === 'from' ? item.fromString : item.toString;
  return [item[side], text].some((one) => one !== null && wanted.includes(one.toLowerCase()));
}

function predicateTest(
  asker: Asker,
  field: JqlField,
  { operator, operand }: Predicate,
): (occasion: Occasion) => boolean {
  if (!operand) throw badRequest(`The predicate '${operator.value}' needs a value.`);
  const dates = { ...field, comparing: 'moment' as const };
  switch (operator.value) {
    case 'from':
    case 'to': {
      const side = operator.value;
      const wanted = readWords(asker, field, operand);
      return ({ item }) => names(item, side, wanted);
    }
    case 'by': {
      const wanted = readWords(asker, { ...field, knows: () => true }, operand);
      return ({ change }) => wanted.includes(change.authorId.toLowerCase());
    }
    case 'before':
    case 'after': {
      const place = readPlace(asker, dates, operand);
      const after = operator.value === 'after';
      return ({ change }) => (after ? change.created > place : change.created < place);
    }
    case 'on':
    case 'during':
      return spanTest(asker, dates, operand);
    default:
      throw badRequest(`The sandbox does not search the predicate '${operator.text}'.`);
  }
}

/** `on` one day, `during` from the first moment to the second. */
function spanTest(
  asker: Asker,
  field: JqlField,
  operand: Operand,
): (occasion: Occasion) => boolean {
  const list = operand.operandType === 'list' ? operand.values : [operand];
  const [from = 0, to = from + 86_400_000] = list.map((one) => readPlace(asker, field, one));
  return ({ change }) => change.created >= from && change.created < to;
}
