import { createContext, Script } from 'node:vm';

/**
 * Evaluates an expression of a manifest (event filter, field formatter, validation, display condition).
 * Atlassian's expression language is close to a subset of JavaScript, so JavaScript evaluates it here;
 * that is more lenient than the platform, and good enough for a development tool that runs the
 * developer's own manifest.
 *
 * @throws whatever the expression throws, or when it takes longer than one second.
 */
export function evaluate(
  expression: string,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  const script = new Script(`(${expression.trim()}\n)`);
  const context = createContext(structuredClone({ ...variables }));
  return script.runInContext(context, { timeout: 1000 });
}
