import { useState, type FormEvent } from 'react';
import { EMPTY, fromDraft, isEmpty, toDraft, type Draft } from '../fields/draft';
import { FormField } from '../fields/form-field';
import { kindOf } from '../fields/kind';
import { Dialog } from '../shell/dialog';
import { useZone } from '../shell/session';
import { messageOf, SiteError } from '../site/http';
import { transition } from '../site/jira';
import type { FieldMeta, Issue, Transition } from '../site/types';
import { useText } from '../text/text';

type Props = {
  readonly issue: Issue;
  readonly transition: Transition;
  readonly onClose: () => void;
  readonly changed: () => Promise<void>;
};

/** The screen of a transition: its fields with what the issue holds now. */
export function TransitionDialog({ issue, transition: chosen, onClose, changed }: Props) {
  const text = useText();
  const { timeZone } = useZone();
  const fields = Object.entries(chosen.fields ?? {}).map(([fieldId, field]): FieldMeta => ({
    ...field,
    fieldId,
  }));
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>(() =>
    Object.fromEntries(
      fields.map(({ fieldId, schema }) => [
        fieldId,
        toDraft(kindOf(schema), issue.fields[fieldId], timeZone),
      ]),
    ),
  );
  const [error, setError] = useState<SiteError | Error>();
  const told = error instanceof SiteError ? error.fields : {};

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const values = fields
      .filter(({ fieldId }) => !isEmpty(drafts[fieldId] ?? EMPTY))
      .map(({ fieldId, schema }) => [
        fieldId,
        fromDraft(kindOf(schema), drafts[fieldId] ?? EMPTY, timeZone),
      ]);
    try {
      await transition(issue.key, chosen.id, Object.fromEntries(values) as Record<string, unknown>);
      onClose();
      await changed();
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(messageOf(cause)));
    }
  };

  return (
    <Dialog title={chosen.name} onClose={onClose} className="dialog-form">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="dialog-body">
          {error && (
            <p role="alert" className="note note-error">
              {error.message}
            </p>
          )}
          {fields.map((field) => (
            <FormField
              key={field.fieldId}
              field={field}
              draft={drafts[field.fieldId] ?? EMPTY}
              onChange={(draft) => {
                setDrafts({ ...drafts, [field.fieldId]: draft });
              }}
              at={{ issue: issue.key }}
              error={told[field.fieldId]}
            />
          ))}
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button button-subtle" onClick={onClose}>
            {text('cancel')}
          </button>
          <button type="submit" className="button button-primary">
            {chosen.name}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
