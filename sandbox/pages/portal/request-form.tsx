import { useState, type FormEvent, type ReactNode } from 'react';
import { EMPTY, fromDraft, isEmpty, type Draft } from '../fields/draft';
import { FormField } from '../fields/form-field';
import { kindOf } from '../fields/kind';
import { go } from '../shell/navigate';
import { portalAddress } from '../routes';
import { useZone } from '../shell/session';
import { messageOf } from '../site/http';
import { raiseRequest, type RequestField } from '../site/portal';
import type { FieldMeta } from '../site/types';
import { useText } from '../text/text';

type Props = {
  readonly portal: string;
  readonly type: string;
  readonly fields: readonly RequestField[];
  readonly children: ReactNode;
};

/** What a customer fills in; the request opens when it has been raised. */
export function RequestForm({ portal, type, fields, children }: Props) {
  const text = useText();
  const { timeZone } = useZone();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>();
  const draftOf = (id: string) => drafts[id] ?? EMPTY;
  const missing = fields.filter((field) => field.required && isEmpty(draftOf(field.fieldId)));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0) return;
    const given = fields.filter(({ fieldId }) => !isEmpty(draftOf(fieldId)));
    try {
      const { issueKey } = await raiseRequest(
        portal,
        type,
        Object.fromEntries(given.map((field) => [field.fieldId, valueOf(field)])),
      );
      go(`${portalAddress(portal)}/${issueKey}`);
    } catch (cause) {
      setError(cause);
    }
  };
  // A customer's description is plain text: the portal makes a document of it.
  const valueOf = ({ fieldId, jiraSchema }: RequestField) => {
    const kind = kindOf(jiraSchema);
    return kind === 'paragraphs'
      ? draftOf(fieldId).text
      : fromDraft(kind, draftOf(fieldId), timeZone);
  };

  return (
    <form className="create-form portal-form" onSubmit={(event) => void submit(event)} noValidate>
      <p className="subtle">{text('required.hint')}</p>
      {error !== undefined && (
        <p role="alert" className="note note-error">
          {messageOf(error)}
        </p>
      )}
      {fields.map((field) => (
        <FormField
          key={field.fieldId}
          field={metaOf(field)}
          draft={draftOf(field.fieldId)}
          onChange={(draft) => {
            setDrafts({ ...drafts, [field.fieldId]: draft });
          }}
          at={{}}
          error={tried && missing.includes(field) ? text('portal.missing') : undefined}
        />
      ))}
      {children}
      <p>
        <button type="submit" className="button button-primary">
          {text('portal.send')}
        </button>
      </p>
    </form>
  );
}

/** The field as a form of Jira has it; its name is the form's own. */
function metaOf(field: RequestField): FieldMeta {
  const { fieldId, name, description, required, jiraSchema, validValues } = field;
  const allowedValues = validValues.map(({ value, label }) => ({ id: value, value: label }));
  const schema = { ...jiraSchema };
  return { fieldId, name, description, required, schema, allowedValues, isNamed: true };
}
