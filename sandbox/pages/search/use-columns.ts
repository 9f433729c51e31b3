import { useMemo, useState } from 'react';
import { kindOf } from '../fields/kind';
import { useAnswer } from '../shell/use-answer';
import { readFields } from '../site/jira';
import type { Field, FieldSchema } from '../site/types';
import { useText } from '../text/text';

export type Column = { readonly id: string; readonly name: string; readonly schema?: FieldSchema };

const STANDARD = ['issuetype', 'key', 'summary', 'status', 'assignee', 'created'] as const;
const ITEM = 'search-columns';

/** The columns of the table: the standard ones, and custom fields that this browser has chosen. */
export function useColumns() {
  const text = useText();
  const [fields] = useAnswer(readFields);
  const [ids, setIds] = useState(remembered);
  const offered = useMemo(
    () => (fields.state === 'ready' ? fields.value.filter(showable).map(columnOf) : []),
    [fields],
  );
  const standard: Column[] = STANDARD.map((id) => ({ id, name: text(`col.${id}`) }));
  return {
    offered,
    chosen: [...standard, ...offered.filter(({ id }) => ids.includes(id))],
    toggle: (id: string) => {
      const now = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
      localStorage.setItem(ITEM, JSON.stringify(now));
      setIds(now);
    },
  };
}

function showable({ custom, schema }: Field): boolean {
  return custom && schema !== undefined && kindOf(schema) !== 'other';
}

function columnOf({ id, name, schema }: Field): Column {
  return { id, name, ...(schema ? { schema } : {}) };
}

function remembered(): readonly string[] {
  const stored: unknown = JSON.parse(localStorage.getItem(ITEM) ?? '[]');
  return Array.isArray(stored) ? stored.map(String) : [];
}
