import { useEffect, useMemo, useRef, useState } from 'react';
import type { FieldChanges, FormFieldState, FormHost } from '../bridge/frame';
import { EMPTY, fromDraft, toDraft, type Draft } from '../fields/draft';
import { kindOf } from '../fields/kind';
import { useZone } from '../shell/session';
import type { FieldMeta } from '../site/types';
import type { CreateForm } from './use-create';

type Modified = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A form that UI modifications may change, and what they have changed of it. */
export type ModifiedForm = {
  readonly host: Omit<FormHost, 'modifications'>;
  /** The fields as the app wants them shown. */
  readonly fields: readonly ShownField[];
  /** A person has changed the field: told at once, or of a text when they leave it. */
  readonly changed: (fieldId: string, isLeft: boolean) => void;
};

type ShownField = {
  readonly field: FieldMeta;
  readonly isReadOnly: boolean;
  /** An app is at work on it. */
  readonly isBusy: boolean;
};

const TYPED = new Set(['text', 'paragraphs', 'number', 'url', 'labels']);

/** What an app has changed goes when project or type change. */
export function useFormHost(form: CreateForm): ModifiedForm {
  const { timeZone } = useZone();
  const [modified, setModified] = useState<{ readonly of: string; readonly changes: Modified }>();
  const [busy, setBusy] = useState<readonly string[]>([]);
  const key = `${form.project?.id ?? ''} ${form.type?.id ?? ''}`;
  const changes = modified?.of === key ? modified.changes : {};
  const fields = form.fields.state === 'ready' ? form.fields.value : [];
  const now = useRef({ form, fields, changes, timeZone });
  useEffect(() => {
    now.current = { form, fields, changes, timeZone };
  });
  const news = useNews(now);
  const host = {
    state: () => stateOf(now.current),
    apply: (wanted: FieldChanges) => {
      setModified({ of: key, changes: merged(now.current.changes, wanted) });
      for (const [id, draft] of valuesIn(wanted, now.current)) {
        news.known.set(id, draft);
        now.current.form.setDraft(id, draft);
      }
    },
    busy: setBusy,
    onChange: news.onChange,
  };
  return {
    host,
    fields: fields.flatMap((field) => shown(field, changes[field.fieldId] ?? {}, busy)),
    changed: (fieldId, isLeft) => {
      const field = fields.find((one) => one.fieldId === fieldId);
      if (field && (isLeft || !TYPED.has(kindOf(field.schema)))) news.tell(fieldId);
    },
  };
}

/** Who hears of what a person changes; what an app has set itself is no news. */
function useNews(now: { readonly current: Now }) {
  return useMemo(() => {
    const listeners = new Set<(fieldId: string) => void>();
    const known = new Map<string, Draft>();
    return {
      known,
      onChange: (listener: (fieldId: string) => void) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
      // The state that the draft has been put into comes with the next turn.
      tell: (fieldId: string) =>
        setTimeout(() => {
          const draft = now.current.form.drafts[fieldId] ?? EMPTY;
          if (known.get(fieldId) === draft) return;
          known.set(fieldId, draft);
          for (const listener of listeners) listener(fieldId);
        }),
    };
  }, [now]);
}

function merged(before: Modified, wanted: FieldChanges): Modified {
  const ids = new Set([...Object.keys(before), ...Object.keys(wanted)]);
  return Object.fromEntries([...ids].map((id) => [id, { ...before[id], ...wanted[id] }]));
}

function valuesIn(wanted: FieldChanges, { fields, timeZone }: Now): (readonly [string, Draft])[] {
  return Object.entries(wanted).flatMap(([id, { value }]) => {
    const field = fields.find(({ fieldId }) => fieldId === id);
    if (!field || value === undefined) return [];
    return [[id, toDraft(kindOf(field.schema), value, timeZone)] as const];
  });
}

function shown(
  field: FieldMeta,
  { fieldName, description, isVisible, isRequired, isReadOnly }: Modified[string],
  busy: readonly string[],
): ShownField[] {
  if (isVisible === false) return [];
  const named = typeof fieldName === 'string' ? { name: fieldName, isNamed: true } : {};
  const said = typeof description === 'string' ? { description } : {};
  const required = typeof isRequired === 'boolean' ? isRequired : field.required;
  return [
    {
      field: { ...field, ...named, ...said, required },
      isReadOnly: isReadOnly === true,
      isBusy: busy.includes(field.fieldId),
    },
  ];
}

type Now = {
  readonly form: CreateForm;
  readonly fields: readonly FieldMeta[];
  readonly changes: Modified;
  readonly timeZone: string;
};

function stateOf({ form, fields, changes, timeZone }: Now) {
  return Object.fromEntries(
    fields.map((field): [string, FormFieldState] => {
      const changed = changes[field.fieldId] ?? {};
      const { fieldId, name, description = '', required, schema } = field;
      return [
        fieldId,
        {
          fieldId,
          fieldName: name,
          description,
          isRequired: required,
          isVisible: true,
          isReadOnly: false,
          ...changed,
          fieldType: schema.system ?? schema.custom ?? schema.type,
          value: valueOf(field, form.drafts[fieldId] ?? EMPTY, timeZone),
        },
      ];
    }),
  );
}

/** As the modifications' API has it: an option with its text, an empty text for none. */
function valueOf({ schema, allowedValues = [] }: FieldMeta, draft: Draft, zone: string): unknown {
  const kind = kindOf(schema);
  const chosen = (id: string) => allowedValues.find((one) => one.id === id) ?? null;
  if (kind === 'select') return draft.text === '' ? null : chosen(draft.text);
  if (kind === 'checkboxes') return draft.ids.map(chosen);
  if (kind === 'text') return draft.text;
  return fromDraft(kind, draft, zone);
}
