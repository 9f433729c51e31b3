import { useId, useRef, useState, type FormEvent } from 'react';
import { fromDraft, toDraft, type Draft } from '../fields/draft';
import { FieldEditor } from '../fields/field-editor';
import { fieldName } from '../fields/field-name';
import { FieldView } from '../fields/field-view';
import { kindOf } from '../fields/kind';
import { useHost } from '../shell/host';
import { Icon } from '../shell/icons';
import { useSession, useZone } from '../shell/session';
import { messageOf, SiteError } from '../site/http';
import { assign, editIssue } from '../site/jira';
import type { FieldMeta, Issue } from '../site/types';
import { useText } from '../text/text';

type Props = {
  readonly field: FieldMeta;
  readonly issue: Issue;
  readonly mayEdit: boolean;
  readonly changed: () => Promise<void>;
};

/** A field in the details: pressed, it becomes its editor; what Jira says against the value stands under it. */
export function InlineField(props: Props) {
  const { field, issue, mayEdit } = props;
  const { fieldId, schema } = field;
  const name = fieldName(field, useText());
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (editing) {
    return (
      <InlineEdit
        {...props}
        onEnd={() => {
          setEditing(false);
          requestAnimationFrame(() => opener.current?.focus());
        }}
      />
    );
  }
  return (
    <div className="field-row">
      <span className="field-name">{name}</span>
      <div className="field-value">
        <FieldView schema={schema} value={issue.fields[fieldId]} />
        {mayEdit && (
          <button
            ref={opener}
            type="button"
            className="field-button"
            onClick={() => {
              setEditing(true);
            }}
          >
            <EditLabel name={name} />
          </button>
        )}
        {fieldId === 'assignee' && mayEdit && !issue.fields.assignee && <AssignMe {...props} />}
      </div>
    </div>
  );
}

function InlineEdit({ field, issue, changed, onEnd }: Props & { readonly onEnd: () => void }) {
  const { timeZone } = useZone();
  const { fieldId, schema } = field;
  const name = fieldName(field, useText());
  const kind = kindOf(schema);
  const [draft, setDraft] = useState(() => toDraft(kind, issue.fields[fieldId], timeZone));
  const [error, setError] = useState<string>();
  const id = useId();

  const save = async (value: Draft) => {
    const before = fromDraft(kind, toDraft(kind, issue.fields[fieldId], timeZone), timeZone);
    const after = fromDraft(kind, value, timeZone);
    try {
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        await editIssue(issue.key, { [fieldId]: after });
        await changed();
      }
      onEnd();
    } catch (cause) {
      setError((cause instanceof SiteError && cause.fields[fieldId]) || messageOf(cause));
    }
  };
  const change = (value: Draft) => {
    setDraft(value);
    // As in Jira: a choice among few is made when it is made.
    if (kind === 'select' || kind === 'user') void save(value);
  };
  return (
    <form
      className="field-row field-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(draft);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onEnd();
      }}
    >
      <label className="field-name" htmlFor={id}>
        {name}
      </label>
      <div className="field-value-edit">
        <FieldEditor
          id={id}
          field={field}
          draft={draft}
          onChange={change}
          at={{ issue: issue.key }}
          describedBy={error ? `${id}-error` : undefined}
          invalid={error !== undefined}
          autoFocus
        />
        <SaveButtons onCancel={onEnd} />
        {error && (
          <p role="alert" id={`${id}-error`} className="field-error">
            {error}
          </p>
        )}
      </div>
    </form>
  );
}

function EditLabel({ name }: { readonly name: string }) {
  const text = useText();
  return <span className="hidden">{text('field.edit', { name })}</span>;
}

/** The shortest way to take an issue; who may not be assigned is told in a flag. */
function AssignMe({ issue, changed }: Props) {
  const text = useText();
  const host = useHost();
  const { person } = useSession();
  const take = async () => {
    try {
      await assign(issue.key, person.accountId);
      await changed();
    } catch (cause) {
      const flag = { id: 'assign', isAutoDismiss: false, actions: [] };
      host.showFlag({ ...flag, title: messageOf(cause), type: 'error' });
    }
  };
  return (
    <button type="button" className="link assign-me" onClick={() => void take()}>
      {text('issue.assignMe')}
    </button>
  );
}

function SaveButtons({ onCancel }: { readonly onCancel: () => void }) {
  const text = useText();
  return (
    <p className="save-buttons">
      <button type="submit" className="icon-button" aria-label={text('save')}>
        <Icon name="check" />
      </button>
      <button type="button" className="icon-button" aria-label={text('cancel')} onClick={onCancel}>
        <Icon name="close" />
      </button>
    </p>
  );
}
