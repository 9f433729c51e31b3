import { type Clause, type Field, type Operand, type Query } from '@atlaskit/jql-ast';

/** The syntax tree in the words of `/jql/parse`. */
export function structureOf({ where, orderBy }: Query): Record<string, unknown> {
  return {
    ...(where ? { where: clauseOf(where) } : {}),
    ...(orderBy
      ? {
          orderBy: {
            fields: orderBy.fields.map(({ field, direction }) => ({
              field: fieldOf(field),
              ...(direction ? { direction: direction.value.toLowerCase() } : {}),
            })),
          },
        }
      : {}),
  };
}

function clauseOf(clause: Clause): unknown {
  switch (clause.clauseType) {
    case 'compound':
      return { operator: clause.operator.value, clauses: clause.clauses.map(clauseOf) };
    case 'not':
      return { operator: 'not', clauses: [clauseOf(clause.clause)] };
    case 'terminal':
      return {
        field: fieldOf(clause.field),
        operator: clause.operator ? clause.operator.value : '',
        ...(clause.operand ? { operand: operandOf(clause.operand) } : {}),
        ...(clause.predicates.length === 0
          ? {}
          : {
              predicates: clause.predicates.map(({ operator, operand }) => ({
                operator: operator.value,
                ...(operand ? { operand: operandOf(operand) } : {}),
              })),
            }),
      };
  }
}

function fieldOf({ value, text, properties }: Field): unknown {
  const property = (properties ?? []).flatMap(({ key, path }) =>
    key
      ? {
          entity: 'issue',
          key: key.value,
          path: (path ?? [])
            .map((part) => part.value)
            .join('')
            .replace(/^\./, ''),
        }
      : [],
  );
  return { name: value, encodedName: text, ...(property.length === 0 ? {} : { property }) };
}

function operandOf(operand: Operand): unknown {
  switch (operand.operandType) {
    case 'list':
      return { values: operand.values.map(operandOf) };
    case 'function':
      return {
        function: operand.function.value,
        arguments: operand.arguments.map(({ value }) => value),
      };
    case 'keyword':
      return { keyword: 'empty' };
    case 'value':
      return { value: operand.value, encodedValue: operand.text };
  }
}
