import { JastBuilder, JQLSyntaxError, type Query } from '@atlaskit/jql-ast';
import { badRequest } from '../http/refusal';

/** Parsed queries are kept: the same few are asked again and again. */
const KEPT = 200;
const kept = new Map<string, Query | undefined>();

/** The syntax tree; undefined for an empty query. @throws {Refusal} 400 with the place of the mistake. */
export function parseJql(jql: string): Query | undefined {
  if (kept.has(jql)) return kept.get(jql);
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error) throw badRequest(`Error in the JQL Query: ${spell(error)}`);
  if (kept.size >= KEPT) kept.clear();
  const tree = query === undefined ? undefined : query;
  kept.set(jql, tree);
  return tree;
}

function spell(error: Error): string {
  if (!(error instanceof JQLSyntaxError)) return error.message;
  const { description, line, charPositionInLine } = error;
  return `${description} (line ${line}, character ${charPositionInLine + 1})`;
}
