import { evaluate } from '../../core/expression';
import { type Field } from '../model/config';
import { type Issue, type Stored } from '../model/types';
import { kindOf } from '../values/kinds';

/** The text of a field for people: HTML of rich text, the formatter's words for a Forge field. */
export function renderField(issue: Issue, field: Field): unknown {
  const stored = issue.values.get(field.id);
  if (stored === undefined) return null;
  if (field.app?.formatter !== undefined) return format(field.app.formatter, stored);
  return kindOf(field)?.html?.(stored) ?? null;
}

/** A formatter that fails shows the raw value and why, for the developer to see. */
function format(expression: string, value: Stored): string {
  try {
    return String(evaluate(expression, { value }));
  } catch (error) {
    return `${JSON.stringify(value)} (${String(error)})`;
  }
}
