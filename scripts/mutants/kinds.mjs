/**
 * The kinds of changes of one spot. Each looks at a node of the syntax tree and says by what its text may be replaced:
 * `{ node, to }`, and `place` where the node is no expression (`statement`, `member`; a member is `within` its literal).
 */
import ts from 'typescript';

const K = ts.SyntaxKind;

const BOUNDARIES = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const ARITHMETIC = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' };
const EQUALITIES = { '===': '!==', '!==': '===' };
const LOGIC = { '&&': '||', '||': '&&' };
/** Methods whose result is of the kind of what they are called on: without the call nothing looks wrong. */
const LEFT_OUT = new Set(
  'filter slice sort toSorted reverse toReversed flat concat trim toLowerCase toUpperCase normalize'.split(
    ' ',
  ),
);
const OTHER_METHODS = { some: 'every', every: 'some', min: 'max', max: 'min' };

function otherOperator(node, table) {
  if (!ts.isBinaryExpression(node)) return [];
  const operator = node.operatorToken.getText();
  if (!Object.hasOwn(table, operator)) return [];
  return [{ node, to: `(${node.left.getText()} ${table[operator]} ${node.right.getText()})` }];
}

function numbers(node) {
  if (!ts.isNumericLiteral(node) || isName(node)) return [];
  return [{ node, to: `(${node.getText()} + 1)` }];
}

function conditions(node) {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return decided(node.expression);
  if (ts.isConditionalExpression(node)) return decided(node.condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) {
    return [{ node, to: node.operand.getText() }];
  }
  return otherOperator(node, EQUALITIES);
}

const decided = (node) => [
  { node, to: `!(${node.getText()})` },
  { node, to: 'true' },
  { node, to: 'false' },
];

function logic(node) {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === K.QuestionQuestionToken) {
    return [
      { node, to: `(${node.left.getText()})` },
      { node, to: `(${node.right.getText()})` },
    ];
  }
  return otherOperator(node, LOGIC);
}

function calls(node) {
  if (isCallStatement(node)) return [{ node, to: ';', place: 'statement' }];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression: receiver, name } = node.expression;
  if (LEFT_OUT.has(name.text)) return [{ node, to: receiver.getText() }];
  if (!Object.hasOwn(OTHER_METHODS, name.text)) return [];
  const given = node.arguments.map((argument) => argument.getText()).join(', ');
  return [{ node, to: `${receiver.getText()}.${OTHER_METHODS[name.text]}(${given})` }];
}

/** `f();` and `await f();`, but no line for the log of the app. */
function isCallStatement(node) {
  if (!ts.isExpressionStatement(node) || !inBlock(node)) return false;
  const { expression } = node;
  const called = ts.isAwaitExpression(expression) ? expression.expression : expression;
  return ts.isCallExpression(called) && !called.getText().startsWith('console.');
}

function members(node) {
  const all = ts.isArrayLiteralExpression(node)
    ? node.elements
    : ts.isObjectLiteralExpression(node)
      ? node.properties
      : [];
  if (all.length < 2 || isAssignedTo(node)) return [];
  return all.map((member) => ({ node: member, to: '', place: 'member', within: node }));
}

/** `[a, b] = …`: a pattern, not a list. */
function isAssignedTo(node) {
  return ts.isBinaryExpression(node.parent) && node.parent.left === node;
}

function strings(node) {
  const plain = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
  if (!plain || node.text === '' || isName(node) || isWordsForDevelopers(node)) return [];
  return ts.isTaggedTemplateExpression(node.parent) ? [] : [{ node, to: "''" }];
}

function isName(node) {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  return 'name' in parent && parent.name === node;
}

/** What only a developer reads: a line of the log, the details of an error. */
function isWordsForDevelopers(node) {
  const call = node.parent;
  if (ts.isNewExpression(call)) return /Error$/.test(call.expression.getText());
  return ts.isCallExpression(call) && call.expression.getText().startsWith('console.');
}

function results(node) {
  if (node.kind === K.TrueKeyword) return [{ node, to: 'false' }];
  if (node.kind === K.FalseKeyword) return [{ node, to: 'true' }];
  const value = returned(node);
  if (!value) return [];
  const text = value.getText();
  const nothing = ['undefined', '[]', 'true', 'false'].filter((to) => to !== text);
  return nothing.filter((to) => isLikely(value, to)).map((to) => ({ node: value, to }));
}

/** Most results cannot be just anything: what cannot compile anyway is not asked of the compiler. */
function isLikely(value, to) {
  if (to === 'undefined') return true;
  const text = value.getText();
  if (to === '[]') return /^\[|\.(map|filter|flatMap|toSorted|slice)\([\s\S]*\)$/.test(text);
  return /^!|&&|[!=]==| [<>]=? |\.(some|every|has|includes|startsWith)\(/.test(text);
}

function returned(node) {
  if (ts.isReturnStatement(node)) return node.expression;
  return ts.isArrowFunction(node) && !ts.isBlock(node.body) ? node.body : undefined;
}

function statements(node) {
  if (!inBlock(node)) return [];
  const leaves = ts.isIfStatement(node) && !node.elseStatement;
  const sets = ts.isExpressionStatement(node) && ts.isBinaryExpression(node.expression);
  return leaves || sets ? [{ node, to: ';', place: 'statement' }] : [];
}

/** Two statements that stand one after the other and both do something. */
function order(node) {
  if (!ts.isBlock(node)) return [];
  return node.statements.slice(1).flatMap((second, index) => {
    const first = node.statements[index];
    if (![first, second].every(acts)) return [];
    const to = `${second.getText()} ${first.getText()}`;
    return [{ node: first, upTo: second, to, place: 'statement' }];
  });
}

function acts(statement) {
  if (ts.isExpressionStatement(statement)) return !statement.getText().startsWith('console.');
  return ts.isVariableStatement(statement) && / = await /.test(statement.getText());
}

/** `a.b` for `a?.b` never compiles where `a` may be missing. */
function optional(node) {
  const chained = ts.isPropertyAccessExpression(node) || ts.isCallExpression(node);
  if (!chained || !node.questionDotToken) return [];
  return [{ node, to: 'undefined' }];
}

function inBlock({ parent }) {
  return ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent);
}

export const KINDS = {
  boundary: (node) => otherOperator(node, BOUNDARIES),
  number: numbers,
  condition: conditions,
  logic,
  call: calls,
  member: members,
  arithmetic: (node) => otherOperator(node, ARITHMETIC),
  string: strings,
  result: results,
  statement: statements,
  order,
  optional,
};
