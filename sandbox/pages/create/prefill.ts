import { EMPTY, type Draft } from '../fields/draft';
import { kindOf } from '../fields/kind';
import type { FieldMeta } from '../site/types';
import { toWall } from '../text/moment';

/** What a create form begins with: from the address, as Jira's own create links do it. */
export type Prefill = Readonly<Record<string, string>>;

/** Reads `pid`, `issuetype` and each field by its id; an option may be named by id or by its text. */
export function prefillOf(query: URLSearchParams): Prefill {
  return Object.fromEntries(query.entries());
}

/** The drafts of a form's fields; what the address does not say begins with the field's default. */
export function draftsFor(
  fields: readonly FieldMeta[],
  prefill: Prefill,
  timeZone: string,
  fallback: (field: FieldMeta) => Draft,
): Readonly<Record<string, Draft>> {
  return Object.fromEntries(
    fields.map((field) => {
      const given = prefill[field.fieldId];
      return [field.fieldId, given === undefined ? fallback(field) : asked(field, given, timeZone)];
    }),
  );
}

function asked(field: FieldMeta, given: string, timeZone: string): Draft {
  const kind = kindOf(field.schema);
  const idOf = (named: string) =>
    field.allowedValues?.find(({ id, value, name }) => [id, value, name].includes(named))?.id;
  if (kind === 'select') return { ...EMPTY, text: idOf(given) ?? '' };
  if (kind === 'checkboxes') {
    const ids = given.split(',').map((one) => idOf(one.trim()));
    return { ...EMPTY, ids: ids.filter((id) => id !== undefined) };
  }
  if (kind === 'datetime') return { ...EMPTY, text: toWall(given, timeZone) };
  return { ...EMPTY, text: given };
}
