import { en, type TextKey } from '../text/en';
import { type Text } from '../text/text';
import type { FieldMeta } from '../site/types';

/** A field's name: Jira's own fields in the language of the person, as Jira does it, all others as they are called. */
export function fieldName(
  { name, schema, isNamed }: Pick<FieldMeta, 'name' | 'schema' | 'isNamed'>,
  text: Text,
): string {
  const key = `system.${schema.system ?? ''}`;
  return !isNamed && isKey(key) ? text(key) : name;
}

function isKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}
